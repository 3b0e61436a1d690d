import type { Day } from './calendar.ts';
import { type Claim, claimMoves } from './claim.ts';
import type { ClaimSetOff } from './claim-event.ts';
import { type Debt, debtLess, overdueOf } from './debt.ts';
import { refusalOfMove } from './graph.ts';

/** Debts that one set-off takes at most: each is a write of its transaction; what is left is taken by the next. */
const setOffDebtsMax = 20;

/** A set-off, and what it makes of each debt. */
export interface SetOff {
  readonly event: ClaimSetOff;
  readonly debts: readonly { readonly before: Debt; readonly after: Debt }[];
  /** Whether more is overdue and more is to be paid than one set-off takes: another one follows. */
  readonly isMoreLeft: boolean;
}

/**
 * What an institution owes and has not remitted in time is set off against what is to be paid of its settled claim (R27),
 * never against the shares; null where nothing is overdue, or nothing is to be paid. A settlement does this to the claim
 * that it has just made, the night job to those settled before.
 *
 * @param owed what the institution owes of this and other claims, in the order in which it is taken.
 */
export function setOffOf(claim: Claim, owed: readonly Debt[], today: Day): SetOff | null {
  if (refusalOfMove(claimMoves, claim.state, 'claim-set-off')) return null;
  let payableFen = claim.payableFen ?? 0;
  let isMoreLeft = false;
  const debts: { readonly before: Debt; readonly after: Debt; readonly amountFen: number }[] = [];
  for (const before of owed) {
    const amountFen = Math.min(overdueOf(before, today), payableFen);
    if (amountFen === 0) continue;
    if (debts.length === setOffDebtsMax) {
      isMoreLeft = true;
      break;
    }
    payableFen -= amountFen;
    debts.push({ before, after: debtLess(before, amountFen), amountFen });
  }
  const setOffFen = debts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (setOffFen === 0) return null;
  const taken = debts.map(({ before: { claimId }, amountFen }) => ({ claimId, amountFen }));
  const { institutionId } = claim;
  return {
    event: { type: 'claim-set-off', data: { institutionId, setOffFen, on: today, debts: taken } },
    debts,
    isMoreLeft,
  };
}
