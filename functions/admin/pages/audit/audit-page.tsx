import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { useActorName } from '../../parts/actor-name.ts';
import type { Column } from '../../parts/column.ts';
import { instantText } from '../../parts/day.ts';
import { EventData } from '../../parts/event-data.tsx';
import { FilteredList } from '../../parts/filtered-list.tsx';
import { optionsOf } from '../../parts/options.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { placeOf } from './place-of.ts';
import { auditTexts } from './texts.ts';
import { VerifyKind } from './verify-kind.tsx';

type AuditEvent = Shape<'AuditEvent'>;

/** The trail of every act (业务留痕): searched, and verified. */
export default function AuditPage() {
  const texts = useTexts(auditTexts);
  const words = useWords();
  const { aside } = usePunctuation();
  const actorName = useActorName();
  const filters = useFilters('from', 'to', 'actor', 'type');
  const { from, to, actor, type } = filters.values;
  const listing = useList('/v1/audit', {
    query: { from, to, actor, type },
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
    textColumn('who', texts.who, (row) => aside(actorName(row.actor), row.actor.sub ?? texts.none)),
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
        <Button href={hrefOf('/audit/access-log')}>{texts.accessLog}</Button>
        <Button href={hrefOf('/audit/persons')}>{texts.persons}</Button>
        <Button href={hrefOf('/audit/checks')}>{texts.checks}</Button>
      </PageHead>
      <VerifyKind />
      <FilteredList
        heading={texts.trail}
        title={texts.trail}
        filters={filters}
        fields={[
          { kind: 'day', name: 'from', label: texts.from },
          { kind: 'day', name: 'to', label: texts.to },
          { kind: 'text', name: 'actor', label: texts.who, hint: texts.actor, width: 180 },
          { kind: 'choice', name: 'type', label: texts.type, options: optionsOf(words.names.events) },
        ]}
        listing={listing}
        columns={columns}
        keyOf={({ kind, id, sequence }) => `${kind} ${id} ${sequence}`}
      />
    </>
  );
}
