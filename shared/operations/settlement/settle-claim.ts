import { type Day, dayAt } from '../../domain/calendar.ts';
import { evolveClaim } from '../../domain/claim.ts';
import type { ClaimEvent } from '../../domain/claim-event.ts';
import { coverOfSettlement } from '../../domain/fund-head.ts';
import { type SetOff, setOffOf } from '../../domain/set-off.ts';
import { settledBy, settlementOfClaim } from '../../domain/settlement.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import { debtWrite, readDebts } from '../../store/debts.ts';
import { record } from '../../store/resource.ts';
import { setOffDueWrite } from '../../store/set-off-due.ts';
import { settleInYear } from '../../store/settled-years.ts';
import { carryOverPlace, leaveLineWrite, lineWrite } from '../../store/settlement-line.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';
import { wholeFund } from '../claims/year-use.ts';
import { bookEvents } from '../fund/book.ts';
import { compensatedPrincipalWrites } from '../institutions/compensated.ts';
import { recordLoan } from '../loans/record-loan.ts';
import type { LineFacts } from './line-facts.ts';
import type { LineStep, Purse } from './line-step.ts';

/**
 * The step that an approved claim's turn makes (R26): settled with all that hangs on it in one transaction, or waiting
 * where money does not meet its fund part whole (R25).
 *
 * @throws Error where the facts contradict each other: its line is held until somebody has looked.
 */
export async function settleClaim(database: Database, facts: LineFacts, purse: Purse, act: Act): Promise<LineStep> {
  const { entry, claim, loan, use, parameters, head, items } = facts;
  const { claimId, institutionId, state } = claim.state;
  if (!entry) return { kind: 'gone' };
  // It was withdrawn when its loan was repaid (R17), and left the line with that; a place without a claim settles nothing.
  if (state !== 'approved' && state !== 'awaiting-funds')
    return { kind: 'write', writes: [leaveLineWrite(entry.place)] };
  const settlement = settlementOfClaim({ claim: claim.state, loan: loan.state, parameters, use });
  const { lossFen } = settlement;
  const { fundFen } = settlement.payout.shares;
  if (fundFen > 0 && purse === 'closed') return { kind: 'waits', writes: [] };
  if (!coverOfSettlement(head, fundFen).covered) {
    if (state === 'awaiting-funds') return { kind: 'waits', writes: [] };
    const waiting: ClaimEvent = { type: 'claim-awaiting-funds', data: { neededFen: fundFen } };
    return { kind: 'waits', writes: record(claimLayout, claimId, claim, [waiting], act).writes };
  }

  const settled = settledBy(claim.state, settlement, act.at, use.year);
  const debts = fundFen > 0 ? await readDebts(database, institutionId) : [];
  const setOff = setOffOf(evolveClaim(claim.state, settled), debts, dayAt(act.at));
  const events: readonly ClaimEvent[] = setOff ? [settled, setOff.event] : [settled];
  const { institutionAnnualCapFen: capFen, fundYearCeilingFen, overCapRule } = parameters;
  const { uncoveredFen } = settlement.payout;
  const carried = { claimId, loanId: entry.loanId, institutionId, carryOverYear: use.year + 1 };
  return {
    kind: 'write',
    writes: [
      ...record(claimLayout, claimId, claim, events, act).writes,
      ...recordLoan(loan, [{ type: 'loan-compensated', data: { claimId } }], act).writes,
      ...bookEvents('claims', claimId, claim.version, events, act.at).writes,
      ...yearWrites({ institutionId, year: use.year, fundFen, capFen, ceilingFen: fundYearCeilingFen }),
      ...setOffWrites(setOff, institutionId, dayAt(act.at)),
      ...compensatedPrincipalWrites(items, { institutionId, lossFen, outstandingFen: loan.state.outstandingFen }, act),
      leaveLineWrite(entry.place),
      ...(uncoveredFen > 0 && overCapRule === 'carry-over'
        ? [lineWrite({ ...carried, place: carryOverPlace(use.year + 1, entry.place) })]
        : []),
    ],
  };
}

export interface YearPart {
  readonly institutionId: string;
  readonly year: number;
  readonly fundFen: number;
  readonly capFen: number;
  readonly ceilingFen: number | null;
}

/**
 * Counts the fund's part to its year, the institution's and the whole fund's, each only where it still fits (R24). The
 * whole fund's is counted whether or not it is bounded, because a version may bound it in the middle of a year.
 */
export function yearWrites({ institutionId, year, fundFen, capFen, ceilingFen }: YearPart): readonly Write[] {
  if (fundFen === 0) return [];
  return [
    settleInYear({ institutionId, year, fundFen, capFen }),
    settleInYear({ institutionId: wholeFund, year, fundFen, capFen: ceilingFen ?? Number.MAX_SAFE_INTEGER }),
  ];
}

/** What a set-off takes of each debt, if there is one; what it leaves overdue for want of room is the next night's (R27). */
export function setOffWrites(setOff: SetOff | null, institutionId: string, today: Day): readonly Write[] {
  if (!setOff) return [];
  const debts = setOff.debts.map(({ before, after }) => debtWrite(before, after));
  return setOff.isMoreLeft ? [...debts, setOffDueWrite(institutionId, today)] : debts;
}
