import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { recountFiguresStep } from '../../../shared/operations/checks/recount-figures.ts';
import { recountGuards } from '../../../shared/operations/checks/recount-guards.ts';
import { quotaKey } from '../../../shared/store/agreements.ts';
import { type ItemKey, nameOf } from '../../../shared/store/database.ts';
import { guardKey } from '../../../shared/store/enterprises.ts';
import { lossesKey } from '../../../shared/store/institution-losses.ts';
import { openApplicationsKey } from '../../../shared/store/open-applications.ts';
import { settledYearKey } from '../../../shared/store/settled-years.ts';
import { admit, anApplication, bank, creditCode, list } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { tamperingWith } from '../../support/tampering.ts';
import { anew, approvedClaim, settleAll, wan } from '../settlement/settlement-city.ts';

let store: TestStore;
let code: string;
beforeAll(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await fill(store, wan(1000));
  ({ code } = await approvedClaim(store, { lossFen: wan(30) }));
  await settleAll(store.services);
  const other = creditCode(8100);
  await list(store.services, other);
  answerOf(await submitApplication(store.services, anew(store.services, bank()), anApplication(other)));
});

async function meddle({ table, key }: ItemKey, attribute: string, by: number): Promise<void> {
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

describe('the recount of guarded counters', () => {
  test('finds nothing where nobody meddled, and is the second part of the check', async () => {
    expect((await recountGuards(store.services)).differences).toEqual([]);
    const first = await recountFiguresStep(store.services, null);
    expect(first).toMatchObject({ findings: [], next: { part: 'guards' } });
    expect(await recountFiguresStep(store.services, first.next)).toMatchObject({ findings: [], next: null });
  });

  const cases: readonly (readonly [string, () => ItemKey, string, () => string])[] = [
    ['an enterprise’s exposure', () => guardKey(code), 'exposureFen', () => `exposure/${code}`],
    ['its part at a bank', () => guardKey(code), 'exposure:rcb', () => `exposure/${code}@rcb`],
    ['its loans in default', () => guardKey(code), 'defaults', () => `defaults/${code}`],
    ['an agreement’s quota', () => quotaKey('agr-1'), 'usedFen', () => 'quota/agr-1'],
    ['the settled year', () => settledYearKey('rcb', 2027), 'settledFen', () => 'settled/rcb/2027'],
    ['the whole fund’s year', () => settledYearKey('*', 2027), 'settledFen', () => 'settled/*/2027'],
    ['a bank’s open applications', () => openApplicationsKey('rcb'), 'openCount', () => 'open/rcb'],
    ['what a bank disbursed', () => lossesKey('rcb'), 'disbursedFen', () => 'disbursed/rcb'],
    ['what it was compensated', () => lossesKey('rcb'), 'compensatedFen', () => 'compensated/rcb'],
  ];

  test.each(cases)('names %s where a fen was added', async (_, key, attribute, guard) => {
    await meddle(key(), attribute, 1);
    const { differences } = await recountGuards(store.services);
    expect(differences.map((difference) => difference.guard)).toEqual([guard()]);
    expect(Number(differences[0]?.counted) - Number(differences[0]?.recounted)).toBe(1);
    await meddle(key(), attribute, -1);
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });

  test.each<[what: string, change: Readonly<Record<string, unknown>>, differences: readonly unknown[]]>([
    [
      'first day',
      { listedSince: '2019-12-31' },
      [{ guard: 'listed-since', counted: '2019-12-31', recounted: '2020-01-01' }],
    ],
    [
      'last day',
      { listedThrough: '2027-01-01' },
      [{ guard: 'listed-through', counted: '2027-01-01', recounted: '9999-12-31' }],
    ],
    ['file', { fileVersion: 2, judgedVersion: 2 }, [{ guard: 'file-version', counted: 2, recounted: 1 }]],
    [
      'first day in a release from before, by which nobody applies unread',
      { listedSince: '2019-12-31', judgedVersion: 0 },
      [],
    ],
  ])('names what guards say of a listing and its file does not: the %s', async (_what, change, expected) => {
    const tampering = tamperingWith(store.services);
    await tampering.change(guardKey(code), change);
    const { differences } = await recountGuards(store.services);
    expect(differences).toEqual(
      expected.map((each) => ({ ...(each as object), guard: `${(each as { guard: string }).guard}/${code}` })),
    );
    await tampering.undo();
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });
});
