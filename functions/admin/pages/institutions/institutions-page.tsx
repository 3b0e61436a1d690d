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
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { Agreements } from './agreements.tsx';
import { EnterInstitution } from './enter-institution.tsx';
import { institutionsTexts } from './texts.ts';

type Institution = Shape<'Institution'>;

/** Banks, guarantors and holdings of the programme. */
export default function InstitutionsPage() {
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const isOffice = useHasRole('office');
  const seesAgreements = useHasRole('office', 'auditor');
  const filters = useFilters('kind', 'state');
  const { kind, state } = filters.values;
  const listing = useList('/v1/institutions', {
    query: {
      ...(kind !== '' && { kind: kind as Institution['kind'] }),
      ...(state !== '' && { state: state as Institution['state'] }),
    },
  });
  const columns: readonly Column<Institution>[] = [
    {
      key: 'name',
      title: texts.name,
      value: ({ name }) => name,
      show: ({ name, institutionId }) => <a href={hrefOf(`/institutions/${institutionId}`)}>{name}</a>,
    },
    textColumn('kind', texts.kind, (row) => words.kind(row.kind)),
    textColumn('id', texts.id, ({ institutionId }) => institutionId),
    textColumn('creditCode', texts.creditCode, ({ creditCode }) => creditCode),
    textColumn('since', texts.since, ({ admissions }) => admissions.at(-1)?.from),
    {
      key: 'state',
      title: texts.state,
      value: (row) => row.state,
      show: (row) => <StateMark of="institution" state={row.state} />,
    },
  ];
  return (
    <>
      <PageHead title={texts.title}>{isOffice && <EnterInstitution onDone={listing.reload} />}</PageHead>
      <Panel>
        <div className="filters">
          <FilterSelect
            filters={filters}
            name="kind"
            label={texts.kind}
            all={texts.all}
            options={['bank', 'guarantor', 'holding'].map((value) => ({ value, label: words.kind(value) }))}
          />
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('institution')}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ institutionId }) => institutionId}
        />
      </Panel>
      {seesAgreements && <Agreements />}
    </>
  );
}
