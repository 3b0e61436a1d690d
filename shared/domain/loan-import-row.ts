import { type LoanMode, loanModes } from './application.ts';
import { type Day, isDay } from './calendar.ts';
import { type CreditCode, isCreditCode, normaliseCreditCode } from './credit-code.ts';
import { type LoanClass, loanClasses } from './loan.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import { type CutRow, cutRow } from './raw-row.ts';
import { isComparable, tidy } from './tidy.ts';

/** Why a row says nothing that could be judged by the rules, in order of precedence: the first that holds is told. */
export const loanRowRejectionCodes = [
  'row-malformed',
  'field-unknown',
  'credit-code-invalid',
  'institution-id-invalid',
  'contract-number-invalid',
  'note-number-invalid',
  'mode-invalid',
  'guarantor-id-invalid',
  'class-invalid',
  'amount-invalid',
  'rate-invalid',
  'date-invalid',
  'outstanding-exceeds-amount',
  'repaid-contradicts',
  'cannot-be-written',
] as const;
export type LoanRowRejectionCode = (typeof loanRowRejectionCodes)[number];

const amountFields = ['amountFen', 'outstandingFen', 'interestPaidFen'] as const;
const rateFields = ['annualRateBp', 'annualRatePpm'] as const;
const dayFields = ['appliedOn', 'disbursedOn', 'maturesOn', 'originalMaturesOn', 'repaidOn'] as const;

/** The fields of a row, in the order in which a sheet shows them. */
export const loanRowFields = [
  'creditCode',
  'institutionId',
  'contractNumber',
  'noteNumber',
  'amountFen',
  'mode',
  'guarantorId',
  'appliedOn',
  'disbursedOn',
  'maturesOn',
  'originalMaturesOn',
  'annualRateBp',
  'annualRatePpm',
  'outstandingFen',
  'interestPaidFen',
  'class',
  'repaidOn',
] as const;
type Field = (typeof loanRowFields)[number];

const numbers: readonly Field[] = [...amountFields, ...rateFields];
const form = {
  texts: loanRowFields.filter((field) => !numbers.includes(field)),
  numbers,
  optional: [
    'noteNumber',
    'guarantorId',
    'originalMaturesOn',
    'annualRatePpm',
    'interestPaidFen',
    'class',
    'repaidOn',
  ] satisfies readonly Field[],
};

/** A row of a loan import as it came. */
export type RawLoanRow = CutRow<Field>;

/** What a row says, of whatever shape it is. Judges nothing; never throws. */
export const readLoanRow = (raw: unknown): RawLoanRow => cutRow<Field>(raw, form);

/** A loan made before this system, as a row tells it, in normal form. */
export interface LoanRow {
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  readonly contractNumber: string;
  /** "" where there is none. */
  readonly noteNumber: string;
  readonly amountFen: Fen;
  /** `guarantee` where a guarantor is named (R12). */
  readonly mode: LoanMode;
  readonly guarantorId: string | null;
  /** The day whose policy version judges and governs it (R2). */
  readonly appliedOn: Day;
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  /** Where it was extended: the maturity before. */
  readonly originalMaturesOn: Day | null;
  readonly annualRateBp: Bp;
  readonly annualRatePpm: Ppm | null;
  /** Principal outstanding now; 0 where it is repaid. */
  readonly outstandingFen: Fen;
  readonly interestPaidFen: Fen;
  readonly class: LoanClass;
  readonly repaidOn: Day | null;
}

const numberMax = 100;
const rateMaxBp = 1_000_000;

/** Judges one row by itself (R3, R12): what it says in normal form, or why it is rejected. */
export function judgeLoanRow({ texts, odd }: RawLoanRow): LoanRow | LoanRowRejectionCode {
  const isOdd = (...fields: readonly Field[]): boolean => fields.some((field) => odd.includes(field));
  if (odd.includes('row')) return 'row-malformed';
  if (odd.some((name) => name.startsWith('unknown:'))) return 'field-unknown';
  const creditCode = normaliseCreditCode(texts.creditCode ?? '');
  if (isOdd('creditCode') || !isCreditCode(creditCode)) return 'credit-code-invalid';
  const { institutionId = '', guarantorId = null } = texts;
  if (isOdd('institutionId') || !isInstitutionId(institutionId)) return 'institution-id-invalid';
  const contractNumber = tidy(texts.contractNumber ?? '');
  const isNumber = contractNumber !== '' && contractNumber.length <= numberMax && isComparable(contractNumber);
  if (isOdd('contractNumber') || !isNumber) return 'contract-number-invalid';
  const noteNumber = tidy(texts.noteNumber ?? '');
  if (isOdd('noteNumber') || noteNumber.length > numberMax || !isComparable(noteNumber)) return 'note-number-invalid';
  const mode = loanModes.find((each) => each === texts.mode);
  if (isOdd('mode') || !mode) return 'mode-invalid';
  const isGuarantor = guarantorId === null || isInstitutionId(guarantorId);
  if (isOdd('guarantorId') || !isGuarantor) return 'guarantor-id-invalid';
  const loanClass = loanClasses.find((each) => each === (texts.class ?? 'normal'));
  if (isOdd('class') || !loanClass) return 'class-invalid';
  // NaN, which is in no range, where nothing was said.
  const amountFen = Number(texts.amountFen);
  const outstandingFen = Number(texts.outstandingFen);
  const interestPaidFen = Number(texts.interestPaidFen ?? 0);
  const areAmounts = amountFen >= 1 && outstandingFen >= 0 && interestPaidFen >= 0;
  if (isOdd(...amountFields) || !areAmounts) return 'amount-invalid';
  const annualRateBp = Number(texts.annualRateBp);
  const annualRatePpm = texts.annualRatePpm === undefined ? null : Number(texts.annualRatePpm);
  if (isOdd(...rateFields) || !isRate(annualRateBp, annualRatePpm)) return 'rate-invalid';
  const { appliedOn = '', disbursedOn = '', maturesOn = '', originalMaturesOn = null, repaidOn = null } = texts;
  const days = [appliedOn, disbursedOn, maturesOn, originalMaturesOn, repaidOn];
  if (isOdd(...dayFields) || !days.every((day) => day === null || isDay(day))) return 'date-invalid';
  if (outstandingFen > amountFen) return 'outstanding-exceeds-amount';
  if ((outstandingFen === 0) !== (repaidOn !== null)) return 'repaid-contradicts';
  const numbersSaid = { contractNumber, noteNumber, amountFen, outstandingFen, interestPaidFen };
  return {
    creditCode,
    institutionId,
    ...numbersSaid,
    mode: guarantorId === null ? mode : 'guarantee',
    guarantorId,
    appliedOn,
    disbursedOn,
    maturesOn,
    originalMaturesOn,
    annualRateBp,
    annualRatePpm,
    class: loanClass,
    repaidOn,
  };
}

const isInstitutionId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);

/** The finer rate, where it is given, says the same to the basis point. */
const isRate = (bp: Bp, ppm: Ppm | null): boolean =>
  bp >= 0 && bp <= rateMaxBp && (ppm === null || (ppm >= 0 && Math.abs(ppm - bp * 100) < 100));
