import { noLosses } from './breaker.ts';
import { addDays, type Day } from './calendar.ts';
import { movesBy } from './classification.ts';
import { refusalOfMaturity } from './disbursement.ts';
import {
  type LendingFacts,
  refusalOfCap,
  refusalOfGuarantee,
  refusalOfGuarantor,
  refusalOfInstitution,
  refusalOfListing,
} from './lending.ts';
import { refusalOfRate } from './lending-switches.ts';
import { evolveLoan, type LoanEvent, type LoanImported, type LoanWasImported } from './loan.ts';
import { elapsed } from './loan-due.ts';
import type { LoanRow } from './loan-import-row.ts';
import type { Fen } from './money.ts';
import { type PolicyBook, type PolicyVersion, policyOn } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** All that the rules about an older loan look at. The exposure is that of now; the version follows from the row. */
export interface ImportedLoanFacts
  extends Omit<LendingFacts, 'policy' | 'agreement' | 'quotaUsedFen' | 'openApplications' | 'losses' | 'leverage'> {
  /** What the enterprise's rows before this one leave outstanding. */
  readonly earlierFen: Fen;
  /** Who has the contract and note number at the institution already; null where nobody has. */
  readonly contract: {
    /** What {@link contentOf} said of the row that it was imported from; null where it was disbursed here. */
    readonly content: string | null;
  } | null;
}

export interface ImportedLoanAccepted {
  readonly kind: 'accepted';
  readonly events: readonly LoanEvent[];
}

/**
 * Decides whether an older loan is taken (R2, R5, R9–R12, R15), and how it stands today by its class and the days (R19).
 * It is judged and governed by the version in force on the day of its application; the enterprise is listed on that day
 * and on the day of disbursement, bank and guarantor are admitted on the latter. Its whole amount fits under that
 * version's cap beside what earlier rows leave outstanding, and what is outstanding of it now under the cap of today.
 * Whether the enterprise was in default is not asked: R16 bars applying, and what was known of it then is not known now.
 *
 * `unchanged`: the same row was imported before. Refusals in order: `already-exists`, `date-out-of-range` (application,
 * disbursement), `not-listed`, `institution-not-admitted`, `guarantor-not-admitted`, `date-out-of-range` (maturity,
 * original maturity), `term-too-long`, `rate-too-high`, `date-out-of-range` (repayment), `cap-exceeded`, `guarantor-required`.
 */
export function decideImportedLoan(
  row: LoanRow,
  named: { readonly loanId: string } & Pick<LoanImported, 'importId' | 'row'>,
  facts: ImportedLoanFacts,
  today: Day,
): ImportedLoanAccepted | Refusal | { readonly kind: 'unchanged' } {
  const { contract, book } = facts;
  const { contractNumber, noteNumber, appliedOn, disbursedOn } = row;
  if (contract?.content === contentOf(row)) return { kind: 'unchanged' };
  if (contract) return refusedBy('R15', 'already-exists', { contractNumber, noteNumber });

  const policy = policyOn(book, appliedOn);
  if (!policy || appliedOn > today) return refusalOfApplication(row, book, today);
  const lending: LendingFacts = {
    ...facts,
    policy,
    agreement: null,
    quotaUsedFen: 0,
    openApplications: 0,
    losses: noLosses,
    leverage: null,
  };
  return (
    refusalOfDisbursement(row, today) ??
    refusalOfListing(lending, appliedOn) ??
    refusalOfListing(lending, disbursedOn) ??
    refusalOfInstitution(lending, disbursedOn) ??
    refusalOfGuarantor(row, lending, disbursedOn) ??
    refusalOfTerm(row, policy.parameters.maxTermMonths) ??
    refusalOfRate(policy, row) ??
    refusalOfRepayment(row, today) ??
    refusalOfCap({ policy, exposure: { exposureFen: facts.earlierFen, defaults: 0 } }, row.amountFen) ??
    refusalOfCap({ policy: policyOn(book, today) ?? policy, exposure: facts.exposure }, row.outstandingFen) ??
    refusalOfGuarantee({ ...row, agreementId: null }, lending, appliedOn, 0) ??
    acceptedLoan(row, named, policy, today)
  );
}

/**
 * What a row says beside the numbers that name it, as one text to compare: a row that says the same of a contract again
 * changes nothing.
 */
export function contentOf(row: LoanRow): string {
  const { creditCode, amountFen, mode, guarantorId, appliedOn, disbursedOn, maturesOn, originalMaturesOn } = row;
  const { annualRateBp, annualRatePpm, outstandingFen, interestPaidFen, repaidOn } = row;
  const terms = [creditCode, amountFen, mode, guarantorId, annualRateBp, annualRatePpm];
  const days = [appliedOn, disbursedOn, maturesOn, originalMaturesOn, repaidOn];
  return JSON.stringify([...terms, ...days, outstandingFen, interestPaidFen, row.class]);
}

/** R2: there is a version that could have judged it, and it was applied for already. */
function refusalOfApplication({ appliedOn }: LoanRow, book: PolicyBook, today: Day): Refusal {
  const from = book[0]?.effectiveFrom ?? null;
  return refusedBy('R2', 'date-out-of-range', { field: 'appliedOn', given: appliedOn, from, through: today });
}

function refusalOfDisbursement({ appliedOn, disbursedOn }: LoanRow, today: Day): Refusal | null {
  if (disbursedOn >= appliedOn && disbursedOn <= today) return null;
  const facts = { field: 'disbursedOn', given: disbursedOn, from: appliedOn, through: today };
  return refusedBy('R15', 'date-out-of-range', facts);
}

/** The term is that of the contract: an extension came later. */
function refusalOfTerm(row: LoanRow, maxTermMonths: number | null): Refusal | null {
  const { disbursedOn, maturesOn, originalMaturesOn } = row;
  if (originalMaturesOn === null) return refusalOfMaturity(row, maxTermMonths);
  const backwards = refusalOfMaturity(row, null);
  if (backwards) return backwards;
  const [from, through] = [addDays(disbursedOn, 1), addDays(maturesOn, -1)];
  if (originalMaturesOn < from || originalMaturesOn > through) {
    const facts = { field: 'originalMaturesOn', given: originalMaturesOn, from, through };
    return refusedBy('R18', 'date-out-of-range', facts);
  }
  return refusalOfMaturity({ disbursedOn, maturesOn: originalMaturesOn }, maxTermMonths);
}

function refusalOfRepayment({ repaidOn, disbursedOn }: LoanRow, today: Day): Refusal | null {
  if (repaidOn === null || (repaidOn >= disbursedOn && repaidOn <= today)) return null;
  const facts = { field: 'repaidOn', given: repaidOn, from: disbursedOn, through: today };
  return refusedBy('R17', 'date-out-of-range', facts);
}

function acceptedLoan(
  row: LoanRow,
  named: { readonly loanId: string } & Pick<LoanImported, 'importId' | 'row'>,
  { policyId, parameters }: PolicyVersion,
  today: Day,
): ImportedLoanAccepted {
  const imported: LoanWasImported = {
    type: 'loan-imported',
    data: { ...row, ...named, applicationId: null, agreementId: null, policy: policyId, reportedOn: today },
  };
  const { loan, events } = elapsed(evolveLoan(null, imported), parameters, today);
  // The file says no day of a bad class: it is known from today on.
  const moves = movesBy(loan, { class: row.class, asOf: today, overdueDays: 0 }, parameters, today);
  return { kind: 'accepted', events: [imported, ...events, ...moves] };
}
