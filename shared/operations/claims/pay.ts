import { decidePayment, type Payment } from '../../domain/payment.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { voucherKey, voucherUserIn, voucherWrite } from '../../store/vouchers.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { bookEvents } from '../fund/book.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { claimView } from './view.ts';

/**
 * Records that what is due of a settled claim was paid (R26): the voucher number is taken for its year, payable and cash
 * fall in the same transaction. Refusals: {@link decidePayment}'s.
 */
export function payClaim(
  services: Services,
  context: CommandContext,
  claimId: string,
  payment: Payment,
): Promise<Outcome> {
  const { voucherNumber, paidOn } = payment;
  return changeClaim(services, context, claimId, {
    view: claimView,
    reads: [voucherKey(voucherNumber, paidOn), headKey],
    decide: (claim, items, version) => {
      const voucherUsedFor = voucherUserIn(items, voucherNumber, paidOn);
      return decidePayment(claim, payment, { version, head: headIn(items), voucherUsedFor, today: context.today });
    },
    alongside: (_claim, _items, { before, events }) => [
      ...bookEvents('claims', claimId, before.version, events, context.at).writes,
      voucherWrite(voucherNumber, paidOn, claimId),
    ],
  });
}
