import type { ImportEvent } from '../../domain/import.ts';
import { type EventViews, kindView } from './event-view.ts';
import { officials } from './readers.ts';

const accepted = {
  importId: officials,
  total: officials,
  ticket: officials,
  acceptedBy: officials,
  acceptedOn: officials,
  cancellation: officials,
} as const;

const counts = {
  processed: officials,
  added: officials,
  updated: officials,
  unchanged: officials,
  rejected: officials,
  revoked: officials,
} as const;

const extent = { revocations: officials, certificates: officials, limitBp: officials } as const;

/** Imports: for the office and the auditor. */
const views: EventViews<ImportEvent> = {
  'import-accepted': {
    seenBy: officials,
    data: {
      ...accepted,
      category: officials,
      mode: officials,
      dryRun: officials,
      source: officials,
      set: officials,
    },
  },
  'loan-import-accepted': { seenBy: officials, data: accepted },
  'import-started': { seenBy: officials, data: { on: officials, extent: officials } },
  'import-awaits-release': { seenBy: officials, data: extent },
  'import-released': { seenBy: officials, data: { by: officials } },
  'import-done': { seenBy: officials, data: counts },
  'import-cancelled': { seenBy: officials, data: { ...counts, by: officials, reason: officials } },
  'import-failed': { seenBy: officials, data: { ...counts, reason: officials } },
};

export const importEvents = kindView('imports', views);
