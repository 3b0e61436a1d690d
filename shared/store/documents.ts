import { type Document, type DocumentEvent, evolveDocument } from '../domain/document.ts';
import { dueAfter } from '../domain/document-expiry.ts';
import type { ResourceLayout } from './resource.ts';

export const documentLayout: ResourceLayout<Document, DocumentEvent> = {
  kind: 'documents',
  table: 'documents',
  key: (documentId) => ({ pk: documentId }),
  evolve: evolveDocument,
  indexed: (document, documentId) => {
    const due = dueAfter(document);
    return { roster: 'documents', ...(due !== null && { dueList: 'due', dueKey: `${due}#${documentId}` }) };
  },
};
