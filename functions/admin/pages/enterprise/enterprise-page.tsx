import { Descriptions } from 'antd';
import { useEffect } from 'react';
import { useRead } from '../../api/use-read.ts';
import { learnNames } from '../../parts/enterprise-names.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { CapQuestions } from './cap-questions.tsx';
import { Certificates } from './certificates.tsx';
import { Eligibility } from './eligibility.tsx';
import { Exposure } from './exposure.tsx';
import { EnterpriseApplications, EnterpriseLoans } from './lending.tsx';
import { enterpriseTexts } from './texts.ts';

/** The file of an enterprise (一企一档): standing, certificates, exposure, loans, history. */
export default function EnterprisePage({ params }: PageProps) {
  const creditCode = params.creditCode ?? '';
  const texts = useTexts(enterpriseTexts);
  const seesHistory = useHasRole('office', 'auditor');
  const { value, problem } = useRead('/v1/enterprises/{creditCode}', { params: { creditCode } });
  useEffect(() => learnNames(value ? [value] : []), [value]);
  if (!value) return <ProblemNotice problem={problem} />;
  const { name, listed, listedSince, basis, formerNames, nextChangeOn } = value;
  return (
    <>
      <PageHead title={name} beside={<StateMark of="listing" state={listed ? 'listed' : 'unlisted'} />} />
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 3 }}
          items={[
            { key: 'code', label: texts.creditCode, children: <span className="code">{creditCode}</span> },
            { key: 'since', label: texts.listedSince, children: listedSince ?? texts.none },
            { key: 'basis', label: texts.basis, children: basis === null ? texts.none : texts[basis] },
            { key: 'next', label: texts.nextChange, children: nextChangeOn ?? texts.none },
            { key: 'former', label: texts.formerNames, children: formerNames.join('、') || texts.none },
          ]}
        />
      </Panel>
      <Certificates qualifications={value.qualifications} />
      <Exposure enterprise={value} />
      <Eligibility creditCode={creditCode} />
      <EnterpriseApplications creditCode={creditCode} />
      <EnterpriseLoans creditCode={creditCode} />
      {seesHistory && <CapQuestions creditCode={creditCode} />}
      {seesHistory && (
        <HistoryPanel
          path="/v1/enterprises/{creditCode}/history"
          params={{ creditCode }}
          kind="enterprises"
          id={creditCode}
        />
      )}
    </>
  );
}
