import { useCallback } from 'react';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import { daysFromToday } from '../../parts/day.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { FilterText } from '../../parts/filter-text.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { loansTexts } from './texts.ts';
import { useLoanColumns } from './use-loan-columns.tsx';

type Loan = Shape<'Loan'>;

/** All loans that whoever looks may see. */
export default function LoansPage() {
  const texts = useTexts(loansTexts);
  const words = useWords();
  const columns = useLoanColumns();
  const filters = useFilters('state', 'institutionId', 'mode', 'maturing', 'contract');
  const { state, institutionId, mode, maturing, contract } = filters.values;
  const listing = useList('/v1/loans', {
    query: {
      ...(state !== '' && { state: state as Loan['state'] }),
      ...(institutionId !== '' && { institutionId }),
      ...(maturing !== '' && { maturingBefore: daysFromToday(Number(maturing) + 1) }),
      ...(contract !== '' && { contractNumber: contract }),
    },
  });
  const filter = useCallback((loan: Loan) => mode === '' || loan.mode === mode, [mode]);
  return (
    <>
      <PageHead title={texts.title} />
      <Panel>
        <div className="filters">
          <FilterText filters={filters} name="contract" label={texts.searchContract} width={240} />
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('loan')}
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
            name="mode"
            label={texts.mode}
            all={texts.all}
            options={Object.entries(words.names.modes).map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            filters={filters}
            name="maturing"
            label={texts.maturing}
            all={texts.all}
            options={[
              { value: '30', label: texts.within30 },
              { value: '90', label: texts.within90 },
            ]}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ loanId }) => loanId}
          filter={filter}
        />
      </Panel>
    </>
  );
}
