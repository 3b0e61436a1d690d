import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled, partTexts } from '../../parts/texts.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { PersonAction } from './person-action.tsx';
import { personsTexts } from './texts.ts';

type Person = Shape<'Person'>;

/** Those who ever acted for an organisation, by name, and the erasure of names (个人信息保护法). */
export default function PersonsPage() {
  const texts = useTexts(personsTexts);
  const { nameErased } = useTexts(partTexts);
  const isOffice = useHasRole('office');
  const filters = useFilters('org');
  const org = filters.values.org || 'office';
  const listing = useList('/v1/persons', { query: { org } });
  const columns: readonly Column<Person>[] = [
    textColumn('sub', texts.sub, ({ sub }) => sub),
    textColumn('name', texts.name, ({ name, state }) => name ?? (state === 'erased' ? nameErased : null)),
    textColumn('names', texts.names, ({ names }) => names.map((each) => filled(texts.from, each)).join(' · ')),
    stateColumn('person', texts.state),
    textColumn('reason', texts.reason, ({ reason }) => reason),
    ...(isOffice ? [actionColumn(texts.actions, listing.reload)] : []),
  ];
  return (
    <ListPage
      title={texts.title}
      says={texts.says}
      filters={filters}
      fields={[{ kind: 'text', name: 'org', label: texts.org, hint: texts.orgHint, width: 260 }]}
      listing={listing}
      columns={columns}
      keyOf={({ personId }) => personId}
    />
  );
}

const actionColumn = (title: string, reload: () => void): Column<Person> => ({
  key: 'actions',
  title,
  value: () => null,
  show: (person) => <PersonAction person={person} onDone={reload} />,
  isUnsorted: true,
});
