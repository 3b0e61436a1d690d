import { workingStepView } from '../../contracts/working-texts.ts';
import { type Claim, isOpenClaim } from '../../domain/claim.ts';
import type { Loan } from '../../domain/loan.ts';
import { countableLoss, lossSteps } from '../../domain/loss.ts';
import type { AgendaItem } from '../../domain/meeting.ts';
import type { Fen } from '../../domain/money.ts';
import { payoutOf } from '../../domain/payout.ts';
import { claimLayout } from '../../store/claims.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { loanLayout } from '../../store/loans.ts';
import type { Items } from '../../store/read.ts';
import { storedIn } from '../../store/resource.ts';
import { claimFactsIn } from '../claims/facts.ts';
import { claimView } from '../claims/view.ts';
import { inclusionView } from '../inclusions/view.ts';
import { loanView } from '../loans/view.ts';
import type { MeetingReading } from './read.ts';
import type { MaterialReader } from './read-material.ts';
import { meetingFacts } from './record-view.ts';

/** A meeting with material, votes and outcome of every item, as its readers see it. */
export function meetingRecord(reading: MeetingReading) {
  const facts = meetingFacts(reading);
  const { items } = reading.stored.state;
  return {
    ...facts,
    items: facts.items.map((item, index) => {
      const agendaItem = items[index];
      if (!agendaItem) throw new Error(`${item.itemId} is shown and is not on the agenda`);
      return { ...item, material: materialView(reading.material, agendaItem, reading.reader) };
    }),
  };
}

/** All that a unit needs to judge an item: claim, loan and what it would bring, or the inclusion's texts. */
function materialView(read: Items, item: AgendaItem, { caller, today }: MaterialReader) {
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
