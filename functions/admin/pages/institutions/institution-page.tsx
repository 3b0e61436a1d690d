import { Descriptions, Table } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import type { PageProps } from '../pages.ts';
import { Breaker } from './breaker.tsx';
import { DecideAdmission } from './decide-admission.tsx';
import { institutionsTexts } from './texts.ts';

/** An institution and its admissions. */
export default function InstitutionPage({ params }: PageProps) {
  const institutionId = params.institutionId ?? '';
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const isOffice = useHasRole('office');
  const { value, problem, reload } = useRead('/v1/institutions/{institutionId}', { params: { institutionId } });
  if (!value) return <ProblemNotice problem={problem} />;
  const { name, state, kind, creditCode, admissions, version } = value;
  return (
    <>
      <PageHead title={name} beside={<StateMark of="institution" state={state} />}>
        {isOffice && <DecideAdmission institution={value} onDone={reload} />}
      </PageHead>
      <ProblemNotice problem={problem} />
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            { key: 'kind', label: texts.kind, children: words.kind(kind) },
            { key: 'id', label: texts.id, children: institutionId },
            { key: 'code', label: texts.creditCode, children: creditCode },
            {
              key: 'loans',
              label: texts.loans,
              children: <a href={hrefOf('/loans', { institutionId })}>{texts.seeLoans}</a>,
            },
          ]}
        />
      </Panel>
      <Breaker institution={value} onDone={reload} />
      <Panel title={texts.admissions}>
        <Table
          aria-label={texts.admissions}
          size="small"
          rowKey={({ from, state: each }) => `${from} ${each}`}
          dataSource={[...admissions].reverse()}
          pagination={false}
          columns={[
            { title: texts.from, dataIndex: 'from' },
            { title: texts.decision, render: (_, row) => texts[row.state] },
            { title: texts.reason, render: (_, row) => row.reason ?? texts.none },
          ]}
        />
      </Panel>
      <HistoryPanel
        key={version}
        path="/v1/institutions/{institutionId}/history"
        params={{ institutionId }}
        kind="institutions"
        id={institutionId}
      />
    </>
  );
}
