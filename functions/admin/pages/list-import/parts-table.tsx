import { Table } from 'antd';
import type { Shape } from '../../api/calls.ts';
import type { PlannedImport } from '../../imports/use-plan.ts';
import { countText } from '../../parts/count-text.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { filled } from '../../parts/texts.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface PartsTableProps {
  readonly planned: PlannedImport;
  readonly values: ReadonlyMap<string, Shape<'Import'>>;
}

/** The parts of an import, each leading to its own page. */
export function PartsTable({ planned: { plan, sheet }, values }: PartsTableProps) {
  const texts = useTexts(listImportTexts);
  const parts = plan.commit.length;
  const rows = plan.commit.map(({ importId }, index) => ({
    part: index + 1,
    importId,
    rows: sheet.parts[index]?.length ?? 0,
    value: importId === null ? undefined : values.get(importId),
  }));
  type Row = (typeof rows)[number];
  const count = (name: 'added' | 'updated' | 'unchanged' | 'revoked' | 'rejected') => ({
    key: name,
    title: texts[name],
    align: 'right' as const,
    render: (_: unknown, { value }: Row) => (value ? countText(value[name]) : texts.none),
  });
  return (
    <Table<Row>
      aria-label={texts.parts}
      size="small"
      rowKey="part"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        {
          key: 'part',
          title: texts.part,
          render: (_, { part, importId }) => {
            const said = filled(texts.partOf, { part, parts });
            return importId === null ? said : <a href={hrefOf(`/enterprises/imports/${importId}`)}>{said}</a>;
          },
        },
        { key: 'rows', title: texts.total, align: 'right', render: (_, row) => countText(row.rows) },
        {
          key: 'state',
          title: texts.state,
          render: (_, { value }) => (value ? <StateMark of="import" state={value.state} /> : texts.none),
        },
        count('added'),
        ...(plan.kind === 'list' ? [count('updated')] : []),
        count('unchanged'),
        ...(plan.kind === 'list' ? [count('revoked')] : []),
        count('rejected'),
      ]}
    />
  );
}
