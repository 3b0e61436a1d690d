import { daysBetween } from './calendar.ts';
import { judgeLoanRow, type LoanRow, type LoanRowRejectionCode, type RawLoanRow } from './loan-import-row.ts';
import type { Facts } from './refusal.ts';
import type { RefusalCode } from './refusal-facts.ts';

/** A row that the rules can judge, with its place in the call, from 1. */
export interface AcceptedLoanRow extends LoanRow {
  readonly row: number;
}

/** A row that was rejected, for its form or by a rule, with what it said. */
export interface RejectedLoanRow {
  readonly row: number;
  readonly code: LoanRowRejectionCode | RefusalCode;
  /** null where its form decided. */
  readonly rule: string | null;
  /** The figures that decided. */
  readonly facts: Facts;
  readonly texts: RawLoanRow['texts'];
}

export interface JudgedLoanRows {
  /** Rows of one enterprise stand together by the day of application; enterprises in the order in which they came. */
  readonly accepted: readonly AcceptedLoanRow[];
  /** By row. */
  readonly rejected: readonly RejectedLoanRow[];
}

/** Judges each row of a call by itself, and puts what can be judged by the rules in the order in which it is taken. */
export function judgeLoanRows(rows: readonly RawLoanRow[]): JudgedLoanRows {
  const accepted = new Map<string, AcceptedLoanRow[]>();
  const rejected: RejectedLoanRow[] = [];
  rows.forEach((raw, index) => {
    const row = index + 1;
    const judged = judgeLoanRow(raw);
    if (typeof judged === 'string') {
      rejected.push({ row, code: judged, rule: null, facts: {}, texts: raw.texts });
      return;
    }
    const own = accepted.get(judged.creditCode);
    if (own) own.push({ row, ...judged });
    else accepted.set(judged.creditCode, [{ row, ...judged }]);
  });
  return { accepted: [...accepted.values()].flatMap(byDayOfApplication), rejected };
}

/** Those of one day stay in the order in which they came. */
const byDayOfApplication = (own: readonly AcceptedLoanRow[]): readonly AcceptedLoanRow[] =>
  own.toSorted((a, b) => daysBetween(b.appliedOn, a.appliedOn));
