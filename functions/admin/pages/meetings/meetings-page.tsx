import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled } from '../../parts/texts.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { yearOf, yearOptions } from '../../parts/years.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { meetingsTexts } from './texts.ts';

type Meeting = Shape<'Meeting'>;

/** The meetings of the joint conference. */
export default function MeetingsPage() {
  const texts = useTexts(meetingsTexts);
  const isOffice = useHasRole('office');
  const filters = useFilters('state', 'year');
  const { state, year } = filters.values;
  const listing = useList('/v1/meetings', { query: { state: state as Meeting['state'], year: yearOf(year) } });
  const columns: readonly Column<Meeting>[] = [
    linkColumn(
      'name',
      texts.name,
      ({ title }) => title,
      ({ meetingId }) => `/meetings/${meetingId}`,
    ),
    textColumn('number', texts.number, (row) => filled(texts.numbered, { year: row.year, number: row.number })),
    textColumn('convenesOn', texts.convenesOn, ({ convenesOn }) => convenesOn),
    textColumn('form', texts.form, ({ form }) => texts[form]),
    numberColumn('items', texts.items, ({ items }) => items.length),
    stateColumn('meeting', texts.state),
  ];
  return (
    <ListPage
      title={texts.title}
      actions={
        isOffice && (
          <Button type="primary" href={hrefOf('/meetings/new')}>
            {texts.convene}
          </Button>
        )
      }
      filters={filters}
      fields={[
        { kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('meeting') },
        { kind: 'choice', name: 'year', label: texts.year, options: yearOptions() },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ meetingId }) => meetingId}
    />
  );
}
