import {
  evolveInclusion,
  type Inclusion,
  type InclusionEvent,
  type InclusionRequest,
  type InclusionState,
  inclusionStates,
} from '../../shared/domain/inclusion.ts';
import { creditCode } from '../support/fixtures.ts';

export const today = '2026-03-02';

export const anInclusion: InclusionRequest = {
  inclusionId: 'inc-1',
  creditCode: creditCode(501),
  name: '平湖新材料有限公司',
  innovationNeed: '新型膜材料中试',
  financingLack: '无抵押物，未取得资质',
  evidence: [],
  validUntil: null,
  submittedBy: { sub: 'bank-rcb', org: 'rcb', role: 'bank' },
  submittedOn: today,
};

const turned = { meetingId: 'mtg-1', resolvedAt: '2026-03-02T03:00:00.000Z', reason: '材料不足' };
const agenda: InclusionEvent = {
  type: 'inclusion-put-on-agenda',
  data: { meetingId: 'mtg-1', itemId: 'item-1' },
};
const approval: InclusionEvent = {
  type: 'inclusion-approved',
  data: { meetingId: 'mtg-1', resolvedAt: turned.resolvedAt, includedFrom: today },
};

/** The shortest history of each state, after the submission. */
const eventsTo: Readonly<Record<InclusionState, readonly InclusionEvent[]>> = {
  submitted: [],
  'on-agenda': [agenda],
  approved: [agenda, approval],
  rejected: [agenda, { type: 'inclusion-rejected', data: turned }],
  deferred: [agenda, { type: 'inclusion-deferred', data: turned }],
  withdrawn: [{ type: 'inclusion-withdrawn', data: { reason: null } }],
  ended: [agenda, approval, { type: 'inclusion-ended', data: { on: today } }],
  revoked: [agenda, approval, { type: 'inclusion-revoked', data: { from: today, reason: '不再符合' } }],
};

export function inclusionIn(state: InclusionState, change: Partial<InclusionRequest> = {}): Inclusion {
  const submitted = evolveInclusion(null, { type: 'inclusion-submitted', data: { ...anInclusion, ...change } });
  return eventsTo[state].reduce<Inclusion>(evolveInclusion, submitted);
}

export { inclusionStates as states };
