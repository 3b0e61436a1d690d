import type { Shape } from '../../api/calls.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { enterpriseColumn } from '../../parts/enterprise-column.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { linkColumn } from '../../parts/link-column.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { rateText } from '../../parts/rate.ts';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { loansTexts } from './texts.ts';

type Loan = Shape<'Loan'>;

/** The columns of the list of loans. */
export function useLoanColumns(): readonly Column<Loan>[] {
  const texts = useTexts(loansTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  return [
    linkColumn(
      'contract',
      texts.contract,
      ({ contractNumber, loanId }) => contractNumber || loanId,
      ({ loanId }) => `/loans/${loanId}`,
    ),
    enterpriseColumn(texts.enterprise),
    textColumn('institution', texts.institution, ({ institutionId }) => nameOf(institutionId)),
    textColumn('mode', texts.mode, ({ mode }) => words.mode(mode)),
    stateColumn('loan', texts.state),
    amountColumn('principal', texts.principal, ({ principalFen }) => principalFen),
    amountColumn('outstanding', texts.outstanding, ({ outstandingFen }) => outstandingFen),
    textColumn('disbursedOn', texts.disbursedOn, ({ disbursedOn }) => disbursedOn),
    textColumn('maturesOn', texts.maturesOn, ({ maturesOn }) => maturesOn),
    {
      key: 'rate',
      title: texts.rate,
      value: ({ annualRateBp }) => annualRateBp / 100,
      show: ({ annualRateBp, annualRatePpm }) => rateText(annualRateBp, annualRatePpm),
      isNumber: true,
      isExtra: true,
    },
    { ...textColumn<Loan>('class', texts.class, (row) => words.loanClass(row.class)), isExtra: true },
    { ...numberColumn<Loan>('overdueDays', texts.overdueDays, ({ overdueDays }) => overdueDays), isExtra: true },
  ];
}
