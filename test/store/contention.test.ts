import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { failureOf } from '../../shared/store/failure.ts';
import { keyNamesOf } from '../../shared/store/read.ts';
import { commit, type Write } from '../../shared/store/transaction.ts';
import { contendLikeDynamodb } from '../support/contention.ts';
import { openStore } from '../support/store.ts';

const put = (pk: string): Write => ({ kind: 'put', table: 'settings', item: { pk, value: 'x' } });
const check = (pk: string): Write => ({
  kind: 'check',
  table: 'settings',
  key: { pk },
  condition: { expression: 'attribute_not_exists(#no)', names: { '#no': 'no' } },
});

test('while a transaction has an item in hand, a check of it, its last write and a single write of it are refused', async () => {
  const { services } = await openStore();
  const { database } = services;
  const contention = contendLikeDynamodb(
    [database.client],
    () => keyNamesOf('settings'),
    () => 40,
  );
  const first = commit(database, [put('a'), check('shared')]);
  expect(await commit(database, [check('shared'), put('b')])).toBe('busy');
  // As if another with the same Idempotency-Key were at work: its record is the last write.
  expect(await commit(database, [put('c'), check('shared')])).toBe('contended');
  const single = new PutItemCommand({ TableName: database.tableNames.settings, Item: { pk: { S: 'shared' } } });
  const error = await database.client.send(single).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'TransactionConflictException' });
  expect(failureOf(error)).toBe('busy');
  expect(await first).toBe('committed');
  expect(await commit(database, [check('shared'), put('b')])).toBe('committed');
  expect(contention.conflicts).toBe(3);
});
