import type { RefreshOrdered } from '../../domain/refresh-order.ts';
import { type EventViews, kindView } from './event-view.ts';
import { officials } from './readers.ts';

/** Orders to requalify the list: for the office and the auditor. */
const views: EventViews<RefreshOrdered> = {
  'refresh-ordered': {
    seenBy: officials,
    data: { refreshId: officials, orderedAt: officials, reason: officials, policyId: officials },
  },
};

export const refreshEvents = kindView('refreshes', views);
