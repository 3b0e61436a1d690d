import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyKind } from '../../../shared/operations/audit/verify-kind.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { readHistory } from '../../../shared/store/trail.ts';
import { admit } from '../../support/fixtures.ts';
import { openStore } from '../../support/store.ts';

let services: Services;
beforeEach(async () => {
  ({ services } = await openStore());
  await admit(services, 'rcb');
  await admit(services, 'icbc');
});

/** Behind the system's back: no function of it has the right to do this. */
const tamper = {
  async flip(id: string, sequence: number) {
    const { client, tableNames } = services.database;
    await client.send(
      new UpdateItemCommand({
        TableName: tableNames.trail,
        Key: marshall({ pk: `institutions#${id}`, sequence }),
        UpdateExpression: 'SET #at = :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: marshall({ ':at': '2026-03-02T02:00:00.001Z' }),
      }),
    );
  },
  async remove(id: string, sequence: number) {
    const { client, tableNames } = services.database;
    const Key = marshall({ pk: `institutions#${id}`, sequence });
    await client.send(new DeleteItemCommand({ TableName: tableNames.trail, Key }));
  },
  async put(id: string, sequence: number, from: number) {
    const { client, tableNames } = services.database;
    const [event] = await readHistory(services.database, 'institutions', id, from - 1, 1);
    const Item = marshall({ ...event, pk: `institutions#${id}`, sequence });
    await client.send(new PutItemCommand({ TableName: tableNames.trail, Item }));
  },
};

describe('verification of a whole kind', () => {
  test.each([
    ['a flipped byte', () => tamper.flip('icbc', 1), 1],
    ['a deleted event', () => tamper.remove('icbc', 2), 2],
    ['a history of which nothing is left', () => Promise.all([1, 2].map((at) => tamper.remove('icbc', at))), 1],
    ['an inserted event', () => tamper.put('icbc', 3, 2), 3],
    [
      'swapped events',
      async () => {
        await tamper.put('icbc', 3, 1);
        await tamper.put('icbc', 1, 2);
        await tamper.put('icbc', 2, 3);
        await tamper.remove('icbc', 3);
      },
      1,
    ],
  ])('%s is found, and the resource and the place are named', async (_, change, brokenAt) => {
    await change();
    const found = await verifyKind(services, 'institutions', undefined);
    expect(found).toMatchObject({ ok: false, brokenAt, broken: [{ id: 'icbc', brokenAt }] });
    expect(found.broken).toHaveLength(1);
  });
});
