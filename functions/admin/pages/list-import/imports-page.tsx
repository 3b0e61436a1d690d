import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { listImportTexts } from './texts.ts';

type Import = Shape<'Import'>;

/** All imports, newest first. */
export default function ImportsPage() {
  const texts = useTexts(listImportTexts);
  const words = useWords();
  const isOffice = useHasRole('office');
  const listing = useList('/v1/imports');
  const number = (key: 'total' | 'added' | 'updated' | 'revoked' | 'rejected'): Column<Import> => ({
    key,
    title: texts[key],
    value: (row) => row[key],
    show: (row) => row[key],
    isNumber: true,
  });
  const titleOf = ({ source, importId }: Import): string => source?.title ?? importId;
  const columns: readonly Column<Import>[] = [
    {
      key: 'source',
      title: texts.source,
      value: titleOf,
      show: (row) => <a href={hrefOf(`/enterprises/imports/${row.importId}`)}>{titleOf(row)}</a>,
    },
    {
      key: 'kind',
      title: texts.kind,
      value: ({ kind, category }) => (category === null ? words.kind(kind) : words.category(category)),
      show: ({ kind, category, dryRun }) =>
        `${category === null ? words.kind(kind) : words.category(category)}${dryRun ? `（${texts.dryRun}）` : ''}`,
    },
    {
      key: 'state',
      title: texts.state,
      value: ({ state }) => state,
      show: ({ state }) => <StateMark of="import" state={state} />,
    },
    number('total'),
    number('added'),
    number('updated'),
    number('revoked'),
    number('rejected'),
    {
      key: 'acceptedBy',
      title: texts.acceptedBy,
      value: ({ acceptedBy }) => acceptedBy,
      show: ({ acceptedBy }) => acceptedBy,
    },
  ];
  return (
    <>
      <PageHead title={texts.imports}>
        {isOffice && (
          <Button type="primary" href={hrefOf('/enterprises/import')}>
            {texts.title}
          </Button>
        )}
      </PageHead>
      <Panel>
        <ListTable
          name={texts.imports}
          label={texts.imports}
          listing={listing}
          columns={columns}
          keyOf={({ importId }) => importId}
        />
      </Panel>
    </>
  );
}
