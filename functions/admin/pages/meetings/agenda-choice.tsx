import { Table } from 'antd';
import { Amount } from '../../parts/amount.tsx';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { useTexts } from '../../shell/language.tsx';
import { meetingsTexts } from './texts.ts';

interface AgendaRow {
  readonly id: string;
  readonly creditCode: string;
  readonly institutionId: string | null;
  readonly amountFen: number | null;
  readonly day: string | null;
}

interface AgendaChoiceProps {
  readonly label: string;
  readonly rows: readonly AgendaRow[];
  /** Of the form: the ids chosen. */
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

/** Which of what waits goes on the agenda. */
export function AgendaChoice({ label, rows, value = [], onChange }: AgendaChoiceProps) {
  const texts = useTexts(meetingsTexts);
  const nameOf = useInstitutionName();
  return (
    // Not scrolled sideways: the row that antd measures by would hold the head's checkbox a second time, hidden and in the tab order.
    <Table<AgendaRow>
      aria-label={label}
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      rowSelection={{
        selectedRowKeys: value,
        onChange: (keys) => onChange?.(keys.map(String)),
        getCheckboxProps: ({ creditCode }) => ({ 'aria-label': `${label} ${creditCode}` }),
        getTitleCheckboxProps: () => ({ 'aria-label': texts.all }),
      }}
      columns={[
        { title: texts.enterprise, render: (_, row) => <EnterpriseLink creditCode={row.creditCode} /> },
        { title: texts.institution, render: (_, row) => nameOf(row.institutionId) },
        { title: texts.claimed, align: 'right', render: (_, row) => <Amount fen={row.amountFen} /> },
        { title: texts.filedOn, render: (_, row) => row.day ?? texts.none },
      ]}
    />
  );
}
