import type { City, Loan } from './city.ts';
import { type Day, daysFrom, plusDays, plusMonths, yearIn } from './days.ts';
import { isBad, outstandingOf } from './exposure.ts';

/** The day on which a loan is bad by the days alone (R19). */
export const badOn = (city: City, { maturesOn, policy }: Loan): Day =>
  plusDays(maturesOn, city.versionNamed(policy).rules.nonPerformingAfterDays + 1);

/** R19: what the days have made of a loan with nobody reporting. */
export function stateByDays(
  city: City,
  loan: Loan,
  today: Day,
): { readonly state: string; readonly badSince: Day | null } {
  const { state, badSince } = loan;
  if (state !== 'active' && state !== 'overdue') return { state, badSince };
  const bad = badOn(city, loan);
  if (today >= bad) return { state: 'non-performing', badSince: bad };
  return { state: today > loan.maturesOn ? 'overdue' : state, badSince };
}

/** R16: whether a loan of the enterprise bars it from applying, by the days too, whoever has said so. */
export const isBarred = (city: City, code: string, today: Day): boolean =>
  [...city.loans.values()].some(
    (loan) => loan.code === code && isBad({ ...loan, state: stateByDays(city, loan, today).state }),
  );

/** Says of a loan what the days have made of it, as every command on it does first. */
export const letDaysPass = (city: City, loan: Loan, today: Day): void => {
  Object.assign(loan, stateByDays(city, loan, today));
};

const isDoneOn = (loan: Loan, day: Day, today: Day): boolean => loan.disbursedOn <= day && day <= today;

export interface Repayment {
  readonly principalFen: number;
  readonly interestFen: number;
  readonly paidOn: Day;
}

/** R17. */
export function againstRepayment(city: City, loan: Loan, { principalFen, paidOn }: Repayment, today: Day): string[] {
  const { state } = stateByDays(city, loan, today);
  const isServiced = ['active', 'overdue', 'non-performing', 'claimed'].includes(state);
  if (!isServiced && !(state === 'written-off' && loan.writtenOffFrom !== 'compensated')) return ['state-conflict'];
  const codes: string[] = [];
  if (principalFen > outstandingOf(loan)) codes.push('amount-exceeds-outstanding');
  if (!isDoneOn(loan, paidOn, today)) codes.push('date-out-of-range');
  if (loan.lastRepaidOn !== null && paidOn < loan.lastRepaidOn) codes.push('out-of-date-order');
  return codes;
}

export function repay(city: City, loan: Loan, { principalFen, interestFen, paidOn }: Repayment, today: Day): void {
  letDaysPass(city, loan, today);
  if (principalFen > 0) loan.returned.push({ on: paidOn, fen: principalFen });
  loan.interestPaidFen += interestFen;
  loan.lastRepaidOn = paidOn;
  if (outstandingOf(loan) > 0 || loan.state === 'written-off') return;
  const claim = loan.state === 'claimed' && loan.claimId !== null ? city.claims.get(loan.claimId) : undefined;
  if (claim) {
    claim.state = 'withdrawn';
    claim.neededFen = null;
  }
  loan.state = 'repaid';
}

/** R18. */
export function againstExtension(city: City, loan: Loan, maturesOn: Day, today: Day): string[] {
  const { state } = stateByDays(city, loan, today);
  if (state !== 'active' && state !== 'overdue') return ['state-conflict'];
  const codes: string[] = [];
  if (maturesOn <= loan.maturesOn || maturesOn <= today) codes.push('date-out-of-range');
  const { maxExtensions } = city.versionNamed(loan.policy).rules;
  if (loan.extensions >= maxExtensions || maturesOn > longestMaturity(loan)) codes.push('extension-limit');
  return codes;
}

/** All extensions together no longer than the original term; of one that ran whole months the last day counts. */
function longestMaturity({ disbursedOn, originalMaturesOn }: Loan): Day {
  const after = plusDays(originalMaturesOn, 1);
  const months =
    (yearIn(after) - yearIn(disbursedOn)) * 12 + Number(after.slice(5, 7)) - Number(disbursedOn.slice(5, 7));
  const isWhole = months > 0 && plusMonths(disbursedOn, months) === after;
  return plusDays(originalMaturesOn, daysFrom(disbursedOn, isWhole ? after : originalMaturesOn));
}

export function extend(city: City, loan: Loan, maturesOn: Day, today: Day): void {
  letDaysPass(city, loan, today);
  Object.assign(loan, { state: 'active', maturesOn, extensions: loan.extensions + 1 });
}

export interface Classing {
  readonly class: string;
  readonly asOf: Day;
  readonly overdueDays: number;
  readonly unpaidFen: number | null;
}

/** R19. */
export function againstClass(city: City, loan: Loan, { asOf }: Classing, today: Day): string[] {
  const { state } = stateByDays(city, loan, today);
  if (!['active', 'overdue', 'non-performing', 'claimed', 'compensated'].includes(state)) return ['state-conflict'];
  const codes: string[] = [];
  if (!isDoneOn(loan, asOf, today)) codes.push('date-out-of-range');
  if (asOf < loan.classAsOf) codes.push('out-of-date-order');
  return codes;
}

export function classify(city: City, loan: Loan, report: Classing, today: Day): void {
  letDaysPass(city, loan, today);
  const before = loan.state;
  const ownDays = outstandingOf(loan) > 0 ? Math.max(0, daysFrom(loan.maturesOn, today)) : 0;
  const days = Math.max(ownDays, report.overdueDays);
  const { nonPerformingAfterDays } = city.versionNamed(loan.policy).rules;
  const isBadClass = ['substandard', 'doubtful', 'loss'].includes(report.class);
  loan.class = report.class;
  loan.classAsOf = report.asOf;
  // R21: the last report of unpaid interest bounds what counts; one that names none leaves the last.
  if (report.unpaidFen !== null) loan.reportedUnpaidFen = report.unpaidFen;
  if (!['active', 'overdue', 'non-performing'].includes(before)) return;
  if (isBadClass || days > nonPerformingAfterDays) {
    if (before !== 'non-performing') Object.assign(loan, { state: 'non-performing', badSince: report.asOf });
    return;
  }
  loan.state = days > 0 ? 'overdue' : 'active';
  if (before === 'non-performing') loan.badSince = null;
}

/** A loan is written off while bad and not claimed for, or compensated. */
export function againstWriteOff(city: City, loan: Loan, on: Day, today: Day): string[] {
  const { state } = stateByDays(city, loan, today);
  if (state !== 'non-performing' && state !== 'compensated') return ['state-conflict'];
  return isDoneOn(loan, on, today) ? [] : ['date-out-of-range'];
}

export function writeOff(city: City, loan: Loan, today: Day): void {
  letDaysPass(city, loan, today);
  loan.writtenOffFrom = loan.state;
  loan.state = 'written-off';
}
