import { type Day, isDay } from './calendar.ts';
import { type CreditCode, isCreditCode, normaliseCreditCode } from './credit-code.ts';
import { type CutRow, cutRow } from './raw-row.ts';
import { foldWidth } from './text-width.ts';
import { tidy } from './tidy.ts';

/** Why a row of an import is rejected, in order of precedence: the first that holds is told (R6). */
export const rowRejectionCodes = [
  'category-not-in-force',
  'row-malformed',
  'field-unknown',
  'credit-code-invalid',
  'name-missing',
  'name-too-long',
  'certificate-number-invalid',
  'date-invalid',
  'dates-contradict',
  'contradicts-row',
  'file-full',
  'cannot-be-written',
] as const;
export type RowRejectionCode = (typeof rowRejectionCodes)[number];

const form = {
  texts: ['creditCode', 'name', 'certificateNumber', 'issuedOn', 'validUntil'],
  numbers: [],
  optional: ['certificateNumber', 'validUntil'],
} as const;
type Field = (typeof form.texts)[number];

/** A row of a list as it came. */
export type RawRow = CutRow<Field>;

/** What a row says, of whatever shape it is. Judges nothing; never throws. */
export const readRow = (raw: unknown): RawRow => cutRow<Field>(raw, form);

/** A row that says something that the list can take. */
export interface ListRow {
  readonly creditCode: CreditCode;
  readonly name: string;
  /** "" where the document gives none. */
  readonly certificateNumber: string;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
}

export type RowJudgement = ListRow | RowRejectionCode;

const nameMax = 200;
const certificateNumberMax = 100;

/** Judges one row by itself (R3, R4, R6): what it says in normal form, or why it is rejected. */
export function judgeRow({ texts, odd }: RawRow): RowJudgement {
  if (odd.includes('row')) return 'row-malformed';
  if (odd.some((name) => name.startsWith('unknown:'))) return 'field-unknown';
  const creditCode = normaliseCreditCode(texts.creditCode ?? '');
  if (odd.includes('creditCode') || !isCreditCode(creditCode)) return 'credit-code-invalid';
  const name = tidy(texts.name ?? '');
  if (odd.includes('name') || name === '') return 'name-missing';
  if (name.length > nameMax) return 'name-too-long';
  const certificateNumber = normaliseCertificateNumber(texts.certificateNumber ?? '');
  const numberTooLong = certificateNumber.length > certificateNumberMax;
  if (odd.includes('certificateNumber') || numberTooLong) return 'certificate-number-invalid';
  const { issuedOn = '', validUntil = null } = texts;
  const hasOddDay = odd.includes('issuedOn') || odd.includes('validUntil');
  if (hasOddDay || !isDay(issuedOn) || (validUntil !== null && !isDay(validUntil))) return 'date-invalid';
  if (validUntil !== null && validUntil < issuedOn) return 'dates-contradict';
  return { creditCode, name, certificateNumber, issuedOn, validUntil };
}

/** Certificate numbers are compared trimmed and width-folded, as all numbers of documents are. */
export const normaliseCertificateNumber = (text: string): string => tidy(foldWidth(text));
