import { Table } from 'antd';
import { Amount } from '../../parts/amount.tsx';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import type { Affected, Refused } from './dry-run-total.ts';
import { policiesTexts } from './texts.ts';

/** Enterprises that a version would touch. */
export function AffectedEnterprises({ rows }: { readonly rows: Affected['items'] }) {
  const texts = useTexts(policiesTexts);
  return (
    <Table
      aria-label={texts.enterprise}
      size="small"
      rowKey="creditCode"
      dataSource={rows}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: texts.enterprise,
          render: (_, { creditCode, name }) => <a href={hrefOf(`/enterprises/${creditCode}`)}>{name}</a>,
        },
        { title: texts.exposure, align: 'right', render: (_, { exposureFen }) => <Amount fen={exposureFen} /> },
      ]}
    />
  );
}

/** Applications that a version would refuse. */
export function AffectedApplications({ rows }: { readonly rows: Refused['items'] }) {
  const texts = useTexts(policiesTexts);
  const nameOf = useInstitutionName();
  return (
    <Table
      aria-label={texts.application}
      size="small"
      rowKey="applicationId"
      dataSource={rows}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: texts.enterprise, render: (_, { creditCode }) => <EnterpriseLink creditCode={creditCode} /> },
        {
          title: texts.application,
          render: (_, { applicationId, institutionId }) => (
            <a href={hrefOf(`/reviews/${applicationId}`)}>{nameOf(institutionId)}</a>
          ),
        },
        { title: texts.amount, align: 'right', render: (_, { amountFen }) => <Amount fen={amountFen} /> },
        { title: texts.code, render: (_, { code, rule }) => [rule, code].filter(Boolean).join(' ') },
      ]}
    />
  );
}
