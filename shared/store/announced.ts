import type { Day } from '../domain/calendar.ts';
import type { Announced, announcedMax } from '../domain/document-quota.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Write } from './transaction.ts';

/** What an organisation has announced on the last day on which it announced anything. */
export const announcedKey = ({ family, org }: Organisation): ItemKey => ({
  table: 'documents',
  key: { pk: `announced#${family}#${org}` },
});

/** What an organisation has announced on a day, by items that were read. A function whose clock is ahead begins the next day. */
export function announcedIn(items: Items, organisation: Organisation, today: Day): Announced {
  const item = items.get<Announced>(announcedKey(organisation));
  return item && item.day >= today ? item : { day: today, documents: 0, bytes: 0 };
}

const names = { '#day': 'day', '#documents': 'documents', '#bytes': 'bytes' };

/**
 * Counts one more document. Asks again at the write that there is room, so that many at once meet only the limit; the
 * first of a day begins the count anew.
 */
export function announcedWrite(
  organisation: Organisation,
  announced: Announced,
  bytes: number,
  max: (typeof announcedMax)['institution'],
): Write {
  const { day, documents } = announced;
  if (documents === 0) {
    return {
      kind: 'put',
      table: 'documents',
      item: { ...announcedKey(organisation).key, day, documents: 1, bytes },
      condition: {
        expression: 'attribute_not_exists(#day) OR #day < :day',
        names: { '#day': 'day' },
        values: { ':day': day },
      },
    };
  }
  return {
    kind: 'update',
    ...announcedKey(organisation),
    set: { expression: 'ADD #documents :one, #bytes :bytes', names, values: { ':one': 1, ':bytes': bytes } },
    condition: {
      expression: '#day = :day AND #documents < :documentsMax AND #bytes <= :bytesRoom',
      names,
      values: { ':day': day, ':documentsMax': max.documents, ':bytesRoom': max.bytes - bytes },
    },
  };
}
