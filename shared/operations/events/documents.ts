import type { DocumentEvent } from '../../domain/document.ts';
import { type EventViews, kindView } from './event-view.ts';
import { bankAndCity, everyone } from './readers.ts';

/** Documents: whoever may read one sees what it is; of what else it is evidence is not for its enterprise. */
const views: EventViews<DocumentEvent> = {
  'document-announced': {
    seenBy: everyone,
    data: {
      documentId: everyone,
      owner: everyone,
      ownerFamily: everyone,
      announcedAt: everyone,
      keptThrough: everyone,
      kind: everyone,
      fileName: everyone,
      contentType: everyone,
      bytes: everyone,
      sha256: everyone,
    },
  },
  'document-uploaded': { seenBy: everyone, data: { uploadedAt: everyone } },
  'document-expired': { seenBy: everyone, data: { on: everyone } },
  'document-content-removed': { seenBy: everyone, data: { on: everyone } },
  'document-linked': { seenBy: bankAndCity, data: { kind: bankAndCity, id: bankAndCity } },
};

export const documentEvents = kindView('documents', views);
