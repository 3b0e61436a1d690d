import { Table } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { fundTexts } from './texts.ts';

/** What is approved and waits for its turn or for money; nothing is shown where nothing does (R25, R26). */
export function SettlementLine() {
  const texts = useTexts(fundTexts);
  const nameOf = useInstitutionName();
  const { value, problem } = useRead('/v1/fund/line', {}, { everyMs: 10_000 });
  if (problem) return <ProblemNotice problem={problem} />;
  if (!value || value.items.length === 0) return null;
  return (
    <Panel title={texts.line}>
      <p className="quiet">{texts.lineSays}</p>
      <Table
        aria-label={texts.line}
        size="small"
        rowKey="claimId"
        dataSource={value.items}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: texts.place, render: (_, __, index) => index + 1 },
          { title: texts.claim, render: (_, row) => <a href={hrefOf(`/claims/${row.claimId}`)}>{row.claimId}</a> },
          { title: texts.institution, render: (_, row) => nameOf(row.institutionId) },
          { title: texts.needed, align: 'right', render: (_, row) => <Amount fen={row.neededFen} /> },
          { title: texts.failures, align: 'right', dataIndex: 'failures' },
        ]}
      />
    </Panel>
  );
}
