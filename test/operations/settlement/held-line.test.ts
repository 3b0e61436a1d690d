import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { claimHoldsLine } from '../../../shared/domain/alarm.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { releaseLine } from '../../../shared/operations/settlement/release-line.ts';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { settlementJob } from '../../../shared/operations/settlement/settlement-job.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { nameOf } from '../../../shared/store/database.ts';
import { lossesKey } from '../../../shared/store/institution-losses.ts';
import { loanLayout } from '../../../shared/store/loans.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource } from '../../../shared/store/resource.ts';
import { admit } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { poison } from '../../support/poison.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import {
  always,
  anew,
  approvedClaim,
  claimOf,
  settleAll,
  settlementDoorbells,
  standings,
  wan,
} from './settlement-city.ts';

let store: TestStore;
let alarms: string[];
beforeEach(async () => {
  const opened = await openStore('2026-01-02T02:00:00.000Z');
  alarms = [];
  const log = { ...opened.services.log, error: (message: string) => void alarms.push(message) };
  store = { ...opened, services: { ...opened.services, log } };
  await admit(store.services, 'rcb');
  await admit(store.services, 'icbc');
  await fill(store, wan(1000));
});

const work = () => settleLine(store.services, { schemaVersion: 1, ...settlementJob('test') }, always);

describe('a claim whose settlement fails', () => {
  test('holds its institution’s line from the fifth failure on, calls a person, and goes on when it is released', async () => {
    const { database } = store.services;
    const broken = await approvedClaim(store, { index: 1 });
    const behind = await approvedClaim(store, { index: 2 });
    const other = await approvedClaim(store, { index: 3, institutionId: 'icbc' });
    // Somebody has lost the loan.
    const key = keyOfResource(loanLayout, broken.loanId);
    const loan = (await readItems(database, [key])).get(key);
    const TableName = nameOf(database, 'loans');
    await database.client.send(new DeleteItemCommand({ TableName, Key: marshall(key.key) }));

    for (let failure = 1; failure <= 4; failure += 1) await expect(work()).rejects.toThrow(broken.claimId);
    expect(await claimOf(store, other)).toMatchObject({ state: 'settled' });
    expect(await claimOf(store, behind)).toMatchObject({ state: 'approved' });
    expect(alarms).not.toContain(claimHoldsLine);
    await expect(work()).rejects.toThrow(broken.claimId);
    expect(alarms).toContain(claimHoldsLine);
    expect(await standings(store)).toEqual([
      [broken.claimId, 'held'],
      [behind.claimId, 'behind-held'],
    ]);
    const [place] = (await readSettlementLine(store.services)).places;
    expect(place).toMatchObject({
      failures: 5,
      heldSince: store.services.now(),
      lastError: expect.stringContaining(broken.loanId),
    });
    // Held, it is left alone: no further failures, no message that never ends.
    await settleAll(store.services);
    expect(await settlementDoorbells(store.services)).toEqual([]);
    expect(await claimOf(store, behind)).toMatchObject({ state: 'approved' });

    await database.client.send(new PutItemCommand({ TableName, Item: marshall(loan ?? {}) }));
    answerOf(await releaseLine(store.services, anew(store.services), broken.claimId, '借款数据已恢复'));
    await settleAll(store.services);
    expect([await claimOf(store, broken), await claimOf(store, behind)]).toMatchObject([
      { state: 'settled', note: '借款数据已恢复' },
      { state: 'settled' },
    ]);
  });

  test('also holds it alone if the store refuses it again and again, and the others are settled meanwhile', async () => {
    const broken = await approvedClaim(store, { index: 1 });
    const other = await approvedClaim(store, { index: 2, institutionId: 'icbc' });
    const cure = await poison(store.services, claimLayout, broken.claimId);
    for (let failure = 1; failure <= 4; failure += 1) await expect(work()).rejects.toThrow(broken.claimId);
    expect(await claimOf(store, other)).toMatchObject({ state: 'settled' });
    expect(alarms).not.toContain(claimHoldsLine);
    await expect(work()).rejects.toThrow(broken.claimId);
    expect(alarms).toContain(claimHoldsLine);
    expect(await standings(store)).toEqual([[broken.claimId, 'held']]);
    await cure();
    answerOf(await releaseLine(store.services, anew(store.services), broken.claimId, '数据已修复'));
    await settleAll(store.services);
    expect(await claimOf(store, broken)).toMatchObject({ state: 'settled' });
  });

  test('is not counted as failed while the store is only busy', async () => {
    const claim = await approvedClaim(store);
    const { database } = store.services;
    const busy = () => Promise.reject(Object.assign(new Error('throttled'), { name: 'ThrottlingException' }));
    const client = new Proxy(database.client, {
      get: (target, name) =>
        name !== 'send'
          ? Reflect.get(target, name)
          : (command: object) =>
              command.constructor.name === 'TransactWriteItemsCommand' ? busy() : target.send(command as never),
    });
    const services = { ...store.services, database: { ...database, client } };
    const doorbell = { schemaVersion: 1 as const, ...settlementJob('test') };
    for (let turn = 1; turn <= 2; turn += 1) {
      await expect(settleLine(services, doorbell, always)).rejects.toMatchObject({ name: 'Unavailable' });
    }
    expect((await readSettlementLine(store.services)).places).toMatchObject([{ claimId: claim.claimId, failures: 0 }]);
  });

  test('is settled although somebody has set its bank’s counter of losses to 0 by hand', async () => {
    const { database } = store.services;
    const claim = await approvedClaim(store);
    const set = { UpdateExpression: 'SET compensatedFen = :zero', ExpressionAttributeValues: marshall({ ':zero': 0 }) };
    const { table, key } = lossesKey('rcb');
    const TableName = nameOf(database, table);
    await database.client.send(new UpdateItemCommand({ TableName, Key: marshall(key), ...set }));
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({ state: 'settled' });
  });

  test('is not released while nothing holds it', async () => {
    const claim = await approvedClaim(store);
    const refused = await releaseLine(store.services, anew(store.services), claim.claimId, null);
    expect(refused).toMatchObject({ code: 'state-conflict', rule: 'R26', facts: { state: 'approved', held: false } });
    await settleAll(store.services);
    expect(await releaseLine(store.services, anew(store.services), claim.claimId, null)).toMatchObject({
      code: 'state-conflict',
    });
  });

  test('a message of which the worker knows nothing fails, so that it ends in the dead letters', async () => {
    const poison = { schemaVersion: 1 as const, jobId: 'x', message: { kind: 'something-else' } };
    await expect(settleLine(store.services, poison, always)).rejects.toThrow('something-else');
  });
});
