import type { Language } from '../../contracts/language.ts';
import { loanRowMessage } from '../../contracts/loan-row-messages.ts';
import { rowMessage } from '../../contracts/row-messages.ts';
import type { AnyImport } from '../../domain/import.ts';
import type { RejectedRow } from '../../domain/import-rows.ts';
import { loanRowFields } from '../../domain/loan-import-row.ts';
import type { RejectedLoanRow } from '../../domain/loan-import-rows.ts';

/** A rejected row as the API shows it: what it said, and why it was not taken. */
export const rejectionView = (rejected: RejectedRow | RejectedLoanRow, language: Language) =>
  'rule' in rejected ? viewOfLoan(rejected, language) : viewOfList(rejected, language);

function viewOfList({ row, code, texts }: RejectedRow, language: Language) {
  const { creditCode = '', name = '', certificateNumber = '', issuedOn = '', validUntil = '' } = texts;
  return { row, creditCode, name, certificateNumber, issuedOn, validUntil, code, message: rowMessage(language, code) };
}

function viewOfLoan({ row, code, rule, facts, texts }: RejectedLoanRow, language: Language) {
  const said = Object.fromEntries(loanRowFields.map((field) => [field, texts[field] ?? '']));
  return { row, ...said, name: '', code, message: loanRowMessage(language, code, facts), rule, facts };
}

const listColumns = ['creditCode', 'name', 'certificateNumber', 'issuedOn', 'validUntil'];

/** The sheet of an import's rejections: its head, and a line for each row, what it said and why. */
export function rejectionSheet(
  kind: AnyImport['kind'],
  all: readonly (RejectedRow | RejectedLoanRow)[],
  language: Language,
): readonly (readonly (string | number)[])[] {
  const columns = ['row', ...(kind === 'loans' ? loanRowFields : listColumns), 'code', 'message'];
  const lines = all.map((rejected) => {
    const view: Readonly<Record<string, unknown>> = rejectionView(rejected, language);
    return columns.map((name) => (name === 'row' ? rejected.row : String(view[name])));
  });
  return [columns, ...lines];
}
