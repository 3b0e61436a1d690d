import type { PolicyVersion } from '../../domain/policy.ts';
import type { PolicyEvent } from '../../domain/policy-version.ts';
import { type EventViews, kindView } from './event-view.ts';
import { everyone, officials } from './readers.ts';

/** The one event of a version that came with the system (R1). */
export interface PolicyBuiltIn {
  readonly type: 'policy-built-in';
  readonly data: Omit<PolicyVersion, 'version'>;
}

/** Policy versions: whoever may read one sees what governs, and not which official drafted and approved it. */
const views: EventViews<PolicyEvent | PolicyBuiltIn> = {
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
