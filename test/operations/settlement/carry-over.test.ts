import { beforeEach, describe, expect, test } from 'vitest';
import { carryOverOf } from '../../../shared/domain/carry-over.ts';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../../shared/operations/claims/recover.ts';
import { recordRemittance } from '../../../shared/operations/claims/remit.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { releaseLine } from '../../../shared/operations/settlement/release-line.ts';
import { ringSettlementLine } from '../../../shared/operations/settlement/ring-line.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { firstCarryOverOn } from '../../../shared/store/settlement-line.ts';
import { admit, bank, finance } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { poison } from '../../support/poison.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';
import { adopt, anew, approvedClaim, claimOf, resolvedOn, settleAll, standings, wan } from './settlement-city.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await adopt(store, { overCapRule: 'carry-over' });
  await fill(store, wan(5000));
  await approvedClaim(store, { lossFen: wan(1000) });
  await approvedClaim(store, { lossFen: wan(650) });
  await settleAll(store.services);
});

const night = async (at: string): Promise<void> => {
  store.setNow(at);
  await ringSettlementLine(store.services, at);
  await settleAll(store.services);
};
const newYear = '2027-12-31T16:10:00.000Z';

describe('what exceeds the cap of a year, where it carries over', () => {
  test('stands in the bank’s share until the new year, and then in the fund’s; it is paid anew', async () => {
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({
      shares: { fundFen: wan(10), institutionFen: wan(20) },
      uncoveredFen: wan(8),
    });
    expect(await standings(store)).toEqual([[claim.claimId, 'next-year']]);
    expect(await firstCarryOverOn(store.services.database, store.services.now())).toBe('2028-01-01');
    const { services } = store;
    const payment = { voucherNumber: 'V-1', paidOn: resolvedOn };
    answerOf(await payClaim(services, anew(services, finance()), claim.claimId, payment));

    await night('2027-12-30T16:10:00.000Z');
    expect(await claimOf(store, claim)).toMatchObject({ state: 'paid', uncoveredFen: wan(8) });
    await night(newYear);
    expect(await claimOf(store, claim)).toMatchObject({
      state: 'settled',
      shares: { fundFen: wan(18), guarantorFen: 0, institutionFen: wan(12) },
      ...{ uncoveredFen: 0, payableFen: wan(8), settlementYear: 2027 },
    });
    expect(await standings(store)).toEqual([]);
    expect(await readFund(services)).toMatchObject({ payableFen: wan(990) + wan(8) });
    expect(await faultsOfHistory(services, claimLayout, claim.claimId)).toEqual([]);
    expect(await proof(services)).toEqual([]);
  });

  test('comes before the new year’s claims, and takes its part of the new year’s cap', async () => {
    const carried = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    const later = '2028-01-05T02:00:00.000Z';
    const [one, two] = [
      await approvedClaim(store, { lossFen: wan(1000), resolvedAt: later }),
      await approvedClaim(store, { lossFen: wan(660), resolvedAt: later }),
    ];
    await settleAll(store.services);
    expect(await claimOf(store, carried)).toMatchObject({ uncoveredFen: 0 });
    expect(await claimOf(store, one)).toMatchObject({ shares: { fundFen: wan(600) } });
    // 8 carried over, 600 and 392 of 396 are the year's 1000 万元.
    expect(await claimOf(store, two)).toMatchObject({ shares: { fundFen: wan(392) }, uncoveredFen: wan(4) });
    expect(await standings(store)).toEqual([[two.claimId, 'next-year']]);
  });

  test('recovered meanwhile, the fund’s part of it goes back at once, so that nobody gets more than was lost', async () => {
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    const { services } = store;
    const all = { amountFen: wan(30), costsFen: 0, recoveredOn: resolvedOn, final: true };
    answerOf(await recordRecovery(services, anew(services, bank()), claim.claimId, all));
    const handedOver = { amountFen: wan(10), receivedOn: resolvedOn, voucherNumber: 'S-1' };
    answerOf(await recordRemittance(services, anew(services, finance()), claim.claimId, handedOver));
    const before = await readFund(services);
    await night(newYear);
    // 8 more of the loss are the fund's, and as all was recovered, so are 8 more of what came back.
    const after = await readFund(services);
    expect(after.spendableFen).toBe(before.spendableFen);
    expect(after.compensatedFen - before.compensatedFen).toBe(wan(8));
    expect(after.recoveredFen - before.recoveredFen).toBe(wan(8));
    expect(await claimOf(store, claim)).toMatchObject({ shares: { fundFen: wan(18) }, setOffFen: wan(8) });
    expect(await proof(services)).toEqual([]);
  });

  test('failed five times in one year, it can still be released in the next', async () => {
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    const cure = await poison(store.services, claimLayout, claim.claimId);
    store.setNow(newYear);
    for (let failure = 1; failure <= 5; failure += 1) {
      await ringSettlementLine(store.services, newYear);
      await expect(settleAll(store.services)).rejects.toThrow(claim.claimId);
    }
    await cure();
    for (const at of ['2028-12-31T15:59:59.000Z', '2028-12-31T16:00:00.000Z', '2031-06-01T02:00:00.000Z']) {
      store.setNow(at);
      expect(await standings(store), at).toEqual([[claim.claimId, 'held']]);
    }
    answerOf(await releaseLine(store.services, anew(store.services), claim.claimId, '数据已修复'));
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({ state: 'settled', uncoveredFen: 0 });
    expect(await standings(store)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('needs of the fund only what does not go back at once, and the line says so before it is settled', async () => {
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    const { services } = store;
    const half = { amountFen: wan(15), costsFen: 0, recoveredOn: resolvedOn, final: false };
    answerOf(await recordRecovery(services, anew(services, bank()), claim.claimId, half));
    store.setNow(newYear);
    // Of the 8 carried over, 4 are of what was recovered already. The line showed all 8 as needed.
    const { places } = await readSettlementLine(services);
    expect(places).toMatchObject([{ claimId: claim.claimId, standing: 'next', neededFen: wan(4) }]);
  });

  test('waits for money like every claim, and while it does nobody after it takes any', async () => {
    const carried = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    // What is left of 5000 万元 goes to claims of others.
    await admit(store.services, 'icbc');
    await admit(store.services, 'abc');
    await admit(store.services, 'ccb');
    await admit(store.services, 'boc');
    for (const institutionId of ['icbc', 'abc', 'ccb', 'boc']) {
      for (const lossFen of [wan(1000), 666_666_667]) await approvedClaim(store, { lossFen, institutionId });
    }
    await settleAll(store.services);
    expect((await readFund(store.services)).spendableFen).toBe(0);
    await night(newYear);
    const later = await approvedClaim(store, {
      lossFen: wan(5),
      institutionId: 'icbc',
      resolvedAt: '2028-01-05T02:00:00.000Z',
    });
    await settleAll(store.services);
    expect(await standings(store)).toEqual([
      [carried.claimId, 'awaiting-funds'],
      [later.claimId, 'behind-funds'],
    ]);
    await fill(store, wan(11));
    await settleAll(store.services);
    expect(await claimOf(store, carried)).toMatchObject({ uncoveredFen: 0 });
    expect(await claimOf(store, later)).toMatchObject({ state: 'settled' });
  });
});

test('of the working, a carried part names the year, what it left and what went on', async () => {
  const claim = await approvedClaim(store, { lossFen: wan(30) });
  await settleAll(store.services);
  const state = await claimOf(store, claim);
  const parameters = { institutionAnnualCapFen: wan(1000), fundYearCeilingFen: null, firstPaymentBp: null };
  const use = { year: 2028, institutionFen: wan(995), fundFen: 0 };
  const carryOver = carryOverOf(state, use, parameters as Parameters<typeof carryOverOf>[2]);
  expect(carryOver).toMatchObject({ leftFen: wan(3), event: { data: { carriedFen: wan(5), uncoveredFen: wan(3) } } });
  expect(carryOver?.event.data.working.find(({ what }) => what === 'carry-over')?.figures).toMatchObject({
    ...{ year: 2028, usedBeforeFen: wan(995), leftBeforeFen: wan(5), carriedFen: wan(5), leftFen: wan(3) },
  });
  expect(carryOverOf(state, { ...use, institutionFen: wan(1000) }, parameters as never)).toBeNull();
});
