import { type Day, isDay } from './calendar.ts';
import { type CreditCode, isCreditCode, normaliseCreditCode } from './credit-code.ts';
import { foldWidth } from './text-width.ts';

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
] as const;
export type RowRejectionCode = (typeof rowRejectionCodes)[number];

const fields = ['creditCode', 'name', 'certificateNumber', 'issuedOn', 'validUntil'] as const;
type Field = (typeof fields)[number];

/**
 * A row as it came, cut to what can be judged and shown: texts alone, each of bounded length. `odd` names what was no
 * text, the fields that we do not know, and `row` where it was no object at all.
 */
export interface RawRow {
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  readonly odd: readonly string[];
}

/** Longer than every field may be, so that a cut text is refused for its length all the same. */
const textMax = 300;
const oddMax = 5;

/** What a row says, of whatever shape it is. Judges nothing; never throws. */
export function readRow(raw: unknown): RawRow {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { texts: {}, odd: ['row'] };
  const texts: Partial<Record<Field, string>> = {};
  const odd: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const field = fields.find((each) => each === name);
    if (!field) odd.push(`unknown:${cut(name).slice(0, 50)}`);
    else if (typeof value === 'string' && value.isWellFormed()) texts[field] = cut(value);
    else if (value !== null || field === 'creditCode' || field === 'name' || field === 'issuedOn') {
      odd.push(field);
      if (typeof value === 'string') texts[field] = cut(value);
      if (typeof value === 'number' || typeof value === 'boolean') texts[field] = String(value);
    }
  }
  return { texts, odd: odd.slice(0, oddMax) };
}

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

/** One line, single spaces, nothing invisible. */
const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** At most {@link textMax} UTF-16 units, and no half of a pair of them. */
const cut = (text: string): string => text.slice(0, textMax).toWellFormed();
