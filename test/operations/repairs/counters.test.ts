import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { recountFigures } from '../../../shared/operations/checks/recount-figures.ts';
import { recountGuards } from '../../../shared/operations/checks/recount-guards.ts';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import { applyRepair, noteRestore } from '../../../shared/operations/repairs/apply.ts';
import type { Planned, RepairPlan } from '../../../shared/operations/repairs/plan.ts';
import { planAnswers } from '../../../shared/operations/repairs/plan-answers.ts';
import { planFigures } from '../../../shared/operations/repairs/plan-figures.ts';
import { planFund } from '../../../shared/operations/repairs/plan-fund.ts';
import { planGuards } from '../../../shared/operations/repairs/plan-guards.ts';
import { planResource } from '../../../shared/operations/repairs/plan-resource.ts';
import { commandKey } from '../../../shared/store/commands.ts';
import { type Item, type ItemKey, nameOf } from '../../../shared/store/database.ts';
import { guardKey } from '../../../shared/store/enterprises.ts';
import { bucketKey } from '../../../shared/store/figure-buckets.ts';
import { headKey } from '../../../shared/store/fund.ts';
import { lossesKey } from '../../../shared/store/institution-losses.ts';
import { queryEntries } from '../../../shared/store/ledger.ts';
import { readItems } from '../../../shared/store/read.ts';
import { settledYearKey } from '../../../shared/store/settled-years.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { admit, creditCode, finance, list } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { tamperingWith } from '../../support/tampering.ts';
import { anew, approvedClaim, settleAll, wan } from '../settlement/settlement-city.ts';

const order = { by: 'office-1', second: 'office-2', reason: '人工改过的计数' };

let store: TestStore;
let code: string;
let claimId: string;

/** A city in which a claim was settled, and a bank that was never compensated. */
beforeAll(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await fill(store, wan(1000));
  ({ code, claimId } = await approvedClaim(store, { lossFen: wan(30) }));
  await settleAll(store.services);
});

async function add({ table, key }: ItemKey, attribute: string, by: number): Promise<void> {
  const { database } = store.services;
  await database.client.send(
    new UpdateItemCommand({
      TableName: nameOf(database, table),
      Key: marshall(key),
      UpdateExpression: 'ADD #a :by',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: marshall({ ':by': by }),
    }),
  );
}
const itemAt = async (key: ItemKey): Promise<Item | undefined> =>
  (await readItems(store.services.database, [key])).get(key);

const onlyPlan = (planned: readonly Planned[]): RepairPlan => {
  const [plan] = planned;
  if (plan?.kind !== 'plan' || planned.length !== 1) throw new Error(JSON.stringify(planned));
  return plan;
};
const apply = async (planned: readonly Planned[]) => applyRepair(store.services, onlyPlan(planned), order);
const repaired = { kind: 'repaired', repairId: expect.stringMatching(/^repair-/) };

describe('a guarded counter that a hand has moved', () => {
  test.each<[string, () => ItemKey, string, () => string]>([
    ['an enterprise’s exposure', () => guardKey(code), 'exposureFen', () => `exposure/${code}`],
    ['its part at a bank', () => guardKey(code), 'exposure:rcb', () => `exposure/${code}@rcb`],
    ['its loans in default', () => guardKey(code), 'defaults', () => `defaults/${code}`],
    ['the settled year', () => settledYearKey('rcb', 2027), 'settledFen', () => 'settled/rcb/2027'],
    ['the whole fund’s year', () => settledYearKey('*', 2027), 'settledFen', () => 'settled/*/2027'],
    ['what a bank disbursed', () => lossesKey('rcb'), 'disbursedFen', () => 'disbursed/rcb'],
    ['what it was compensated', () => lossesKey('rcb'), 'compensatedFen', () => 'compensated/rcb'],
  ])('is what the recount gives again: %s', async (_what, key, attribute, guard) => {
    const before = await itemAt(key());
    await add(key(), attribute, 7);
    const planned = await planGuards(store.services);
    expect(onlyPlan(planned).changes).toEqual([
      { what: guard(), before: Number(before?.[attribute]) + 7, after: before?.[attribute] },
    ]);
    expect(await apply(planned)).toEqual(repaired);
    expect(await itemAt(key())).toEqual(before);
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });

  test('leaves a compensation of nothing as no attribute, for which the settlement asks', async () => {
    await admit(store.services, 'icbc');
    await add(lossesKey('icbc'), 'compensatedFen', 5);
    expect(await apply(await planGuards(store.services))).toEqual(repaired);
    expect(await itemAt(lossesKey('icbc'))).toEqual(lossesKey('icbc').key);
  });

  test('is left as it is where it has moved since it was counted', async () => {
    await add(guardKey(code), 'exposureFen', 7);
    const planned = await planGuards(store.services);
    await add(guardKey(code), 'exposureFen', 1);
    const moved = await itemAt(guardKey(code));
    expect(await apply(planned)).toEqual({ kind: 'moved' });
    expect(await itemAt(guardKey(code))).toEqual(moved);
    expect(await apply(await planGuards(store.services, [`exposure/${code}`]))).toEqual(repaired);
  });

  test('is repaired alone where it is named, and a name of none is said', async () => {
    await add(guardKey(code), 'exposureFen', 7);
    await add(guardKey(code), 'defaults', 1);
    const { changes } = onlyPlan(await planGuards(store.services, [`defaults/${code}`]));
    expect(changes).toEqual([{ what: `defaults/${code}`, before: 2, after: 1 }]);
    expect(await planGuards(store.services, ['wealth/rcb'])).toMatchObject([{ kind: 'refused' }]);
    expect(await apply(await planGuards(store.services))).toEqual(repaired);
  });

  test('waits until the states that it adds up are what their histories say', async () => {
    const tampering = tamperingWith(store.services);
    const claim: ItemKey = { table: 'claims', key: { pk: claimId } };
    await tampering.change(claim, { hash: '0'.repeat(64) });
    expect(await planGuards(store.services)).toMatchObject([
      { kind: 'refused', notes: [expect.stringContaining(`claims/${claimId}`)] },
    ]);
    await tampering.undo();
    expect(await planGuards(store.services)).toMatchObject([{ kind: 'in-order' }]);
  });
});

