import { dayAt, yearOf } from '../../domain/calendar.ts';
import { type Claim, claimMoves } from '../../domain/claim.ts';
import { refusalOfMove } from '../../domain/graph.ts';
import { accepted, refusedBy } from '../../domain/refusal.ts';
import type { Items } from '../../store/read.ts';
import { carryOverPlace, type LineEntry, lineKey, releaseWrite, toLineEntry } from '../../store/settlement-line.ts';
import { changeClaim } from '../claims/change-claim.ts';
import { unsettledClaimView } from '../claims/content.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { settlementJob } from './settlement-job.ts';

/**
 * The office lets a claim that holds its institution's line be tried again (R26), once what made it fail is fixed.
 * Refusal: `state-conflict` if it does not hold the line.
 */
export function releaseLine(
  services: Services,
  context: CommandContext,
  claimId: string,
  reason: string | null,
): Promise<Outcome> {
  const thisYear = yearOf(context.today);
  const placesOf = ({ place }: Claim): readonly string[] => {
    if (place === null) return [];
    // What failed in a year lies at that year's place, also after it: every year since the resolution is looked at.
    const resolvedIn = yearOf(dayAt(place.slice(0, place.indexOf('#'))));
    const years = Array.from({ length: thisYear - resolvedIn }, (_, index) => resolvedIn + 1 + index);
    return [place, ...years.map((year) => carryOverPlace(year, place))];
  };
  const heldOf = (claim: Claim, items: Items): LineEntry | undefined =>
    placesOf(claim)
      .map((place) => items.get(lineKey(place)))
      .filter((item) => item !== undefined)
      .map(toLineEntry)
      .find(({ heldSince }) => heldSince !== null);
  return changeClaim(services, context, claimId, {
    view: unsettledClaimView,
    alsoReads: (claim) => placesOf(claim).map(lineKey),
    decide: (claim, items) => {
      const refusal = refusalOfMove(claimMoves, claim.state, 'claim-line-released');
      if (refusal) return refusal;
      const held = heldOf(claim, items);
      if (!held) return refusedBy('R26', 'state-conflict', { state: claim.state, held: false });
      return accepted({ type: 'claim-line-released', data: { reason, failures: held.failures } });
    },
    alongside: (claim, items, { before }) => {
      const held = heldOf(claim, items);
      if (!held) throw new Error(`claim ${claimId} does not hold the line that it is let go on in`);
      return { writes: [releaseWrite(held)], jobs: [settlementJob(`released-${claimId}-${before.version + 1}`)] };
    },
  });
}
