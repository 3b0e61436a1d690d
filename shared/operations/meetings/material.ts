import { workingStepView } from '../../contracts/working-texts.ts';
import { type Day, yearOf } from '../../domain/calendar.ts';
import { type Claim, isOpenClaim } from '../../domain/claim.ts';
import type { Loan } from '../../domain/loan.ts';
import { countableLoss, lossSteps } from '../../domain/loss.ts';
import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import type { Fen } from '../../domain/money.ts';
import { payoutOf } from '../../domain/payout.ts';
import { claimLayout } from '../../store/claims.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { loanLayout } from '../../store/loans.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { claimFactsIn } from '../claims/facts.ts';
import { claimView } from '../claims/view.ts';
import { yearUseKeys } from '../claims/year-use.ts';
import { inclusionView } from '../inclusions/view.ts';
import { loanView } from '../loans/view.ts';
import type { Services } from '../services.ts';
import { keysOf, namedBy } from './subjects.ts';

/** For whom, and as of which day, material is shown. */
export interface MaterialReader {
  readonly caller: Caller;
  readonly today: Day;
}

/** Reads what the items of an agenda are about, with the loans of claims and what their payouts rest on. */
export async function readMaterial({ database }: Services, { items }: Meeting, today: Day): Promise<Items> {
  const first = await readItems(database, [policyBookKey, ...keysOf(items.map(namedBy))]);
  const keys = items.flatMap(({ claimId }) => {
    const claim = claimId === null ? null : storedIn(first, claimLayout, claimId);
    if (!claim) return [];
    const { loanId, institutionId } = claim.state;
    return [keyOfResource(loanLayout, loanId), ...yearUseKeys(institutionId, yearOf(today))];
  });
  return keys.length > 0 ? first.and(await readItems(database, keys)) : first;
}

/** All that a unit needs to judge an item: claim, loan and what it would bring, or the inclusion's texts. */
export function materialView(read: Items, item: AgendaItem, { caller, today }: MaterialReader) {
  const claim = item.claimId === null ? null : storedIn(read, claimLayout, item.claimId);
  const loan = claim && storedIn(read, loanLayout, claim.state.loanId);
  const inclusion = item.inclusionId === null ? null : storedIn(read, inclusionLayout, item.inclusionId);
  const askedFen = item.resolution?.assessedFen ?? item.proposedAssessedFen ?? 0;
  return {
    claim: claim && claimView(claim, caller),
    loan: loan && loanView(loan, caller, today),
    estimate: claim && loan && estimateOf(read, claim.state, loan.state, askedFen, { caller, today }),
    inclusion: inclusion && inclusionView(inclusion),
  };
}

/** What the figure that is voted on would bring today; a claim that has ended or was settled says it itself. */
function estimateOf(read: Items, claim: Claim, stored: Loan, askedFen: Fen, { caller, today }: MaterialReader) {
  if (!isOpenClaim(claim)) return null;
  const { loan, parameters, use } = claimFactsIn(read, stored, caller, today).facts;
  const loss = countableLoss(loan, parameters);
  const lossFen = Math.min(askedFen, loss.mostFen);
  const payout = payoutOf({ mode: loan.mode, lossFen, year: use.year, usedFen: use.institutionFen }, parameters);
  const working = [...lossSteps(loan, loss, parameters, { lossFen }), ...payout.working];
  const { shares, uncoveredFen } = payout;
  return { lossFen, shares, uncoveredFen, working: working.map(workingStepView) };
}