describe('the programme’s figures', () => {
  test('are what the recount gives again, whichever shard a hand has changed', async () => {
    for (const shard of [0, 3]) {
      await add(bucketKey('2026-03-02', shard), 'loans', 5);
      await add(bucketKey('2026', shard), 'something-new', -2);
      expect(await apply(await planFigures(store.services))).toEqual(repaired);
      expect((await recountFigures(store.services)).differences).toEqual([]);
    }
    expect(await planFigures(store.services)).toMatchObject([{ kind: 'in-order' }]);
  });

  test('are left as they are where a shard has moved since', async () => {
    await add(bucketKey('2026', 1), 'loans', 5);
    const planned = await planFigures(store.services);
    await add(bucketKey('2026', 2), 'loans', 1);
    expect(await apply(planned)).toEqual({ kind: 'moved' });
    expect(await apply(await planFigures(store.services))).toEqual(repaired);
    expect((await recountFigures(store.services)).differences).toEqual([]);
  });
});

describe('the fund’s head', () => {
  test('is what all entries add up to again, account by account', async () => {
    const before = await itemAt(headKey);
    await add(headKey, 'spendableFen', 100);
    await add(headKey, 'payable:rcb', -1);
    const planned = await planFund(store.services);
    expect(planned).toMatchObject({
      changes: [
        { what: 'head/spendableFen', before: Number(before?.spendableFen) + 100, after: before?.spendableFen },
        { what: 'head/payable:rcb', before: Number(before?.['payable:rcb']) - 1, after: before?.['payable:rcb'] },
      ],
    });
    expect(await apply([planned])).toEqual(repaired);
    expect(await itemAt(headKey)).toEqual(before);
  });

  test('is left as it is where money has moved since', async () => {
    await add(headKey, 'paidFen', 100);
    const planned = await planFund(store.services);
    const context = anew(store.services, finance());
    const terms = { amountFen: wan(1), documentNumber: 'E', appropriatedOn: context.today };
    answerOf(await appropriateFund(store.services, context, terms));
    expect(await apply([planned])).toEqual({ kind: 'moved' });
    expect(await apply([await planFund(store.services)])).toEqual(repaired);
  });

  test('waits until every entry is there, and a claim puts its own back as its event says', async () => {
    const { items } = await queryEntries(store.services.database, 10, undefined);
    const [entry] = items.filter(({ type }) => type === 'settlement');
    const key: ItemKey = { table: 'ledger', key: { pk: String(entry?.pk), sk: String(entry?.sk) } };
    await tamperingWith(store.services).remove(key);
    expect(await planFund(store.services)).toMatchObject({
      kind: 'refused',
      notes: [expect.stringContaining(`claims/${claimId}`)],
    });
    expect(await apply([await planResource(store.services, 'claims', claimId)])).toEqual(repaired);
    expect(await itemAt(key)).toEqual(entry);
    expect(await planFund(store.services)).toMatchObject({ kind: 'in-order' });
  });
});

describe('an answer whose event a restore has lost', () => {
  test('is forgotten after the restore is noted, so that the command sent again has its effect', async () => {
    const { services } = await openStore();
    const at = services.now();
    await admit(services, 'rcb');
    await list(services, creditCode(1));
    const loanId = await lend(services, creditCode(1), 'answered');
    const record = commandKey({ family: 'institution', org: 'rcb', key: 'disburse-answered', requestHash: '' });
    expect(await planAnswers(services)).toMatchObject([{ kind: 'refused' }]);
    const span = { restoredTo: new Date(Date.parse(at) - 1).toISOString(), lostUntil: at };
    expect(await noteRestore(services, span, order)).toEqual(repaired);
    expect(await planAnswers(services)).toMatchObject([{ kind: 'in-order' }]);

    await tamperingWith(services).remove(eventKey('loans', loanId, 1));
    const planned = onlyPlan(await planAnswers(services));
    expect(planned.changes).toMatchObject([{ what: record.key.pk, before: { status: 201 }, after: null }]);
    expect(await applyRepair(services, planned, order)).toEqual(repaired);
    expect((await readItems(services.database, [record])).get(record)).toBeUndefined();
  });
});
