import { beforeAll, describe, expect, test } from 'vitest';
import { readDebts } from '../../../shared/store/debts.ts';
import {
  adopt,
  approvedClaim,
  claimOf,
  resolvedOn,
  settlementDoorbells,
  standings,
  wan,
} from '../../operations/settlement/settlement-city.ts';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { approveVersion } from '../../support/policies.ts';
import { fill } from '../../support/settling.ts';
import { deliver, hurried, takeMessages } from '../../support/workers.ts';

let api: Handlers;
const finance = claimsOf('finance', 'finance-bureau');

/** A city whose version carries over what exceeds a year. */
beforeAll(async () => {
  api = await openHandlersAt('2026-01-02T02:00:00.000Z');
  for (const institutionId of ['rcb', 'icbc', 'abc', 'boc']) await admit(api.services, institutionId);
  await adopt(api, { overCapRule: 'carry-over' });
  await fill(api, wan(5000));
});

const settle = async (): Promise<void> => {
  expect(await deliver('settlement', await settlementDoorbells(api.services))).toEqual([]);
};

describe('the worker of the settlement', () => {
  test('out of time rings for itself and goes on where it stopped', async () => {
    const claims = [
      await approvedClaim(api, { institutionId: 'icbc' }),
      await approvedClaim(api, { institutionId: 'icbc' }),
    ];
    const states = async () =>
      (await Promise.all(claims.map((claim) => claimOf(api, claim)))).map(({ state }) => state);
    await takeMessages(api.services, 'settlement');
    const [doorbell] = await settlementDoorbells(api.services);
    if (!doorbell) throw new Error('no job was made');
    expect(await deliver('settlement', [doorbell], hurried(1))).toEqual([]);
    expect(await states()).toEqual(['settled', 'approved']);
    const rung = await takeMessages(api.services, 'settlement');
    expect(rung).toEqual([doorbell]);
    expect(await deliver('settlement', rung)).toEqual([]);
    expect(await states()).toEqual(['settled', 'settled']);
    await settle();
    expect(await settlementDoorbells(api.services)).toEqual([]);
  });

  test('leaves of a debt what a settlement does not set off', async () => {
    const owing = await approvedClaim(api, { institutionId: 'boc', lossFen: wan(10) });
    await settle();
    const path = `/v1/claims/${owing.claimId}`;
    const payment = { voucherNumber: 'V-1', paidOn: resolvedOn };
    expect((await api.post(finance, `${path}/payment`, payment)).status).toBe(200);
    const recovery = { amountFen: wan(10), costsFen: 0, recoveredOn: resolvedOn };
    expect((await api.post(bankOf('boc'), `${path}/recoveries`, recovery)).status).toBe(200);
    const owed = async () =>
      (await readDebts(api.services.database, 'boc')).flatMap(({ parts }) => parts.map(({ owedFen }) => owedFen));
    expect(await owed()).toEqual([wan(6)]);
    // On the thirty-sixth day half of it is set off against the three that a loss of five brings.
    const resolvedAt = '2027-07-20T02:00:00.000Z';
    const settled = await approvedClaim(api, { institutionId: 'boc', lossFen: wan(5), resolvedAt });
    await settle();
    expect(await claimOf(api, settled)).toMatchObject({ state: 'settled', setOffFen: wan(3), payableFen: 0 });
    expect(await owed()).toEqual([wan(3)]);
  });

  test('carries over what exceeds the cap of a year, and in the next it comes first', async () => {
    const year = async (resolvedAt: string, ...losses: readonly number[]) => {
      for (const lossFen of losses) await approvedClaim(api, { lossFen, resolvedAt });
      await settle();
    };
    await year(`${resolvedOn}T03:00:00.000Z`, wan(1000), wan(650));
    const claim = await approvedClaim(api, { lossFen: wan(30), resolvedAt: `${resolvedOn}T04:00:00.000Z` });
    await settle();
    expect(await claimOf(api, claim)).toMatchObject({ shares: { fundFen: wan(10) }, uncoveredFen: wan(8) });
    expect(await standings(api)).toEqual([[claim.claimId, 'next-year']]);
    await year('2028-01-05T02:00:00.000Z', wan(10));
    expect(await claimOf(api, claim)).toMatchObject({ shares: { fundFen: wan(18) }, uncoveredFen: 0 });
    expect(await standings(api)).toEqual([]);
  });

  test('opens the breaker of a bank with the settlement that passes the limit, not with the one that meets it', async () => {
    api.setNow('2026-01-06T02:00:00.000Z');
    await approveVersion(api.services, '2026-02-15', { suspendAtLossRatioBp: 5_000 });
    const breaker = async () => (await api.get(officer, '/v1/institutions/abc')).body.breaker;
    const apply = async (number: number) => {
      await list(api.services, creditCode(number));
      const application = anApplication(creditCode(number), { institutionId: 'abc' });
      return api.post(bankOf('abc'), '/v1/applications', application);
    };
    const [first, second] = [
      await approvedClaim(api, { institutionId: 'abc', lossFen: wan(50) }),
      await approvedClaim(api, { institutionId: 'abc', lossFen: wan(50) }),
    ];
    const doorbells = await settlementDoorbells(api.services);
    expect(await deliver('settlement', doorbells.slice(0, 1), hurried(1))).toEqual([]);
    expect(await claimOf(api, first)).toMatchObject({ state: 'settled' });
    expect(await breaker()).toMatchObject({ isOpen: false, ratioBp: 5_000 });
    expect((await apply(841)).status).toBe(201);
    await settle();
    expect(await claimOf(api, second)).toMatchObject({ state: 'settled' });
    expect(await breaker()).toMatchObject({ isOpen: true, openedOn: resolvedOn, ratioBp: 10_000 });
    expect(await apply(842)).toMatchObject({ status: 422, body: { code: 'breaker-open', rule: 'R28' } });
  });
});
