import { beforeAll, describe, expect, test } from 'vitest';
import { readDebts } from '../../../shared/store/debts.ts';
import {
  adopt,
  approvedClaim,
  claimOf,
  settleAll,
  settlementDoorbells,
  wan,
} from '../../operations/settlement/settlement-city.ts';
import { admit } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { fill, settledClaim, settledOn } from '../../support/settling.ts';
import { runNight, takeMessages } from '../../support/workers.ts';

let api: Handlers;
const finance = claimsOf('finance', 'finance-bureau');
beforeAll(async () => {
  api = await openHandlersAt('2026-01-02T02:00:00.000Z');
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await fill(api, wan(5000));
});

const night = (day: string): Promise<object> => {
  api.setNow(new Date(`${day}T00:10:00.000+08:00`).toISOString());
  return runNight('carry-over-and-set-off');
};
const post = async (claims: typeof finance, path: string, body: object): Promise<void> => {
  const reply = await api.post(claims, path, body);
  expect(reply.status, reply.text).toBe(200);
};
const owed = async () =>
  (await readDebts(api.services.database, 'rcb')).flatMap(({ parts }) => parts.map(({ owedFen }) => owedFen));

describe('the night', () => {
  test('sets off what a bank has not remitted in thirty days, and rings for the line, as more may be spent', async () => {
    const [recovered, first, second] = [
      await settledClaim(api, 851),
      await settledClaim(api, 852),
      await settledClaim(api, 853, { lossFen: 2_000_000 }),
    ];
    const path = `/v1/claims/${recovered.claimId}`;
    await post(finance, `${path}/payment`, { voucherNumber: 'V-1', paidOn: settledOn });
    // All came back: 60,000 yuan are the fund's, by 15 July.
    await post(bankOf('rcb'), `${path}/recoveries`, { amountFen: 10_000_000, costsFen: 0, recoveredOn: settledOn });
    await post(finance, `${path}/remittances`, { amountFen: 1, receivedOn: settledOn, voucherNumber: 'S-1' });
    await settleAll(api.services);
    await takeMessages(api.services, 'settlement');

    expect(await night('2027-07-15')).toEqual({ changed: 0 });
    expect(await takeMessages(api.services, 'settlement')).toEqual([]);
    expect(await night('2027-07-16')).toEqual({ changed: 1 });
    expect(await claimOf(api, first)).toMatchObject({ state: 'settled', setOffFen: 5_999_999, payableFen: 1 });
    expect(await claimOf(api, second)).toMatchObject({ setOffFen: 0, payableFen: 1_200_000 });
    expect(await owed()).toEqual([]);
    const waiting = await settlementDoorbells(api.services);
    expect(waiting).toMatchObject([{ jobId: expect.stringContaining(first.claimId) }]);
    expect(await takeMessages(api.services, 'settlement')).toEqual(waiting);
    expect(await night('2027-07-17')).toEqual({ changed: 0 });
  });

  test('takes one payment after another, and leaves what no payment meets to a later night', async () => {
    const [recovered, small] = [await settledClaim(api, 854), await settledClaim(api, 855, { lossFen: 1_000_000 })];
    const path = `/v1/claims/${recovered.claimId}`;
    await post(finance, `${path}/payment`, { voucherNumber: 'V-2', paidOn: settledOn });
    await post(bankOf('rcb'), `${path}/recoveries`, { amountFen: 10_000_000, costsFen: 0, recoveredOn: settledOn });
    // The one fen and the 12,000 yuan that the night before left to be paid, then the 6,000 of the small one.
    expect(await night('2027-07-16')).toEqual({ changed: 3 });
    expect(await claimOf(api, small)).toMatchObject({ setOffFen: 600_000, payableFen: 0 });
    expect(await owed()).toEqual([6_000_000 - 1 - 1_200_000 - 600_000]);
    expect(await night('2027-07-17')).toEqual({ changed: 0 });
    await settleAll(api.services);
  });

  test('need not have run for a payment: what is overdue is set off first, and the payment is refused with what is left', async () => {
    const [recovered, other] = [await settledClaim(api, 856), await settledClaim(api, 857)];
    const path = `/v1/claims/${recovered.claimId}`;
    await post(finance, `${path}/payment`, { voucherNumber: 'V-3', paidOn: settledOn });
    await post(bankOf('rcb'), `${path}/recoveries`, { amountFen: 1_000_000, costsFen: 0, recoveredOn: settledOn });
    api.setNow('2027-07-15T16:00:00.000Z');
    const payment = { voucherNumber: 'V-4', paidOn: '2027-07-16' };
    const { items } = (await api.get(finance, '/v1/fund/payment-list')).body as {
      items: { claimId: string; version: number }[];
    };
    const seen = items.find(({ claimId }) => claimId === other.claimId)?.version;
    const asSeen = { headers: { 'if-match': `"${seen}"` } };
    const refused = await api.post(finance, `/v1/claims/${other.claimId}/payment`, payment, asSeen);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'state-conflict', rule: 'R27' }]);
    expect((await claimOf(api, other)).setOffFen).toBeGreaterThan(0);
    expect(await owed()).toEqual([]);
    // Sent again from the list as it was shown, it would pay another amount than was transferred.
    const again = await api.post(finance, `/v1/claims/${other.claimId}/payment`, payment, asSeen);
    expect([again.status, again.body.code]).toEqual([412, 'version-mismatch']);
    await post(finance, `/v1/claims/${other.claimId}/payment`, payment);
    await settleAll(api.services);
  });

  test('of a new year rings for what was carried over into it, and nobody rings while nothing waits', async () => {
    await adopt(api, { overCapRule: 'carry-over' });
    for (const lossFen of [wan(1000), wan(650)]) await approvedClaim(api, { lossFen, institutionId: 'icbc' });
    const carried = await approvedClaim(api, { lossFen: wan(30), institutionId: 'icbc' });
    await settleAll(api.services);
    expect(await claimOf(api, carried)).toMatchObject({ uncoveredFen: wan(8) });
    await takeMessages(api.services, 'settlement');
    await night('2027-12-31');
    expect(await takeMessages(api.services, 'settlement')).toEqual([]);
    await night('2028-01-01');
    expect(await takeMessages(api.services, 'settlement')).toMatchObject([{ jobId: 'settle-night-2028-01-01' }]);
    await settleAll(api.services);
    expect(await claimOf(api, carried)).toMatchObject({ uncoveredFen: 0, settlementYear: 2027 });
  });
});
