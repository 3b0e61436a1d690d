import { addDays, type Day } from './calendar.ts';
import { decideMove, mayMove } from './graph.ts';
import { type Inclusion, type InclusionEnded, type InclusionRevoked, inclusionMoves } from './inclusion.ts';
import { accepted, type Decision, stateConflict } from './refusal.ts';

/** The day from which an inclusion in force has run out by itself; null where none does. */
export function endsOn({ state, validUntil }: Pick<Inclusion, 'state' | 'validUntil'>): Day | null {
  return mayMove(inclusionMoves, state, 'inclusion-ended') && validUntil !== null ? addDays(validUntil, 1) : null;
}

/** Decides that an inclusion has run out, for the night job. Refusal: `state-conflict` (not in force, or not yet). */
export function decideInclusionEnd(inclusion: Inclusion, today: Day): Decision<InclusionEnded> {
  const on = endsOn(inclusion);
  if (on === null || today < on) return stateConflict(inclusion.state, inclusionMoves['inclusion-ended'].from);
  return accepted({ type: 'inclusion-ended', data: { on } });
}

/**
 * Decides a revocation by the office, from today on (R5). A deadline binds whether or not the night job has run: what
 * has run out is ended, and there is nothing left to revoke.
 *
 * Refusal: `state-conflict`.
 */
export function decideInclusionRevocation(
  inclusion: Inclusion,
  { reason }: { readonly reason: string },
  today: Day,
): Decision<InclusionRevoked> {
  const on = endsOn(inclusion);
  const state = on !== null && on <= today ? 'ended' : inclusion.state;
  return decideMove(inclusionMoves, state, { type: 'inclusion-revoked', data: { from: today, reason } });
}
