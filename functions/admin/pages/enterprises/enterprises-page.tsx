import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import { daysFromToday } from '../../parts/day.ts';
import { learnNames } from '../../parts/enterprise-names.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { FilterText } from '../../parts/filter-text.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { enterprisesTexts } from './texts.ts';
import { useEnterpriseColumns } from './use-enterprise-columns.tsx';

/** The list (名单): every enterprise that was ever on it, searched and filtered. */
export default function EnterprisesPage() {
  const texts = useTexts(enterprisesTexts);
  const words = useWords();
  const columns = useEnterpriseColumns();
  const isOffice = useHasRole('office', 'auditor');
  const mayImport = useHasRole('office');
  const filters = useFilters('q', 'listed', 'category', 'change');
  const { q, listed, category, change } = filters.values;
  const listing = useList('/v1/enterprises', {
    query: {
      ...(q.length >= 2 && { q }),
      ...((listed === 'true' || listed === 'false') && { listed }),
      ...(category !== '' && { category }),
    },
  });
  useEffect(() => learnNames(listing.items), [listing.items]);
  const filter = useCallback(
    ({ nextChangeOn }: Shape<'Enterprise'>) =>
      change === '' || (nextChangeOn !== null && nextChangeOn <= daysFromToday(Number(change))),
    [change],
  );

  return (
    <>
      <PageHead title={texts.title}>
        {isOffice && <Button href={hrefOf('/enterprises/imports')}>{texts.imports}</Button>}
        {mayImport && (
          <Button type="primary" href={hrefOf('/enterprises/import')}>
            {texts.importList}
          </Button>
        )}
      </PageHead>
      <Panel>
        <div className="filters">
          <FilterText filters={filters} name="q" label={texts.search} width={320} />
          <FilterSelect
            filters={filters}
            name="listed"
            label={texts.listed}
            all={texts.all}
            options={[
              { value: 'true', label: texts.yes },
              { value: 'false', label: texts.no },
            ]}
          />
          <FilterSelect
            filters={filters}
            name="category"
            label={texts.category}
            all={texts.all}
            options={Object.entries(words.names.categories).map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            filters={filters}
            name="change"
            label={texts.expiring}
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
          keyOf={({ creditCode }) => creditCode}
          filter={filter}
        />
      </Panel>
    </>
  );
}
