import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import type { Column } from '../../parts/column.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { inclusionsTexts } from './texts.ts';

type Inclusion = Shape<'Inclusion'>;

/** Requests for exceptional inclusion (R5). */
export default function InclusionsPage() {
  const texts = useTexts(inclusionsTexts);
  const filters = useFilters('state');
  const { state } = filters.values;
  const listing = useList('/v1/inclusions', {
    query: state === '' ? {} : { state: state as Inclusion['state'] },
  });
  const columns: readonly Column<Inclusion>[] = [
    {
      key: 'enterprise',
      title: texts.enterprise,
      value: ({ name }) => name,
      show: ({ name, inclusionId }) => <a href={hrefOf(`/inclusions/${inclusionId}`)}>{name}</a>,
    },
    textColumn('submittedOn', texts.submittedOn, ({ submittedOn }) => submittedOn),
    textColumn('submittedBy', texts.submittedBy, ({ submittedBy }) => submittedBy),
    textColumn('validUntil', texts.validUntil, ({ validUntil }) => validUntil ?? texts.openEnded),
    textColumn('includedFrom', texts.includedFrom, ({ includedFrom }) => includedFrom),
    {
      key: 'state',
      title: texts.state,
      value: (row) => row.state,
      show: (row) => <StateMark of="inclusion" state={row.state} />,
    },
  ];
  return (
    <>
      <PageHead title={texts.title} />
      <Panel>
        <p className="quiet">{texts.says}</p>
        <div className="filters">
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('inclusion')}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ inclusionId }) => inclusionId}
        />
      </Panel>
    </>
  );
}
