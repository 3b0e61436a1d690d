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
import { reviewsTexts } from './texts.ts';
import { useConsentEntries } from './use-consent-entries.ts';

/** What is asked, and what the bank decided. */
export function ApplicationTerms({ application }: { readonly application: Shape<'Application'> }) {
  const texts = useTexts(reviewsTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const { loanId, additionalSecurity, reason } = application;
  const consentEntries = useConsentEntries(application);
  const entry = (key: string, label: string, children: React.ReactNode) => ({ key, label, children });
  return (
    <Panel title={texts.terms}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          entry('enterprise', texts.enterprise, <EnterpriseLink creditCode={application.creditCode} />),
          entry('institution', texts.institution, nameOf(application.institutionId)),
          entry('amount', texts.amount, <Amount fen={application.amountFen} />),
          entry('approved', texts.approved, <Amount fen={application.approvedAmountFen} />),
          entry('mode', texts.mode, words.mode(application.mode)),
          entry('guarantor', texts.guarantor, nameOf(application.guarantorId)),
          entry('term', texts.term, filled(texts.months, { months: application.termMonths })),
          entry('rate', texts.rate, rateText(application.annualRateBp, application.annualRatePpm)),
          entry('submitted', texts.submittedOn, application.submittedOn),
          entry('expires', texts.expiresOn, application.expiresOn ?? texts.none),
          entry('policy', texts.policy, application.policy),
          entry('purpose', texts.purpose, application.purpose),
          ...(additionalSecurity.length === 0
            ? []
            : [entry('security', texts.security, additionalSecurity.map(({ description }) => description).join('；'))]),
          ...consentEntries.map(({ key, label, said }) => entry(key, label, said)),
          ...(reason === null ? [] : [entry('reason', texts.reason, reason)]),
          ...(loanId === null ? [] : [entry('loan', texts.loan, <a href={hrefOf(`/loans/${loanId}`)}>{loanId}</a>)]),
        ]}
      />
    </Panel>
  );
}
