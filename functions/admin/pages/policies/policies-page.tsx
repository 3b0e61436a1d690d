import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { policiesTexts } from './texts.ts';

type Policy = Shape<'Policy'>;

/** The policy book: every version, the newest in effect first (R1). */
export default function PoliciesPage() {
  const texts = useTexts(policiesTexts);
  const isOffice = useHasRole('office');
  const listing = useList('/v1/policies');
  const columns: readonly Column<Policy>[] = [
    {
      key: 'name',
      title: texts.name,
      value: ({ name }) => name,
      show: ({ name, policyId }) => <a href={hrefOf(`/policies/${policyId}`)}>{name}</a>,
    },
    textColumn('from', texts.effectiveFrom, ({ effectiveFrom }) => effectiveFrom),
    textColumn('through', texts.effectiveThrough, ({ effectiveThrough }) => effectiveThrough),
    textColumn('source', texts.source, ({ source }) => [source.title, source.documentNumber].filter(Boolean).join(' ')),
    {
      key: 'state',
      title: texts.state,
      value: ({ state }) => state,
      show: ({ state, inForce }) => (
        <>
          <StateMark of="policy" state={state} /> {inForce && <strong>{texts.inForce}</strong>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHead title={texts.title}>
        {isOffice && (
          <Button type="primary" href={hrefOf('/policies/new')}>
            {texts.draft}
          </Button>
        )}
      </PageHead>
      <Panel>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ policyId }) => policyId}
        />
      </Panel>
    </>
  );
}
