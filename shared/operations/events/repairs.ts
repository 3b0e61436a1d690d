import type { RepairEvent } from '../../domain/repair.ts';
import { type EventViews, kindView } from './event-view.ts';
import { officials } from './readers.ts';

const order = { repairId: officials, by: officials, second: officials, reason: officials } as const;

/** What was done to the stored data by hand: for the office and the auditor. */
const views: EventViews<RepairEvent> = {
  'data-repaired': { seenBy: officials, data: { ...order, subject: officials, changes: officials } },
  'restore-noted': { seenBy: officials, data: { ...order, restoredTo: officials, lostUntil: officials } },
  'job-retried': {
    seenBy: officials,
    data: {
      repairId: officials,
      jobId: officials,
      queue: officials,
      rings: officials,
      by: officials,
      reason: officials,
    },
  },
};

export const repairEvents = kindView('repairs', views);
