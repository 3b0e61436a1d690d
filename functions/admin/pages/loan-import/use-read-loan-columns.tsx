import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/column.ts';
import { useInstitutionName, useIsKnownInstitution } from '../../parts/institution-names.tsx';
import { rateText } from '../../parts/rate.ts';
import { textColumn } from '../../parts/text-column.ts';
import type { LoanField, LoanSheetRow } from '../../sheets/loan-rows.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { loanImportTexts } from './texts.ts';

/** A row of a sheet of loans, as it was read, with its place from 1. */
export type ReadLoan = LoanSheetRow & { readonly row: number };

const extra = <Row,>(column: Column<Row>): Column<Row> => ({ ...column, isExtra: true });

/** The columns of what was read; what was not understood stands as it was written, and stands out. */
export function useReadLoanColumns(): readonly Column<ReadLoan>[] {
  const texts = useTexts(loanImportTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const isKnown = useIsKnownInstitution();
  const said = (row: ReadLoan, field: LoanField): string | null =>
    row[field] === undefined ? null : String(row[field]);
  const text = (field: LoanField, name: (word: string | null) => string | null = (word) => word): Column<ReadLoan> =>
    textColumn(field, texts[field], (row) => name(said(row, field)));
  const odd = (value: string | number) => <span className="state state-bad">{value}</span>;
  const amount = (field: LoanField): Column<ReadLoan> => ({
    key: field,
    title: texts[field],
    value: ({ [field]: fen }) => (typeof fen === 'number' ? fen / 100 : (fen ?? null)),
    show: ({ [field]: fen }) => (typeof fen === 'string' ? odd(fen) : <Amount fen={fen} />),
    isNumber: true,
  });
  const party = (field: 'institutionId' | 'guarantorId'): Column<ReadLoan> => {
    const name = (row: ReadLoan): string | null => said(row, field) && nameOf(said(row, field));
    return {
      ...textColumn(field, texts[field], name),
      show: (row) => (isKnown(said(row, field)) ? (name(row) ?? '—') : odd(said(row, field) ?? '')),
    };
  };
  return [
    { key: 'row', title: texts.row, value: ({ row }) => row, show: ({ row }) => row, isNumber: true },
    text('creditCode'),
    party('institutionId'),
    text('contractNumber'),
    amount('amountFen'),
    amount('outstandingFen'),
    text('mode', words.mode),
    extra(party('guarantorId')),
    {
      key: 'annualRateBp',
      title: texts.annualRateBp,
      value: ({ annualRateBp }) => (typeof annualRateBp === 'number' ? annualRateBp / 100 : (annualRateBp ?? null)),
      show: ({ annualRateBp, annualRatePpm }) =>
        typeof annualRateBp === 'string' ? odd(annualRateBp) : rateText(annualRateBp ?? null, annualRatePpm ?? null),
      isNumber: true,
    },
    extra(text('appliedOn')),
    text('disbursedOn'),
    text('maturesOn'),
    extra(text('originalMaturesOn')),
    extra(text('noteNumber')),
    extra(amount('interestPaidFen')),
    extra(text('class', (word) => word && words.loanClass(word))),
    extra(text('repaidOn')),
  ];
}
