import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { stateColumn } from '../../parts/state-column.tsx';
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
    linkColumn(
      'name',
      texts.name,
      ({ name }) => name,
      ({ policyId }) => `/policies/${policyId}`,
    ),
    textColumn('from', texts.effectiveFrom, ({ effectiveFrom }) => effectiveFrom),
    textColumn('through', texts.effectiveThrough, ({ effectiveThrough }) => effectiveThrough),
    textColumn('source', texts.source, ({ source }) => [source.title, source.documentNumber].filter(Boolean).join(' ')),
    {
      ...stateColumn('policy', texts.state),
      show: ({ state, inForce }) => (
        <>
          <StateMark of="policy" state={state} /> {inForce && <strong>{texts.inForce}</strong>}
        </>
      ),
    },
  ];
  return (
    <ListPage
      title={texts.title}
      actions={
        isOffice && (
          <Button type="primary" href={hrefOf('/policies/new')}>
            {texts.draft}
          </Button>
        )
      }
      listing={listing}
      columns={columns}
      keyOf={({ policyId }) => policyId}
    />
  );
}
