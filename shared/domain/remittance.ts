import type { Day } from './calendar.ts';
import { type Claim, claimMoves } from './claim.ts';
import type { ClaimRemittanceRecorded } from './claim-event.ts';
import { type Debt, owedOf } from './debt.ts';
import { refusalOfMove } from './graph.ts';
import type { Fen } from './money.ts';
import { accepted, type Decision, refusedBy } from './refusal.ts';

/** Money that an institution handed over of what it recovered (追偿款缴回), as finance books it. */
export interface Remittance {
  readonly amountFen: Fen;
  readonly receivedOn: Day;
  readonly voucherNumber: string;
}

/**
 * Decides a remittance (R27). One bank transfer may cover several claims, so that its voucher number may come again.
 *
 * Refusals in order: `state-conflict`, `amount-exceeds-outstanding` (than the claim's recoveries still owe: neither
 * remitted nor set off), `date-out-of-range` (before the oldest recovery that is owed, or later than today).
 */
export function decideRemittance(
  claim: Claim,
  { amountFen, receivedOn, voucherNumber }: Remittance,
  debt: Debt,
  today: Day,
): Decision<ClaimRemittanceRecorded> {
  const refusal = refusalOfMove(claimMoves, claim.state, 'claim-remittance-recorded');
  if (refusal) return refusal;
  const owed = owedOf(debt);
  if (amountFen > owed) return refusedBy('R27', 'amount-exceeds-outstanding', { asked: amountFen, owed });
  const from = debt.parts[0]?.recoveredOn ?? null;
  if ((from !== null && receivedOn < from) || receivedOn > today) {
    return refusedBy('R27', 'date-out-of-range', { field: 'receivedOn', given: receivedOn, from, through: today });
  }
  const { institutionId } = claim;
  return accepted({ type: 'claim-remittance-recorded', data: { institutionId, amountFen, receivedOn, voucherNumber } });
}
