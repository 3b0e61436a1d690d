import { expect, test } from 'vitest';
import { firstCase } from '../../infra/local/sample/first-case.ts';
import { playFirstCase, type Undisturbed } from '../../infra/local/sample/history.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { queryAll } from '../../shared/store/read.ts';
import { readWholeHistory } from '../../shared/store/trail.ts';
import { proof } from '../operations/fund/proof.ts';
import { storedClaim, storedLoan } from '../support/claiming.ts';
import { admit, creditCode, list } from '../support/fixtures.ts';
import { guardOf } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

const code = creditCode(1);
const undisturbed: Undisturbed = (work) => work();

async function cityOn(now: string): Promise<TestStore> {
  const store = await openStore(now);
  await admit(store.services, 'rcb');
  await list(store.services, code, { category: 'provincial-tech-sme', issuedOn: '2017-06-30' });
  return store;
}

/** The ids of the claims, and of the loans, that there are. */
async function idsOf({ services }: TestStore, table: 'claims' | 'loans'): Promise<readonly string[]> {
  const ids: string[] = [];
  const range = { table, index: 'roster', expression: '#r = :r', names: { '#r': 'roster' }, values: { ':r': table } };
  for await (const { pk } of queryAll(services.database, range)) ids.push(String(pk));
  return ids;
}

test('the first compensation happens at its own instants, is settled in 2023, and played again it changes nothing', async () => {
  const store = await cityOn('2026-03-02T02:00:00.000Z');
  const { services } = store;
  const story = firstCase('2026-03-02');
  expect(await playFirstCase(services, undisturbed, code, story)).toEqual({ compensatedFen: 18_000_000 });
  const [claimId = ''] = await idsOf(store, 'claims');
  expect((await storedClaim(services, claimId)).state).toMatchObject({
    ...{ state: 'paid', policy: 'former-measures', claimedFen: 30_000_000, settlementYear: 2023, paidOn: '2023-10-08' },
    shares: { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
    settledAt: expect.stringMatching(/^2023-09-12T/),
  });
  const events: string[] = [];
  for await (const { type, at } of readWholeHistory(services.database, 'claims', claimId)) {
    events.push(`${at.slice(0, 10)} ${type}`);
  }
  expect(events).toEqual([
    '2023-07-10 claim-submitted',
    '2023-07-20 claim-accepted',
    '2023-09-01 claim-put-on-agenda',
    '2023-09-12 claim-approved',
    '2023-09-12 claim-settled',
    '2023-10-08 claim-paid',
  ]);
  const [loanId = ''] = await idsOf(store, 'loans');
  expect((await storedLoan(services, loanId)).state).toMatchObject({ state: 'compensated', disbursedOn: '2021-03-25' });
  expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
  expect(await faultsOfHistory(services, claimLayout, claimId)).toEqual([]);
  expect(await guardOf(services, code)).toMatchObject({ exposureFen: 30_000_000, defaults: 1 });
  const fund = await readFund(services);
  expect(fund).toMatchObject({ appropriatedFen: 1_500_000_000, compensatedFen: 18_000_000, paidFen: 18_000_000 });
  expect(await proof(services)).toEqual([]);

  await playFirstCase(services, undisturbed, code, story);
  expect([await idsOf(store, 'claims'), await idsOf(store, 'loans')]).toEqual([[claimId], [loanId]]);
  expect(await readFund(services)).toEqual(fund);
});

test('where the clock stands in the first weeks of the measures, the loan has just been made', async () => {
  const store = await cityOn('2018-02-01T02:00:00.000Z');
  expect(await playFirstCase(store.services, undisturbed, code, firstCase('2018-02-01'))).toEqual({
    compensatedFen: 0,
  });
  const [loanId = ''] = await idsOf(store, 'loans');
  expect((await storedLoan(store.services, loanId)).state).toMatchObject({
    state: 'active',
    disbursedOn: '2018-01-11',
  });
  expect(await idsOf(store, 'claims')).toEqual([]);
});
