import { Table } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { Amount } from '../../parts/amount.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { enterpriseTexts } from './texts.ts';

/** The applications of an enterprise, at whatever institution. */
export function EnterpriseApplications({ creditCode }: { readonly creditCode: string }) {
  const texts = useTexts(enterpriseTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const { items, problem } = useList('/v1/applications', { query: { creditCode } });
  return (
    <Panel title={texts.applications}>
      <ProblemNotice problem={problem} />
      <Table<Shape<'Application'>>
        aria-label={texts.applications}
        size="small"
        rowKey="applicationId"
        dataSource={[...items]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: texts.submittedOn,
            render: (_, row) => <a href={hrefOf(`/reviews/${row.applicationId}`)}>{row.submittedOn}</a>,
          },
          { title: texts.institution, render: (_, row) => nameOf(row.institutionId) },
          { title: texts.mode, render: (_, row) => words.mode(row.mode) },
          { title: texts.amount, align: 'right', render: (_, row) => <Amount fen={row.amountFen} /> },
          { title: texts.state, render: (_, row) => <StateMark of="application" state={row.state} /> },
        ]}
      />
    </Panel>
  );
}

/** The loans of an enterprise. */
export function EnterpriseLoans({ creditCode }: { readonly creditCode: string }) {
  const texts = useTexts(enterpriseTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const { items, problem } = useList('/v1/loans', { query: { creditCode } });
  return (
    <Panel title={texts.loans}>
      <ProblemNotice problem={problem} />
      <Table<Shape<'Loan'>>
        aria-label={texts.loans}
        size="small"
        rowKey="loanId"
        dataSource={[...items]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: texts.contract,
            render: (_, row) => <a href={hrefOf(`/loans/${row.loanId}`)}>{row.contractNumber || row.loanId}</a>,
          },
          { title: texts.institution, render: (_, row) => nameOf(row.institutionId) },
          { title: texts.mode, render: (_, row) => words.mode(row.mode) },
          { title: texts.amount, align: 'right', render: (_, row) => <Amount fen={row.principalFen} /> },
          { title: texts.outstanding, align: 'right', render: (_, row) => <Amount fen={row.outstandingFen} /> },
          { title: texts.maturesOn, dataIndex: 'maturesOn' },
          { title: texts.state, render: (_, row) => <StateMark of="loan" state={row.state} /> },
        ]}
      />
    </Panel>
  );
}
