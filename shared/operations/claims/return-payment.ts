import { decidePaymentReturn } from '../../domain/payment.ts';
import { setOffDueWrite } from '../../store/set-off-due.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { bookEvents } from '../fund/book.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { claimView } from './view.ts';

/**
 * Records that the last payment came back: its entry is mirrored and the claim is to be paid again, under another voucher
 * number; what is overdue of the institution is set off by the next night. Refusals: {@link decidePaymentReturn}'s.
 */
export const returnPayment = (
  services: Services,
  context: CommandContext,
  claimId: string,
  returned: { readonly returnedOn: string; readonly reason: string },
): Promise<Outcome> =>
  changeClaim(services, context, claimId, {
    view: claimView,
    decide: (claim) => decidePaymentReturn(claim, returned, context.today),
    alongside: ({ institutionId }, _items, { before, events }) => [
      ...bookEvents('claims', claimId, before.version, events, context.at).writes,
      setOffDueWrite(institutionId, context.today),
    ],
  });
