import { type Day, yearOf } from './calendar.ts';
import { claimMoves } from './claim.ts';
import { refusalOfMove } from './graph.ts';
import { inclusionMoves } from './inclusion.ts';
import { itemOf, type Meeting, type MeetingPlan, type Subject } from './meeting.ts';
import {
  type AgendaChanged,
  type MeetingCancelled,
  type MeetingConvened,
  meetingMoves,
  type NewItem,
} from './meeting-event.ts';
import type { Fen } from './money.ts';
import { type PolicyBook, policyOn } from './policy.ts';
import { accepted, type Decision, type Facts, type Refusal, refusedBy } from './refusal.ts';

/** Items on one agenda, and changes in one call: two writes each must fit one transaction. */
export const itemsMax = 40;

/** What is to go on the agenda, as it stands: null where none is known by that id. */
export interface Candidate {
  readonly id: string;
  readonly kind: Subject['kind'];
  readonly found: { readonly state: string; readonly subject: Subject } | null;
}

/** The states from which each kind may be put on an agenda. */
const readyStates: Readonly<Record<Subject['kind'], readonly string[]>> = {
  claim: claimMoves['claim-put-on-agenda'].from,
  inclusion: inclusionMoves['inclusion-put-on-agenda'].from,
};

/**
 * Decides the convening of a meeting (R22). `taken` are the numbers of the year.
 *
 * Refusals in order: `too-many-items`, `state-conflict` (an item that is not ready, by its id), `already-exists` (the
 * number), `date-out-of-range` (a day before the first policy version).
 */
export function decideConvening(
  plan: MeetingPlan,
  candidates: readonly Candidate[],
  { number, taken }: { readonly number: number | null; readonly taken: readonly number[] },
  book: PolicyBook,
): Decision<MeetingConvened> {
  const year = yearOf(plan.convenesOn);
  const items = itemsFor(candidates, 0);
  if (candidates.length > itemsMax) return tooMany(candidates.length);
  if (!Array.isArray(items)) return items as Refusal;
  const own = number ?? Math.max(0, ...taken) + 1;
  if (taken.includes(own)) return refusedBy('R22', 'already-exists', { year, number: own });
  return (
    refusalOfDay(plan.convenesOn, book) ??
    accepted({ type: 'meeting-convened', data: { ...plan, year, number: own, items } })
  );
}

export interface AgendaChange {
  readonly remove: readonly string[];
  readonly figures: AgendaChanged['data']['figures'];
}

/**
 * Decides a change of the agenda. An item that leaves, and one whose figure changes, loses the votes cast on it, and the
 * event says whose.
 *
 * Refusals in order: `too-many-items` (changes of one call, items after it), `state-conflict` (the meeting, then what is
 * to be added), `not-found` (an item), `amount-exceeds-claimed`.
 */
export function decideAgenda(
  meeting: Meeting,
  candidates: readonly Candidate[],
  { remove, figures }: AgendaChange,
): Decision<AgendaChanged> {
  const conflict = refusalOfMove(meetingMoves, meeting.state, 'agenda-changed');
  if (conflict) return conflict;
  const changes = candidates.length + remove.length + figures.length;
  if (changes > itemsMax) return tooMany(changes);
  const added = itemsFor(candidates, meeting.itemsEver);
  if (!Array.isArray(added)) return added as Refusal;
  const named = [...remove, ...figures.map(({ itemId }) => itemId)];
  if (named.some((itemId) => !itemOf(meeting, itemId))) return refusedBy(null, 'not-found');
  const itemsAfter = meeting.items.length - remove.length + added.length;
  if (itemsAfter > itemsMax) return tooMany(itemsAfter);
  for (const { itemId, proposedAssessedFen } of figures) {
    const refusal = refusalOfFigure(itemId, proposedAssessedFen, itemOf(meeting, itemId)?.claimedFen ?? null);
    if (refusal) return refusal;
  }
  const votesVoided = meeting.items
    .filter(({ itemId, votes }) => named.includes(itemId) && Object.keys(votes).length > 0)
    .map(({ itemId, votes }) => ({ itemId, units: Object.keys(votes).sort() }));
  return accepted({ type: 'agenda-changed', data: { added, removed: remove, figures, votesVoided } });
}

/** Decides a cancellation, before the first vote. Refusal: `state-conflict`. */
export function decideCancellation(
  { state, votesEver }: Meeting,
  { reason }: { readonly reason: string | null },
): Decision<MeetingCancelled> {
  const conflict = refusalOfMove(meetingMoves, state, 'meeting-cancelled');
  if (conflict) return conflict;
  if (votesEver > 0) return refusedBy('R22', 'state-conflict', { state: 'voting', allowed: 'open', votes: votesEver });
  return accepted({ type: 'meeting-cancelled', data: { reason } });
}

/** A figure is at most what is claimed; an inclusion claims nothing. */
export function refusalOfFigure(itemId: string, asked: Fen, claimed: Fen | null): Refusal | null {
  const most = claimed ?? 0;
  return asked <= most ? null : refusedBy('R22', 'amount-exceeds-claimed', { itemId, asked, claimed: most });
}

const tooMany = (items: number): Refusal => refusedBy('R22', 'too-many-items', { items, itemsMax });

function refusalOfDay(convenesOn: Day, book: PolicyBook): Refusal | null {
  if (policyOn(book, convenesOn)) return null;
  const from = book[0]?.effectiveFrom ?? null;
  return refusedBy('R22', 'date-out-of-range', { field: 'convenesOn', given: convenesOn, from });
}

function itemsFor(candidates: readonly Candidate[], itemsEver: number): readonly NewItem[] | Refusal {
  const items: NewItem[] = [];
  for (const [index, { id, kind, found }] of candidates.entries()) {
    const ready = readyStates[kind];
    if (!found || !ready.includes(found.state)) {
      const named: Facts = kind === 'claim' ? { claimId: id } : { inclusionId: id };
      return refusedBy('R22', 'state-conflict', {
        ...named,
        state: found?.state ?? 'unknown',
        allowed: ready.join(', '),
      });
    }
    items.push({ itemId: `item-${itemsEver + index + 1}`, ...found.subject });
  }
  return items;
}
