import { unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { moveQuota, quotaKey, quotaWrite } from '../../shared/store/agreements.ts';
import { answerWrite, commandKey, keyStateIn, requestHashOf } from '../../shared/store/commands.ts';
import type { Database } from '../../shared/store/database.ts';
import { moveExposure } from '../../shared/store/enterprises.ts';
import { institutionCheck } from '../../shared/store/institutions.ts';
import { contractGuardKey, contractKeyOf } from '../../shared/store/loans.ts';
import { Items } from '../../shared/store/read.ts';
import { type TableName, tables } from '../../shared/store/tables.ts';
import { appendWrites, chain, chainStart } from '../../shared/store/trail.ts';
import { commit, itemWrites, toItems, type Write, writesMax } from '../../shared/store/transaction.ts';

const tableNames = Object.fromEntries(Object.keys(tables).map((name) => [name, `city-${name}`])) as Record<
  TableName,
  string
>;
/** A database whose client nobody calls: what is built is only read. */
const database = { tableNames } as Database;
const built = (write: Write) => toItems(database, itemWrites([write]))[0];

describe('a write', () => {
  test('that puts an item carries its condition, names and values', () => {
    const condition = { expression: '#a = :b', names: { '#a': 'a' }, values: { ':b': 1 } };
    expect(built({ kind: 'put', table: 'settings', item: { pk: 'x' }, condition })).toEqual({
      Put: {
        TableName: 'city-settings',
        Item: { pk: { S: 'x' } },
        ConditionExpression: '#a = :b',
        ExpressionAttributeNames: { '#a': 'a' },
        ExpressionAttributeValues: { ':b': { N: '1' } },
      },
    });
  });

  test('without names and values sends none: DynamoDB refuses empty ones', () => {
    expect(built({ kind: 'put', table: 'settings', item: { pk: 'x' } })).toEqual({
      Put: { TableName: 'city-settings', Item: { pk: { S: 'x' } } },
    });
    expect(built({ kind: 'remove', table: 'settings', key: { pk: 'x' } })).toEqual({
      Delete: { TableName: 'city-settings', Key: { pk: { S: 'x' } } },
    });
  });

  test('that updates binds what it sets and what it asks together', () => {
    const set = { expression: 'ADD #a :raise', names: { '#a': 'a' }, values: { ':raise': 5 } };
    const condition = { expression: '#a <= :room', names: { '#a': 'a' }, values: { ':room': 7 } };
    expect(built({ kind: 'update', table: 'settings', key: { pk: 'x' }, set, condition })?.Update).toMatchObject({
      UpdateExpression: 'ADD #a :raise',
      ConditionExpression: '#a <= :room',
      ExpressionAttributeNames: { '#a': 'a' },
      ExpressionAttributeValues: { ':raise': { N: '5' }, ':room': { N: '7' } },
    });
  });

  test('that only checks says what must hold', () => {
    const state = {
      institutionId: 'rcb',
      name: 'x',
      kind: 'bank',
      creditCode: 'x',
      appliedOn: 'x',
      admissions: [],
      breaker: null,
    } as const;
    expect(built(institutionCheck({ state, version: 4, hash: '' }))?.ConditionCheck).toEqual({
      TableName: 'city-institutions',
      Key: { pk: { S: 'rcb' } },
      ConditionExpression: '#version = :readVersion',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':readVersion': { N: '4' } },
    });
  });

  test('to a table that this function was not given fails with the table’s name', () => {
    const given = { tableNames: { ...tableNames, loans: '' } } as Database;
    expect(() => toItems(given, [{ kind: 'put', table: 'loans', item: { pk: 'x' } }])).toThrow('loans');
  });

  test('more than a transaction takes is a defect, found before anything is sent', async () => {
    const writes = Array.from(
      { length: writesMax + 1 },
      (_, index): Write => ({
        kind: 'put',
        table: 'settings',
        item: { pk: String(index) },
      }),
    );
    await expect(commit(database, writes)).rejects.toThrow('101 writes');
  });
});

