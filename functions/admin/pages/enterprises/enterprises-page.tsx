import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { daysFromToday } from '../../parts/day.ts';
import { learnNames } from '../../parts/enterprise-names.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { optionsOf } from '../../parts/options.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { enterprisesTexts } from './texts.ts';
import { useEnterpriseColumns } from './use-enterprise-columns.tsx';

/** The API searches by no shorter word. */
const lengthMin = 2;

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
      ...(q.length >= lengthMin && { q }),
      ...((listed === 'true' || listed === 'false') && { listed }),
      category,
    },
  });
  useEffect(() => learnNames(listing.items), [listing.items]);
  const filter = useCallback(
    ({ nextChangeOn }: Shape<'Enterprise'>) =>
      change === '' || (nextChangeOn !== null && nextChangeOn <= daysFromToday(Number(change))),
    [change],
  );

  return (
    <ListPage
      title={texts.title}
      actions={
        <>
          {isOffice && <Button href={hrefOf('/enterprises/imports')}>{texts.imports}</Button>}
          {mayImport && (
            <Button type="primary" href={hrefOf('/enterprises/import')}>
              {texts.importList}
            </Button>
          )}
        </>
      }
      filters={filters}
      fields={[
        { kind: 'text', name: 'q', label: texts.words, hint: texts.search, width: 320, lengthMin },
        {
          kind: 'choice',
          name: 'listed',
          label: texts.listed,
          options: optionsOf({ true: texts.yes, false: texts.no }),
        },
        { kind: 'choice', name: 'category', label: texts.category, options: optionsOf(words.names.categories) },
        {
          kind: 'choice',
          name: 'change',
          label: texts.expiring,
          options: optionsOf({ 30: texts.within30, 90: texts.within90 }),
        },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ creditCode }) => creditCode}
      filter={filter}
    />
  );
}
