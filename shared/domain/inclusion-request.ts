import type { Day } from './calendar.ts';
import { decideMove } from './graph.ts';
import {
  type Inclusion,
  type InclusionRequest,
  type InclusionSubmitted,
  type InclusionWithdrawn,
  inclusionMoves,
  inclusionStates,
  isOpenInclusion,
} from './inclusion.ts';
import { accepted, type Decision, refusedBy, stateConflict } from './refusal.ts';

/**
 * Decides a request to be included (R5). `open` is the one of the same enterprise that still waits; an inclusion in
 * force is none, so that the next one can be asked for before it ends.
 *
 * Refusals in order: `state-conflict` (another one waits), `date-out-of-range` (evidence dated later than today).
 */
export function decideInclusion(
  request: InclusionRequest,
  open: Inclusion | null,
  today: Day,
): Decision<InclusionSubmitted> {
  if (open && isOpenInclusion(open)) return stateConflict(open.state, closedStates);
  const given = request.evidence.map(({ datedOn }) => datedOn).find((datedOn) => datedOn !== null && datedOn > today);
  if (given) return refusedBy('R5', 'date-out-of-range', { field: 'datedOn', given, through: today });
  return accepted({ type: 'inclusion-submitted', data: request });
}

const closedStates = inclusionStates.filter((state) => !isOpenInclusion({ state }));

/** Decides a withdrawal: what is on an agenda, or was deferred, is the conference's. Refusal: `state-conflict`. */
export function decideInclusionWithdrawal(
  { state }: Inclusion,
  { reason }: { readonly reason: string | null },
): Decision<InclusionWithdrawn> {
  return decideMove(inclusionMoves, state, { type: 'inclusion-withdrawn', data: { reason } });
}
