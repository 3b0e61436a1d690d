import { refusalOfFigure } from './agenda.ts';
import { refusalOfMove } from './graph.ts';
import { type AgendaItem, type ItemResolution, itemOf, type Meeting } from './meeting.ts';
import { type MeetingResolved, meetingMoves } from './meeting-event.ts';
import type { Fen } from './money.ts';
import type { PolicyVersion } from './policy.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';
import { type ConferenceRules, countVotes } from './vote-count.ts';

/** What the office says of an item; one of which it says nothing is decided by the votes, at the voted figure. */
export interface ItemRuling {
  readonly itemId: string;
  /** Lower than the voted figure. */
  readonly assessedFen: Fen | null;
  readonly reason: string | null;
  readonly defer: boolean;
  readonly note: string | null;
}

/**
 * Decides the resolution (R22): all or nothing. `withdrawn` are the claims that were withdrawn from the agenda (R17);
 * their items fall away.
 *
 * Refusals in order: `four-eyes` (an inclusion on the agenda that the same official made), `state-conflict`, `not-found`
 * (an item), `quorum-not-met`, `amount-exceeds-claimed` (above the claimed or the voted figure), `validation-failed` (below
 * the voted figure without a reason).
 */
export function decideResolution(
  meeting: Meeting,
  rulings: readonly ItemRuling[],
  withdrawn: ReadonlySet<string>,
  policy: PolicyVersion,
  by: { readonly sub: string; readonly at: string },
): Decision<MeetingResolved> {
  const own = meeting.items.find(({ madeBySub }) => madeBySub === by.sub);
  if (own) return refusedBy('R22', 'four-eyes', { inclusionId: own.inclusionId });
  const conflict = refusalOfMove(meetingMoves, meeting.state, 'meeting-resolved');
  if (conflict) return conflict;
  if (rulings.some(({ itemId }) => !itemOf(meeting, itemId))) return refusedBy(null, 'not-found');
  const rulingOf = ({ itemId }: AgendaItem): ItemRuling | undefined =>
    rulings.find((ruling) => ruling.itemId === itemId);
  const items: MeetingResolved['data']['items'][number][] = [];
  for (const item of meeting.items) {
    const ruling = rulingOf(item);
    const fell = item.claimId !== null && withdrawn.has(item.claimId);
    const resolved = resolveItem(item, ruling, fell, policy.parameters);
    if ('kind' in resolved) return resolved;
    items.push({ ...resolved, reason: ruling?.reason ?? null, note: ruling?.note ?? null });
  }
  const units = policy.parameters.conferenceUnits;
  return accepted({ type: 'meeting-resolved', data: { resolvedAt: by.at, policy: policy.policyId, units, items } });
}

function resolveItem(
  item: AgendaItem,
  ruling: ItemRuling | undefined,
  fell: boolean,
  rules: ConferenceRules,
): ItemResolution | Refusal {
  const { itemId } = item;
  const count = countVotes(item, rules);
  const { tally } = count;
  if (fell) return { itemId, outcome: 'withdrawn', assessedFen: null, tally };
  if (ruling?.defer) return { itemId, outcome: 'deferred', assessedFen: null, tally };
  if (count.kind === 'short') {
    const { voted, needed } = count;
    return refusedBy('R22', 'quorum-not-met', { itemId, voted, needed, left: tally.left });
  }
  const assessedFen = ruling?.assessedFen ?? null;
  const refusal = assessedFen === null ? null : refusalOfAssessed(item, assessedFen, ruling?.reason ?? null);
  if (refusal) return refusal;
  if (count.kind !== 'approved') return { itemId, outcome: count.kind, assessedFen: null, tally };
  return { itemId, outcome: 'approved', assessedFen: assessedFen ?? item.proposedAssessedFen, tally };
}

/** What was voted on binds the office upwards: it may only go below. */
function refusalOfAssessed(
  { itemId, claimedFen, proposedAssessedFen }: AgendaItem,
  asked: Fen,
  reason: string | null,
): Refusal | null {
  const most = refusalOfFigure(itemId, asked, claimedFen) ?? refusalOfFigure(itemId, asked, proposedAssessedFen);
  if (most || reason !== null || asked === proposedAssessedFen) return most;
  return refusedBy('R22', 'validation-failed', { itemId, asked, voted: proposedAssessedFen });
}
