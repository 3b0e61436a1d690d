import type { EventOf } from '../../domain/any-event.ts';
import { type EventViews, kindView } from './event-view.ts';
import { everyone, officials } from './readers.ts';

/** Policy versions: whoever may read one sees what governs, and not which official drafted and approved it. */
const views: EventViews<EventOf<'policies'>> = {
  'policy-built-in': {
    seenBy: everyone,
    data: {
      policyId: everyone,
      name: everyone,
      state: everyone,
      effectiveFrom: everyone,
      source: everyone,
      parameters: everyone,
    },
  },
  'policy-drafted': {
    seenBy: everyone,
    data: {
      policyId: everyone,
      name: everyone,
      effectiveFrom: everyone,
      source: everyone,
      parameters: everyone,
      draftedBy: officials,
    },
  },
  'policy-approved': { seenBy: everyone, data: { approvedOn: everyone, approvedBy: officials } },
  'policy-discarded': { seenBy: officials, data: { reason: officials } },
};

export const policyEvents = kindView('policies', views, () => 'outsider');
