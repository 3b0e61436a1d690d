import { type Day, dayAt } from './calendar.ts';
import { type Claim, claimMoves } from './claim.ts';
import type { ClaimPaid, ClaimPaymentReturned } from './claim-event.ts';
import { type Debt, overdueOf } from './debt.ts';
import { coverOfPayment, type FundHead } from './fund-head.ts';
import { refusalOfMove } from './graph.ts';
import { entryIdOf } from './ledger.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';

/** A payment (拨付) as finance records it. */
export interface Payment {
  readonly voucherNumber: string;
  readonly paidOn: Day;
}

/** What a payment looks at beside the claim. */
export interface PaymentFacts {
  /** Where the claim's history stands. */
  readonly version: number;
  readonly head: FundHead;
  /** The claim that the voucher number paid in the year of `paidOn`; null while the number is free. */
  readonly voucherUsedFor: string | null;
  /** What the institution owes of this and other claims. */
  readonly owed: readonly Debt[];
  readonly today: Day;
}

/**
 * Decides the payment of what is due of a settled claim (R26).
 *
 * Refusals in order: `state-conflict` (also where nothing is to be paid: such a claim stays settled; and while
 * something overdue is to be set off against it first, R27, whether or not the night job has run), `already-exists`
 * (the voucher number, in the year of `paidOn`; that of a returned payment stays taken, because the paper exists),
 * `date-out-of-range` (before the settlement, or later than today), `fund-insufficient` (cash does not cover it, R29).
 */
export function decidePayment(
  claim: Claim,
  { voucherNumber, paidOn }: Payment,
  facts: PaymentFacts,
): Decision<ClaimPaid> {
  const { institutionId, claimId } = claim;
  const amountFen = claim.payableFen ?? 0;
  return (
    refusalOfMove(claimMoves, claim.state, 'claim-paid') ??
    refusalOfNothing(claim, amountFen) ??
    refusalOfSetOff(claim, facts) ??
    refusalOfVoucher(voucherNumber, paidOn, facts) ??
    refusalOfDay('R26', 'paidOn', paidOn, claim, facts.today) ??
    refusalOfCash(amountFen, facts) ??
    accepted({
      type: 'claim-paid',
      data: {
        ...{ institutionId, amountFen, voucherNumber, paidOn },
        entryId: entryIdOf({ id: claimId, sequence: facts.version + 1 }, 1),
      },
    })
  );
}

/**
 * Decides that the last payment came back (退款), so that the claim is to be paid again (R26).
 *
 * Refusals in order: `state-conflict`, `date-out-of-range` (before the payment, or later than today).
 */
export function decidePaymentReturn(
  claim: Claim,
  { returnedOn, reason }: { readonly returnedOn: Day; readonly reason: string },
  today: Day,
): Decision<ClaimPaymentReturned> {
  const refusal = refusalOfMove(claimMoves, claim.state, 'claim-payment-returned');
  const { institutionId, payableFen, voucherNumber, paidOn, paymentEntryId } = claim;
  if (refusal) return refusal;
  if (payableFen === null || voucherNumber === null || paidOn === null || paymentEntryId === null) {
    throw new Error(`claim ${claim.claimId} is paid by no payment`);
  }
  if (returnedOn < paidOn || returnedOn > today) {
    return refusedBy('R26', 'date-out-of-range', {
      ...{ field: 'returnedOn', given: returnedOn, from: paidOn, through: today },
    });
  }
  const paid = { institutionId, amountFen: payableFen, voucherNumber, reverses: paymentEntryId };
  return accepted({ type: 'claim-payment-returned', data: { ...paid, returnedOn, reason } });
}

/** What is done after a settlement was done from its day on, and not later than today. */
export function refusalOfDay(rule: string, field: string, given: Day, claim: Claim, today: Day): Refusal | null {
  const from = claim.settledAt === null ? null : dayAt(claim.settledAt);
  if ((from === null || given >= from) && given <= today) return null;
  return refusedBy(rule, 'date-out-of-range', { field, given, from, through: today });
}

const refusalOfNothing = ({ state }: Claim, payableFen: number): Refusal | null =>
  payableFen > 0 ? null : refusedBy('R26', 'state-conflict', { state, payable: 0 });

/** A payment goes out only of what is left after everything overdue has been set off. */
function refusalOfSetOff(claim: Claim, { owed, today }: PaymentFacts): Refusal | null {
  const payableFen = claim.payableFen ?? 0;
  const setOff = Math.min(
    payableFen,
    owed.reduce((sum, debt) => sum + overdueOf(debt, today), 0),
  );
  if (setOff === 0) return null;
  return refusedBy('R27', 'state-conflict', { state: claim.state, setOff, payable: payableFen - setOff });
}

function refusalOfVoucher(voucherNumber: string, paidOn: Day, { voucherUsedFor }: PaymentFacts): Refusal | null {
  if (voucherUsedFor === null) return null;
  return refusedBy('R26', 'already-exists', {
    ...{ voucherNumber, year: Number(paidOn.slice(0, 4)), claimId: voucherUsedFor },
  });
}

function refusalOfCash(amountFen: number, { head }: PaymentFacts): Refusal | null {
  const cover = coverOfPayment(head, amountFen);
  if (cover.covered) return null;
  const { neededFen, availableFen, missingFen } = cover;
  return refusedBy('R29', 'fund-insufficient', { asked: neededFen, left: availableFen, missing: missingFen });
}
