import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Access } from '../domain/access.ts';
import { addDays, type Day, dayAt, startOf } from '../domain/calendar.ts';
import { type Database, type Item, nameOf } from './database.ts';
import { failureOf } from './failure.ts';
import { type Page, queryPage, readItems } from './read.ts';

/** An entry of the access log, and what names it. */
export interface AccessEntry extends Access {
  readonly accessId: string;
}

/**
 * Puts an entry, once: a second of the same id leaves the first as it was. `expiresAt` is in seconds since 1970.
 *
 * @throws the store's error when it was not written.
 */
export async function putAccess(database: Database, entry: AccessEntry, expiresAt: number): Promise<void> {
  const { accessId, sub, org, ...rest } = entry;
  // An index's key is no null: who is not known is in none.
  const person = { ...(sub !== null && { sub }), ...(org !== null && { org }) };
  const item = { pk: accessId, ...rest, ...person, day: dayAt(entry.at), atKey: `${entry.at}#${accessId}`, expiresAt };
  try {
    await database.client.send(
      new PutItemCommand({
        TableName: nameOf(database, 'accessLog'),
        Item: marshall(item),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (failureOf(error) !== 'refused') throw error;
  }
}

/** Whose entries are listed: somebody's, an organisation's, or all of a day. */
export interface AccessRange {
  readonly sub: string | undefined;
  readonly org: string | undefined;
  readonly from: Day;
  readonly to: Day;
}

/** The keys of one page of entries, newest first; without a person or an organisation those of the day `to` alone. */
export function queryAccess(
  database: Database,
  { sub, org, from, to }: AccessRange,
  limit: number,
  after: Item | undefined,
): Promise<Page> {
  const [index, attribute, value] =
    sub !== undefined
      ? (['bySubject', 'sub', sub] as const)
      : org !== undefined
        ? (['byOrganisation', 'org', org] as const)
        : (['byDay', 'day', to] as const);
  const days = { ':from': startOf(index === 'byDay' ? to : from), ':before': startOf(addDays(to, 1)) };
  return queryPage(database, {
    table: 'accessLog',
    index,
    expression: '#list = :list AND #at BETWEEN :from AND :before',
    names: { '#list': attribute, '#at': 'atKey' },
    values: { ':list': value, ...days },
    descending: true,
    limit,
    after,
  });
}

/** The entries that an index names, in its order; one that has expired since is left out. */
export async function readAccess(database: Database, keys: readonly Item[]): Promise<readonly AccessEntry[]> {
  const asked = keys.map(({ pk }) => ({ table: 'accessLog' as const, key: { pk: String(pk) } }));
  const items = await readItems(database, asked);
  return asked.flatMap((key) => {
    const item = items.get<Access & { readonly pk: string }>(key);
    if (!item) return [];
    const {
      at,
      kind,
      outcome,
      sub = null,
      org = null,
      operationId,
      path,
      status,
      code,
      address,
      traceId,
      count,
    } = item;
    const entry = { accessId: item.pk, at, kind, outcome, sub, org, operationId, path, status, code, address, traceId };
    return [{ ...entry, count }];
  });
}