describe('the guards of an enterprise', () => {
  const move = (raiseFen: number, guards?: Parameters<typeof moveExposure>[0]['guards']) =>
    built(moveExposure({ creditCode: 'X', institutionId: 'rcb', raiseFen, ...(guards && { guards }) }))?.Update;

  test('repeat cap, list, file and defaults at the write', () => {
    const update = move(300, { capFen: 1000, listedOn: '2026-03-02', fileVersion: 3, noDefaults: true });
    expect(update?.UpdateExpression).toBe('ADD #exposure :raise, #part :raise');
    expect(update?.ConditionExpression).toBe(
      'attribute_exists(#exposure) AND #exposure <= :room AND #through >= :day AND #file = :file AND #defaults = :none',
    );
    expect(unmarshall(update?.ExpressionAttributeValues ?? {})).toEqual({
      ':raise': 300,
      ':room': 700,
      ':day': '2026-03-02',
      ':file': 3,
      ':none': 0,
    });
    expect(update?.ExpressionAttributeNames).toMatchObject({ '#part': 'exposure:rcb', '#exposure': 'exposureFen' });
  });

  test('ask no room for a release, and nothing but that they are there where nothing else is asked', () => {
    expect(move(-300, { capFen: 1000 })?.ConditionExpression).toBe('attribute_exists(#exposure)');
    expect(move(0, { capFen: 1000 })?.ConditionExpression).toBe('attribute_exists(#exposure)');
    expect(move(-300)?.ConditionExpression).toBe('attribute_exists(#exposure)');
    expect(move(5, { noDefaults: false })?.ConditionExpression).toBe('attribute_exists(#exposure)');
  });

  test('count the loans in default in the same addition, and are left as they were where none begins or ends', () => {
    const counted = built(moveExposure({ creditCode: 'X', institutionId: 'rcb', raiseFen: -300, defaultsBy: -1 }));
    expect(counted?.Update).toMatchObject({
      UpdateExpression: 'ADD #exposure :raise, #part :raise, #defaults :defaultsBy',
      ExpressionAttributeNames: { '#exposure': 'exposureFen', '#part': 'exposure:rcb', '#defaults': 'defaults' },
    });
    expect(unmarshall(counted?.Update?.ExpressionAttributeValues ?? {})).toEqual({ ':raise': -300, ':defaultsBy': -1 });
    expect(move(-300)?.ExpressionAttributeNames).not.toHaveProperty('#defaults');
  });
});

describe('a quota', () => {
  test('begins at nothing, beside its agreement', () => {
    expect(quotaWrite('agr-1')).toMatchObject({ item: { pk: 'quota#agr-1', usedFen: 0 } });
    expect(quotaKey('agr-1').key).toEqual({ pk: 'quota#agr-1' });
  });

  test('asks for room where it rises, and for nothing where it falls', () => {
    expect(moveQuota('agr-1', 300, 1000)).toMatchObject({
      condition: { expression: '#used <= :room', values: { ':room': 700 } },
    });
    expect(moveQuota('agr-1', -300, 1000)).not.toHaveProperty('condition');
  });
});

