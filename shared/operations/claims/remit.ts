import { debtLess } from '../../domain/debt.ts';
import { decideRemittance, type Remittance } from '../../domain/remittance.ts';
import { debtIn, debtKey, debtWrite } from '../../store/debts.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { bookEvents } from '../fund/book.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { claimView } from './view.ts';

/**
 * Books that an institution handed over what it owes of a claim's recoveries (R27), the oldest first: cash rises and the
 * debt falls in one transaction. Refusals: {@link decideRemittance}'s.
 */
export const recordRemittance = (
  services: Services,
  context: CommandContext,
  claimId: string,
  remittance: Remittance,
): Promise<Outcome> =>
  changeClaim(services, context, claimId, {
    view: claimView,
    alsoReads: ({ institutionId }) => [debtKey(institutionId, claimId)],
    decide: (claim, items) => {
      const debt = debtIn(items, claim.institutionId, claimId);
      return decideRemittance(claim, remittance, debt, context.today);
    },
    alongside: ({ institutionId }, items, { before, events }) => {
      const debt = debtIn(items, institutionId, claimId);
      const left = debtLess(debt, remittance.amountFen);
      const { writes, jobs } = bookEvents('claims', claimId, before.version, events, context.at);
      return { writes: [...writes, debtWrite(debt, left)], jobs };
    },
  });
