import { Descriptions } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { rateText } from '../../parts/rate.ts';
import { filled } from '../../parts/texts.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { loansTexts } from './texts.ts';

/** What a loan is, and where it stands. */
export function LoanTerms({ loan }: { readonly loan: Shape<'Loan'> }) {
  const texts = useTexts(loansTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const entry = (key: string, label: string, children: React.ReactNode) => ({ key, label, children });
  const day = (value: string | null): string => value ?? texts.none;
  return (
    <Panel title={texts.terms}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          entry('enterprise', texts.enterprise, <EnterpriseLink creditCode={loan.creditCode} />),
          entry('institution', texts.institution, nameOf(loan.institutionId)),
          entry('mode', texts.mode, words.mode(loan.mode)),
          entry('guarantor', texts.guarantor, nameOf(loan.guarantorId)),
          entry('principal', texts.principal, <Amount fen={loan.principalFen} />),
          entry('outstanding', texts.outstanding, <Amount fen={loan.outstandingFen} />),
          entry('disbursed', texts.disbursedOn, loan.disbursedOn),
          entry('matures', texts.maturesOn, loan.maturesOn),
          entry('original', texts.originalMaturesOn, loan.originalMaturesOn),
          entry('extensions', texts.extensions, loan.extensions),
          entry('rate', texts.rate, rateText(loan.annualRateBp, loan.annualRatePpm)),
          entry('note', texts.note, loan.noteNumber || texts.none),
          entry('class', texts.class, words.loanClass(loan.class)),
          entry('classAsOf', texts.classAsOf, day(loan.classAsOf)),
          entry('overdue', texts.overdueDays, filled(texts.days, { days: loan.overdueDays })),
          entry('interest', texts.interestPaid, <Amount fen={loan.interestPaidFen} />),
          entry('unpaid', texts.unpaidInterest, <Amount fen={loan.unpaidInterestFen} />),
          entry('repaid', texts.lastRepaidOn, day(loan.lastRepaidOn)),
          entry('bad', texts.nonPerformingSince, day(loan.nonPerformingSince)),
          entry('off', texts.writtenOffOn, day(loan.writtenOffOn)),
          entry('policy', texts.policy, loan.policy),
          entry(
            'application',
            texts.application,
            loan.applicationId === null ? (
              texts.imported
            ) : (
              <a href={hrefOf(`/reviews/${loan.applicationId}`)}>{loan.applicationId}</a>
            ),
          ),
        ]}
      />
    </Panel>
  );
}
