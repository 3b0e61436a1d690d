import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { recountListings } from '../../shared/operations/checks/recount-listings.ts';
import type { Database } from '../../shared/store/database.ts';
import { type TableName, tables } from '../../shared/store/tables.ts';
import { scanHistories } from '../../shared/store/trail-scan.ts';

/** A table whose scan answers these items in this order, as DynamoDB may. */
const tableOf = (items: readonly object[]): Database => ({
  client: { send: async () => ({ Items: items.map((item) => marshall(item)) }) } as unknown as DynamoDBClient,
  tableNames: Object.fromEntries(Object.keys(tables).map((name) => [name, name])) as Record<TableName, string>,
});

describe('a scan whose items of one partition come in any order', () => {
  test('gives a history from its first event to its last', async () => {
    const event = (pk: string, sequence: number) => ({ pk, sequence, at: '', actor: {}, type: 't', data: {} });
    const items = [event('loans#a', 10), event('loans#a', 2), event('loans#a', 1), event('loans#b', 1)];
    const found = new Map<string, readonly number[]>();
    for await (const { id, events } of scanHistories(tableOf(items))) {
      found.set(
        id,
        events.map(({ sequence }) => sequence),
      );
    }
    expect([...found]).toEqual([
      ['a', [1, 2, 10]],
      ['b', [1]],
    ]);
  });

  test('compares the guards of a listing with their file, whichever of them comes first', async () => {
    const standing = { listedSince: '2026-01-01', listedThrough: '2026-12-31' };
    const file = { pk: 'enterprise#A', sk: 'file', version: 3, hash: '', data: { standing } };
    const guard = { pk: 'enterprise#A', sk: 'guard', fileVersion: 3, judgedVersion: 3, ...standing };
    const other = { ...guard, pk: 'enterprise#B', listedThrough: '2027-12-31' };
    expect(await recountListings(tableOf([guard, file]))).toEqual([]);
    expect(await recountListings(tableOf([file, guard]))).toEqual([]);
    const found = await recountListings(tableOf([other, { ...file, pk: 'enterprise#B' }]));
    expect(found).toEqual([{ guard: 'listed-through/B', counted: '2027-12-31', recounted: '2026-12-31' }]);
  });
});
