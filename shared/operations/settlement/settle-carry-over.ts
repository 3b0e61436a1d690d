import { dayAt } from '../../domain/calendar.ts';
import { carryOverOf } from '../../domain/carry-over.ts';
import { evolveClaim } from '../../domain/claim.ts';
import type { ClaimEvent } from '../../domain/claim-event.ts';
import { coverOfSettlement } from '../../domain/fund-head.ts';
import { setOffOf } from '../../domain/set-off.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import { readDebts } from '../../store/debts.ts';
import { record } from '../../store/resource.ts';
import { carryOverPlace, leaveLineWrite, lineWrite } from '../../store/settlement-line.ts';
import type { Act } from '../../store/trail.ts';
import { bookEvents } from '../fund/book.ts';
import type { LineFacts } from './line-facts.ts';
import type { LineStep, Purse } from './line-step.ts';
import { setOffWrites, yearWrites } from './settle-claim.ts';

/**
 * The step that a carried-over part's turn makes in its year (R24): what the year leaves moves to the fund, the rest goes
 * on to the next year; or it waits where money does not meet it whole (R25).
 */
export async function settleCarryOver(database: Database, facts: LineFacts, purse: Purse, act: Act): Promise<LineStep> {
  const { entry, claim, use, parameters, head } = facts;
  if (!entry) return { kind: 'gone' };
  const { claimId, institutionId } = claim.state;
  const carryOver = carryOverOf(claim.state, use, parameters);
  const { loanId } = entry;
  const next = {
    claimId,
    loanId,
    institutionId,
    carryOverYear: use.year + 1,
    place: carryOverPlace(use.year + 1, entry.place),
  };
  // Nothing is left of this year: all of it goes on to the next.
  if (!carryOver) return { kind: 'write', writes: [leaveLineWrite(entry.place), lineWrite(next)] };
  const { event, leftFen, neededFen } = carryOver;
  const fundFen = event.data.carriedFen;
  if (neededFen > 0 && (purse === 'closed' || !coverOfSettlement(head, neededFen).covered)) {
    return { kind: 'waits', writes: [] };
  }
  const debts = await readDebts(database, institutionId);
  const setOff = setOffOf(evolveClaim(claim.state, event), debts, dayAt(act.at));
  const events: readonly ClaimEvent[] = setOff ? [event, setOff.event] : [event];
  const { institutionAnnualCapFen: capFen, fundYearCeilingFen: ceilingFen } = parameters;
  return {
    kind: 'write',
    writes: [
      ...record(claimLayout, claimId, claim, events, act).writes,
      ...bookEvents('claims', claimId, claim.version, events, act.at).writes,
      ...yearWrites({ institutionId, year: use.year, fundFen, capFen, ceilingFen }),
      ...setOffWrites(setOff, institutionId, dayAt(act.at)),
      leaveLineWrite(entry.place),
      ...(leftFen > 0 ? [lineWrite(next)] : []),
    ],
  };
}
