import type { City, Claim, Loan } from './city.ts';
import { type Day, daysFrom, plusDays } from './days.ts';
import { outstandingOf } from './exposure.ts';
import { letDaysPass, stateByDays } from './servicing.ts';

/** R21: interest of the agreed term, day by day, less what is paid, at most what the bank last reported. */
export function countableInterest(city: City, loan: Loan): number {
  const { rules } = city.versionNamed(loan.policy);
  if (rules.lossComponents === 'principal') return 0;
  const until = rules.agreedTerm === 'original' ? loan.originalMaturesOn : loan.maturesOn;
  let fenDays = 0n;
  const days = daysFrom(loan.disbursedOn, until);
  let left = BigInt(loan.principalFen);
  const returned = new Map<number, bigint>();
  for (const { on, fen } of loan.returned) {
    const day = daysFrom(loan.disbursedOn, on);
    returned.set(day, (returned.get(day) ?? 0n) + BigInt(fen));
  }
  for (let day = 0; day < days; day += 1) {
    left -= returned.get(day) ?? 0n;
    fenDays += left;
  }
  const ofTerm = Number((fenDays * BigInt(loan.rateBp)) / (10_000n * 360n));
  const unpaid = Math.max(0, ofTerm - loan.interestPaidFen);
  return Math.min(unpaid, loan.reportedUnpaidFen ?? unpaid);
}

export interface Filing {
  readonly principalFen: number;
  readonly interestFen: number;
  readonly papers: readonly string[];
}

/** R20: every defect of a claim, on a loan as the days have made it. */
function defectsOf(city: City, loan: Loan, filing: Filing, filedOn: Day, badSince: Day | null): string[] {
  const { rules } = city.versionNamed(loan.policy);
  const held = new Set([...loan.papers, ...filing.papers]);
  const defects = rules.requiredEvidence.filter((kind) => !held.has(kind)).map(() => 'evidence-missing');
  const most = outstandingOf(loan) + countableInterest(city, loan);
  if (filing.principalFen + filing.interestFen > most) defects.push('loss-exceeds-outstanding');
  if (rules.filingWithinDays !== null && loan.reportedOn > plusDays(loan.disbursedOn, rules.filingWithinDays)) {
    defects.push('filed-too-late');
  }
  if (rules.claimWithinDays !== null && badSince !== null && filedOn > plusDays(badSince, rules.claimWithinDays)) {
    defects.push('claim-window-closed');
  }
  return defects;
}

const told = (defects: string[]): string[] => (defects.length > 1 ? ['claim-not-ready'] : defects);

/** R20. */
export function againstClaim(city: City, loan: Loan, filing: Filing, today: Day): string[] {
  const { state, badSince } = stateByDays(city, loan, today);
  if (state === 'active' || state === 'overdue') return ['not-non-performing'];
  if (state !== 'non-performing') return ['state-conflict'];
  return told(defectsOf(city, loan, filing, today, badSince));
}

export function againstRefiling(city: City, claim: Claim, filing: Filing): string[] {
  const loan = city.loans.get(claim.loanId);
  if (claim.state !== 'returned' || !loan) return ['state-conflict'];
  return told(defectsOf(city, loan, filing, claim.filedOn, loan.badSince));
}

export function fileClaim(city: City, loan: Loan, id: string, filing: Filing, today: Day): void {
  letDaysPass(city, loan, today);
  loan.state = 'claimed';
  loan.claimId = id;
  const { code, bank, mode, policy } = loan;
  city.claims.set(id, {
    ...{ id, loanId: loan.id, code, bank, mode, policy, filedOn: today, state: 'submitted' },
    claimedFen: filing.principalFen + filing.interestFen,
    ...{ meetingId: null, proposedFen: null, assessedFen: null, place: null, neededFen: null, lossFen: null },
    ...{ fundFen: 0, guarantorFen: 0, uncoveredFen: 0, setOffFen: 0, payableFen: 0, heldBackFen: 0 },
    ...{ settledOn: null, settledYear: null, paidOn: null, voucher: null },
    ...{
      recoveredFen: 0,
      lastRecoveredOn: null,
      remittedFen: 0,
      isRecoveryEnded: false,
      owed: [],
      countedIn: new Map(),
    },
  });
}

/** What the graph of rules.md lets happen to a claim, by who does it. */
const claimMoves: Readonly<Record<string, readonly string[]>> = {
  accept: ['submitted'],
  return: ['submitted', 'accepted', 'deferred'],
  withdraw: ['submitted', 'returned', 'accepted', 'deferred'],
};

export const againstClaimMove = (claim: Claim, move: string): string[] =>
  (claimMoves[move] ?? []).includes(claim.state) ? [] : ['state-conflict'];

/** A claim that ends without settlement frees its loan, so that another may be filed. */
export function endClaimWithLoan(city: City, claim: Claim, state: string): void {
  claim.state = state;
  const loan = city.loans.get(claim.loanId);
  if (loan?.state === 'claimed') loan.state = 'non-performing';
}
