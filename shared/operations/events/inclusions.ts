import type { Inclusion, InclusionEvent } from '../../domain/inclusion.ts';
import type { Caller } from '../caller.ts';
import { seesPersons } from './actor-view.ts';
import { type EventViews, kindView } from './event-view.ts';
import { everyone } from './readers.ts';

/** Who asked: the person for those who see persons, organisation and role for all. */
const submitter = (submittedBy: Inclusion['submittedBy'], caller: Caller) =>
  seesPersons(caller, submittedBy) ? submittedBy : { org: submittedBy.org, role: submittedBy.role };

const decided = { meetingId: everyone, resolvedAt: everyone, reason: everyone } as const;

/** Inclusions: whoever may read one sees all of it but the person who asked for it. */
const views: EventViews<InclusionEvent> = {
  'inclusion-submitted': {
    seenBy: everyone,
    data: {
      inclusionId: everyone,
      creditCode: everyone,
      name: everyone,
      innovationNeed: everyone,
      financingLack: everyone,
      evidence: everyone,
      validUntil: everyone,
      submittedBy: submitter,
      submittedOn: everyone,
    },
  },
  'inclusion-put-on-agenda': { seenBy: everyone, data: { meetingId: everyone, itemId: everyone } },
  'inclusion-taken-off-agenda': { seenBy: everyone, data: { reason: everyone } },
  'inclusion-approved': {
    seenBy: everyone,
    data: { meetingId: everyone, resolvedAt: everyone, includedFrom: everyone },
  },
  'inclusion-rejected': { seenBy: everyone, data: decided },
  'inclusion-deferred': { seenBy: everyone, data: decided },
  'inclusion-withdrawn': { seenBy: everyone, data: { reason: everyone } },
  'inclusion-revoked': { seenBy: everyone, data: { from: everyone, reason: everyone } },
  'inclusion-ended': { seenBy: everyone, data: { on: everyone } },
};

export const inclusionEvents = kindView('inclusions', views);
