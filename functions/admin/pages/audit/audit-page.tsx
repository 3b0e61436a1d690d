import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import type { Column } from '../../parts/column.ts';
import { instantText } from '../../parts/day.ts';
import { EventData } from '../../parts/event-data.tsx';
import { FilterDay } from '../../parts/filter-day.tsx';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { FilterText } from '../../parts/filter-text.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { placeOf } from './place-of.ts';
import { auditTexts } from './texts.ts';
import { VerifyKind } from './verify-kind.tsx';

type AuditEvent = Shape<'AuditEvent'>;

/** The trail of every act (业务留痕): searched, and verified. */
export default function AuditPage() {
  const texts = useTexts(auditTexts);
  const words = useWords();
  const filters = useFilters('from', 'to', 'actor', 'type');
  const { from, to, actor, type } = filters.values;
  const listing = useList('/v1/audit', {
    query: {
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
      ...(actor !== '' && { actor }),
      ...(type !== '' && { type }),
    },
  });
  const columns: readonly Column<AuditEvent>[] = [
    textColumn('at', texts.at, ({ at }) => instantText(at)),
    textColumn('what', texts.what, (row) => words.event(row.type)),
    {
      key: 'resource',
      title: texts.resource,
      value: ({ kind, id }) => `${words.resource(kind)} ${id}`,
      show: ({ kind, id }) => {
        const place = placeOf(kind, id);
        return place === null ? (
          `${words.resource(kind)} ${id}`
        ) : (
          <a href={hrefOf(place)}>{`${words.resource(kind)} ${id}`}</a>
        );
      },
    },
    textColumn('who', texts.who, (row) => `${row.actor.name}（${row.actor.sub}）`),
    textColumn('org', texts.org, (row) => words.unit(row.actor.org)),
    {
      key: 'details',
      title: texts.details,
      value: ({ data }) => JSON.stringify(data),
      show: ({ data, hash }) => <EventData data={data} hash={hash} />,
      isUnsorted: true,
    },
  ];
  return (
    <>
      <PageHead title={texts.title}>
        <Button href={hrefOf('/audit/checks')}>{texts.checks}</Button>
      </PageHead>
      <VerifyKind />
      <Panel title={texts.trail}>
        <div className="filters">
          <FilterDay filters={filters} name="from" label={texts.from} />
          <FilterDay filters={filters} name="to" label={texts.to} />
          <FilterText filters={filters} name="actor" label={texts.actor} width={180} />
          <FilterSelect
            filters={filters}
            name="type"
            label={texts.type}
            all={texts.all}
            options={Object.entries(words.names.events).map(([value, label]) => ({ value, label }))}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.trail}
          label={texts.trail}
          listing={listing}
          columns={columns}
          keyOf={({ kind, id, sequence }) => `${kind} ${id} ${sequence}`}
        />
      </Panel>
    </>
  );
}
