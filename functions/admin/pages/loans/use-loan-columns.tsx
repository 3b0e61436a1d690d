import type { Shape } from '../../api/calls.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { knownName } from '../../parts/enterprise-names.ts';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { rateText } from '../../parts/rate.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { hrefOf } from '../../shell/address.ts';
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
    {
      key: 'contract',
      title: texts.contract,
      value: ({ contractNumber, loanId }) => contractNumber || loanId,
      show: ({ contractNumber, loanId }) => <a href={hrefOf(`/loans/${loanId}`)}>{contractNumber || loanId}</a>,
    },
    {
      key: 'enterprise',
      title: texts.enterprise,
      value: ({ creditCode }) => knownName(creditCode),
      show: ({ creditCode }) => <EnterpriseLink creditCode={creditCode} />,
    },
    textColumn('institution', texts.institution, ({ institutionId }) => nameOf(institutionId)),
    textColumn('mode', texts.mode, ({ mode }) => words.mode(mode)),
    {
      key: 'state',
      title: texts.state,
      value: ({ state }) => state,
      show: ({ state }) => <StateMark of="loan" state={state} />,
    },
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
    {
      key: 'overdueDays',
      title: texts.overdueDays,
      value: ({ overdueDays }) => overdueDays,
      show: ({ overdueDays }) => overdueDays,
      isNumber: true,
      isExtra: true,
    },
  ];
}
