import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import type { Column } from '../../parts/column.ts';
import { todayHere } from '../../parts/day.ts';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { knownName } from '../../parts/enterprise-names.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

type Claim = Shape<'Claim'>;

/** Claims by where they stand. */
export default function ClaimsPage() {
  const texts = useTexts(claimsTexts);
  const nameOf = useInstitutionName();
  const filters = useFilters('state', 'institutionId', 'year');
  const { state, institutionId, year } = filters.values;
  const thisYear = Number(todayHere().slice(0, 4));
  const listing = useList('/v1/claims', {
    query: {
      ...(state !== '' && { state: state as Claim['state'] }),
      ...(institutionId !== '' && { institutionId }),
      ...(/^\d{4}$/.test(year) && { year: Number(year) }),
    },
  });
  const columns: readonly Column<Claim>[] = [
    {
      key: 'filedOn',
      title: texts.filedOn,
      value: ({ filedOn }) => filedOn,
      show: ({ filedOn, claimId }) => <a href={hrefOf(`/claims/${claimId}`)}>{filedOn ?? claimId}</a>,
    },
    {
      key: 'enterprise',
      title: texts.enterprise,
      value: ({ creditCode }) => knownName(creditCode),
      show: ({ creditCode }) => <EnterpriseLink creditCode={creditCode} />,
    },
    textColumn('institution', texts.institution, (row) => nameOf(row.institutionId)),
    amountColumn('claimed', texts.claimed, ({ claimedFen }) => claimedFen),
    amountColumn('assessed', texts.assessed, ({ assessedFen }) => assessedFen),
    amountColumn('fund', texts.fund, ({ shares }) => shares?.fundFen),
    amountColumn('payable', texts.payable, ({ payableFen }) => payableFen),
    {
      key: 'state',
      title: texts.state,
      value: (row) => row.state,
      show: (row) => <StateMark of="claim" state={row.state} />,
    },
  ];
  return (
    <>
      <PageHead title={texts.title} />
      <Panel>
        <div className="filters">
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('claim')}
          />
          <FilterSelect
            filters={filters}
            name="institutionId"
            label={texts.institution}
            all={texts.all}
            options={useBankOptions()}
          />
          <FilterSelect
            filters={filters}
            name="year"
            label={texts.year}
            all={texts.all}
            options={Array.from({ length: 6 }, (_, index) => String(thisYear - index)).map((value) => ({
              value,
              label: value,
            }))}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ claimId }) => claimId}
        />
      </Panel>
    </>
  );
}
