import { decidePayment, type Payment } from '../../domain/payment.ts';
import { claimLayout } from '../../store/claims.ts';
import { readDebts } from '../../store/debts.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { voucherKey, voucherUserIn, voucherWrite } from '../../store/vouchers.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { bookEvents } from '../fund/book.ts';
import { setOffBy, setOffOnce } from '../fund/set-off-overdue.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { claimView } from './view.ts';

/**
 * Records that what is due of a settled claim was paid (R26): the voucher number is taken for its year, payable and cash
 * fall in the same transaction. Refusals: {@link decidePayment}'s.
 *
 * A deadline binds the command itself, whether or not the night job has run: if something overdue is to be set off first
 * (R27), that is done now, in its own transaction, and the payment is refused with the amount that is left. It is not paid at
 * once, because whoever records a payment has transferred an amount, and must have seen it.
 */
export async function payClaim(
  services: Services,
  context: CommandContext,
  claimId: string,
  payment: Payment,
): Promise<Outcome> {
  const outcome = await recordPayment(services, context, claimId, payment);
  if (outcome.kind === 'refused' && outcome.rule === 'R27') await setOffFirst(services, context, claimId);
  return outcome;
}

async function setOffFirst(services: Services, { at, today }: CommandContext, claimId: string): Promise<void> {
  const items = await readItems(services.database, [keyOfResource(claimLayout, claimId)]);
  const claim = storedIn(items, claimLayout, claimId)?.state;
  if (!claim) throw new Error(`claim ${claimId} was refused its payment and yet is not there`);
  const act = { at, actor: setOffBy(`deadline:${today}`) };
  while (await setOffOnce(services, claim.institutionId, claimId, act));
}

function recordPayment(
  services: Services,
  context: CommandContext,
  claimId: string,
  payment: Payment,
): Promise<Outcome> {
  const { voucherNumber, paidOn } = payment;
  return changeClaim(services, context, claimId, {
    view: claimView,
    reads: [voucherKey(voucherNumber, paidOn), headKey],
    look: ({ institutionId }) => readDebts(services.database, institutionId),
    decide: (claim, items, version, _unusable, owed) => {
      const voucherUsedFor = voucherUserIn(items, voucherNumber, paidOn);
      const { today } = context;
      return decidePayment(claim, payment, { version, head: headIn(items), voucherUsedFor, owed, today });
    },
    alongside: (_claim, _items, { before, events }) => [
      ...bookEvents('claims', claimId, before.version, events, context.at).writes,
      voucherWrite(voucherNumber, paidOn, claimId),
    ],
  });
}
