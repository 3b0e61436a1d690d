import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import type { Shape } from '../../api/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { claimsTexts } from './texts.ts';

/** What the bank claims, and why. */
export function ClaimFacts({ claim }: { readonly claim: Shape<'Claim'> }) {
  const texts = useTexts(claimsTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const entry = (key: string, label: string, children: ReactNode) => ({ key, label, children });
  return (
    <Panel title={texts.facts}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          entry('enterprise', texts.enterprise, <EnterpriseLink creditCode={claim.creditCode} />),
          entry('institution', texts.institution, nameOf(claim.institutionId)),
          entry('loan', texts.loan, <a href={hrefOf(`/loans/${claim.loanId}`)}>{claim.loanId}</a>),
          entry('mode', texts.mode, words.mode(claim.mode)),
          entry('guarantor', texts.guarantor, nameOf(claim.guarantorId)),
          entry('filed', texts.filedOn, claim.filedOn ?? texts.none),
          entry('claimed', texts.claimed, <Amount fen={claim.claimedFen} />),
          entry('principal', texts.principalLoss, <Amount fen={claim.principalLossFen} />),
          entry('interest', texts.interestLoss, <Amount fen={claim.interestLossFen} />),
          entry('default', texts.defaultedOn, claim.defaultedOn ?? texts.none),
          entry('suit', texts.suitFiledOn, claim.suitFiledOn ?? texts.none),
          entry('policy', texts.policy, claim.policy ?? texts.none),
          entry('statement', texts.statement, claim.statement ?? texts.none),
          ...(claim.note === null ? [] : [entry('note', texts.note, claim.note)]),
        ]}
      />
    </Panel>
  );
}
