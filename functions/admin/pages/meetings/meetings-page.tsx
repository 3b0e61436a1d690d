import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import type { Column } from '../../parts/column.ts';
import { todayHere } from '../../parts/day.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled } from '../../parts/texts.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
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
  const thisYear = Number(todayHere().slice(0, 4));
  const listing = useList('/v1/meetings', {
    query: {
      ...(state !== '' && { state: state as Meeting['state'] }),
      ...(/^\d{4}$/.test(year) && { year: Number(year) }),
    },
  });
  const columns: readonly Column<Meeting>[] = [
    {
      key: 'name',
      title: texts.name,
      value: ({ title }) => title,
      show: ({ title, meetingId }) => <a href={hrefOf(`/meetings/${meetingId}`)}>{title}</a>,
    },
    textColumn('number', texts.number, (row) => filled(texts.numbered, { year: row.year, number: row.number })),
    textColumn('convenesOn', texts.convenesOn, ({ convenesOn }) => convenesOn),
    textColumn('form', texts.form, ({ form }) => texts[form]),
    {
      key: 'items',
      title: texts.items,
      value: ({ items }) => items.length,
      show: ({ items }) => items.length,
      isNumber: true,
    },
    {
      key: 'state',
      title: texts.state,
      value: (row) => row.state,
      show: (row) => <StateMark of="meeting" state={row.state} />,
    },
  ];
  return (
    <>
      <PageHead title={texts.title}>
        {isOffice && (
          <Button type="primary" href={hrefOf('/meetings/new')}>
            {texts.convene}
          </Button>
        )}
      </PageHead>
      <Panel>
        <div className="filters">
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('meeting')}
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
          keyOf={({ meetingId }) => meetingId}
        />
      </Panel>
    </>
  );
}
