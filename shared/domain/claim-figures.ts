import type { Claim } from './claim.ts';
import type { ClaimEvent } from './claim-event.ts';
import { type Counts, countsOn, figures } from './figures.ts';

/**
 * Counts claims by their state, on the day on which it was recorded, and what the fund compensates: its part after the
 * year cap, at settlement; recoveries are not taken off.
 */
export const countsOfClaim: Counts<Claim, ClaimEvent> = (before, event, after, at) => {
  const additions: Record<string, number> = {};
  const add = (claim: Claim | null, by: number): void => {
    if (!claim) return;
    const { state, claimedFen } = claim;
    additions[figures.claims(state)] = (additions[figures.claims(state)] ?? 0) + by;
    additions[figures.claimedFen(state)] = (additions[figures.claimedFen(state)] ?? 0) + by * claimedFen;
  };
  add(before, -1);
  add(after, 1);
  return [...countsOn(at, additions), ...compensated(after, event, at)];
};

function compensated({ institutionId }: Claim, event: ClaimEvent, at: string) {
  const figure = figures.compensatedFenOf(institutionId);
  if (event.type === 'claim-carried-over') return countsOn(at, { [figure]: event.data.carriedFen });
  if (event.type !== 'claim-settled') return [];
  return countsOn(event.data.settledAt, { [figure]: event.data.shares.fundFen });
}