describe('an idempotency record', () => {
  const key = { family: 'institution', org: 'rcb', key: 'k-1', requestHash: 'h' } as const;
  const at = '2026-03-02T00:00:00.000Z';
  const write = answerWrite(key, { status: 201, body: '{}', headers: {} }, 'run-1', at);
  const item = write.kind === 'put' ? write.item : {};
  const found = new Items(new Map([['["commands","[\\"rcb\\",\\"k-1\\"]"]', item]]));

  test('is kept for four hundred days and counts as none after them, deleted or not', () => {
    expect(keyStateIn(found, key, '2027-04-05T23:59:59.000Z').kind).toBe('answered');
    expect(keyStateIn(found, key, '2027-04-06T00:00:00.000Z').kind).toBe('new');
    expect(keyStateIn(new Items(new Map()), key, at).kind).toBe('new');
  });

  test.each([
    ['institution', 'rcb', '["rcb","k-1"]'],
    ['enterprise', '91330482MA28A1B2XL', '["91330482MA28A1B2XL","k-1"]'],
    ['official', 'office', '["office","k-1","official"]'],
    ['official', 'rcb', '["rcb","k-1","official"]'],
    ['institution', 'office', '["office","k-1"]'],
    ['enterprise', 'rcb', '["rcb","k-1","enterprise"]'],
    ['institution', '91330482MA28A1B2XL', '["91330482MA28A1B2XL","k-1","institution"]'],
  ] as const)('of the %s %s lies at %s, where nobody else’s does', (family, org, pk) => {
    expect(commandKey({ ...key, family, org }).key).toEqual({ pk });
  });

  test('of an official from before families were kept is found by the same request alone', () => {
    const { family: _, ...before } = item as Readonly<Record<string, unknown>>;
    const official = { ...key, family: 'official' } as const;
    const found = (record: Readonly<Record<string, unknown>>) =>
      new Items(new Map([['["commands","[\\"rcb\\",\\"k-1\\"]"]', record]]));
    expect(keyStateIn(found(before), official, at).kind).toBe('answered');
    expect(keyStateIn(found(before), { ...official, requestHash: 'other' }, at).kind).toBe('new');
    // What an institution of that id has sent since is no official's, whatever it says.
    expect(keyStateIn(found(item), official, at).kind).toBe('new');
  });

  test('belongs to one request', () => {
    expect(keyStateIn(found, { ...key, requestHash: 'other' }, at).kind).toBe('reused');
  });

  test('is put only where there is none, or only one that has run out', () => {
    expect(write).toMatchObject({
      condition: {
        expression: 'attribute_not_exists(#pk) OR #expires <= :now',
        values: { ':now': Date.parse(at) / 1000 },
      },
    });
  });

  test('hashes method, path and body, however the body’s fields are ordered', () => {
    const hash = requestHashOf('POST', '/v1/a', { a: 1, b: [2, { c: 3, d: 4 }] });
    expect(requestHashOf('POST', '/v1/a', { b: [2, { d: 4, c: 3 }], a: 1 })).toBe(hash);
    for (const [method, path, body] of [
      ['PUT', '/v1/a', { a: 1, b: [2, { c: 3, d: 4 }] }],
      ['POST', '/v1/b', { a: 1, b: [2, { c: 3, d: 4 }] }],
      ['POST', '/v1/a', { a: 1, b: [{ c: 3, d: 4 }, 2] }],
      ['POST', '/v1/a', {}],
    ] as const) {
      expect(requestHashOf(method, path, body)).not.toBe(hash);
    }
  });
});

describe('a contract number', () => {
  test('is compared trimmed and width-folded, together with its note number, within one institution', () => {
    const key = contractGuardKey('rcb', 'HT-1', 'J1');
    expect(contractGuardKey('rcb', ' ＨＴ－１ ', 'Ｊ1')).toEqual(key);
    for (const other of [
      contractGuardKey('icbc', 'HT-1', 'J1'),
      contractGuardKey('rcb', 'HT-1', ''),
      contractGuardKey('rcb', 'HT-1J', '1'),
    ]) {
      expect(other).not.toEqual(key);
    }
    expect(contractKeyOf('rcb', 'ＨＴ－１')).toBe(contractKeyOf('rcb', 'HT-1'));
  });
});

describe('an event', () => {
  test('is put where nothing is, so that none is ever overwritten', () => {
    const actor = { sub: 's', name: 'n', org: 'o', role: 'office' };
    const events = chain(chainStart, [{ type: 't', data: {} }], { at: '2026-03-01T16:00:00.000Z', actor });
    expect(appendWrites('loans', 'loan-1', events)).toMatchObject([
      {
        table: 'trail',
        item: {
          pk: 'loans#loan-1',
          sequence: 1,
          day: '2026-03-02',
          actorSub: 's',
          atKey: '2026-03-01T16:00:00.000Z#loans#loan-1#000000000001',
          previousHash: '0'.repeat(64),
        },
        condition: { expression: 'attribute_not_exists(#absent)', names: { '#absent': 'pk' } },
      },
    ]);
  });
});
