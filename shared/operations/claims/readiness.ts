import type { Language } from '../../contracts/language.ts';
import { claimAreas } from '../../contracts/refusals/claim.ts';
import { defectView } from '../../contracts/refusals/told.ts';
import { workingStepView } from '../../contracts/working-texts.ts';
import { dayAt, yearOf } from '../../domain/calendar.ts';
import { claimReadiness, type Readiness } from '../../domain/claim-readiness.ts';
import { loanLayout } from '../../store/loans.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { maySeeLoan } from '../loans/read.ts';
import type { Services } from '../services.ts';
import { claimFactsIn } from './facts.ts';
import { yearUseKeys } from './year-use.ts';

export interface LoanReadiness extends Readiness {
  readonly loanId: string;
  readonly on: string;
}

/** What stands in the way of a claim on a loan today (R20); null where the loan is not there or not the caller's to see. */
export async function readClaimReadiness(
  services: Services,
  caller: Caller,
  loanId: string,
  at: string,
): Promise<LoanReadiness | null> {
  const { database } = services;
  const first = await readItems(database, [keyOfResource(loanLayout, loanId), policyBookKey]);
  const loan = storedIn(first, loanLayout, loanId);
  if (!loan || !(await maySeeLoan(services, caller, loan.state))) return null;
  const today = dayAt(at);
  const items = first.and(await readItems(database, yearUseKeys(loan.state.institutionId, yearOf(today))));
  const { facts } = claimFactsIn(items, loan.state, caller, today);
  return { ...claimReadiness(facts), loanId, on: today };
}

/** A loan's readiness as the API shows it. */
export const readinessView = ({ loanId, on, defects, lossFen, payout }: LoanReadiness, language: Language) => ({
  loanId,
  on,
  ready: defects.length === 0,
  missing: defects.map((defect) => defectView(claimAreas, language, defect)),
  estimate: {
    lossFen,
    shares: payout.shares,
    uncoveredFen: payout.uncoveredFen,
    working: payout.working.map(workingStepView),
  },
});
