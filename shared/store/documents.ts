import { type Document, type DocumentEvent, evolveDocument } from '../domain/document.ts';
import type { ResourceLayout } from './resource.ts';

export const documentLayout: ResourceLayout<Document, DocumentEvent> = {
  kind: 'documents',
  table: 'documents',
  key: (documentId) => ({ pk: documentId }),
  evolve: evolveDocument,
  indexed: () => ({ roster: 'documents' }),
};
