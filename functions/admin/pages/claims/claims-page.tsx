import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { enterpriseColumn } from '../../parts/enterprise-column.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { yearOf, yearOptions } from '../../parts/years.ts';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

type Claim = Shape<'Claim'>;

/** Claims by where they stand. */
export default function ClaimsPage() {
  const texts = useTexts(claimsTexts);
  const nameOf = useInstitutionName();
  const filters = useFilters('state', 'institutionId', 'year');
  const { state, institutionId, year } = filters.values;
  const listing = useList('/v1/claims', {
    query: { state: state as Claim['state'], institutionId, year: yearOf(year) },
  });
  const columns: readonly Column<Claim>[] = [
    linkColumn(
      'filedOn',
      texts.filedOn,
      ({ filedOn, claimId }) => filedOn ?? claimId,
      ({ claimId }) => `/claims/${claimId}`,
    ),
    enterpriseColumn(texts.enterprise),
    textColumn('institution', texts.institution, (row) => nameOf(row.institutionId)),
    amountColumn('claimed', texts.claimed, ({ claimedFen }) => claimedFen),
    amountColumn('assessed', texts.assessed, ({ assessedFen }) => assessedFen),
    amountColumn('fund', texts.fund, ({ shares }) => shares?.fundFen),
    amountColumn('payable', texts.payable, ({ payableFen }) => payableFen),
    stateColumn('claim', texts.state),
  ];
  return (
    <ListPage
      title={texts.title}
      filters={filters}
      fields={[
        { kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('claim') },
        { kind: 'choice', name: 'institutionId', label: texts.institution, options: useBankOptions() },
        { kind: 'choice', name: 'year', label: texts.year, options: yearOptions() },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ claimId }) => claimId}
    />
  );
}
