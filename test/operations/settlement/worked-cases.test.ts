import { beforeEach, describe, expect, test } from 'vitest';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../../shared/operations/claims/recover.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { loanLayout } from '../../../shared/store/loans.ts';
import { storedLoan } from '../../support/claiming.ts';
import { admit, bank, finance } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';
import { adopt, anew, approvedClaim, claimOf, resolvedOn, settleAll, wan } from './settlement-city.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await admit(store.services, 'icbc');
  await admit(store.services, 'talent-guarantee', 'guarantor');
});

const settled = { state: 'settled', settledAt: '2027-06-15T02:00:00.000Z', settlementYear: 2027 };

describe('a loss is shared', () => {
  test('300,000 yuan on credit: the fund 180,000, the bank 120,000, to be paid whole; the loan is compensated', async () => {
    await fill(store, wan(1000));
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({
      ...settled,
      lossFen: wan(30),
      shares: { fundFen: wan(18), guarantorFen: 0, institutionFen: wan(12) },
      ...{ uncoveredFen: 0, setOffFen: 0, payableFen: wan(18), heldBackFen: 0 },
    });
    expect((await storedLoan(store.services, claim.loanId)).state.state).toBe('compensated');
    expect(await readFund(store.services)).toMatchObject({ compensatedFen: wan(18), spendableFen: wan(982) });
    expect(await faultsOfHistory(store.services, claimLayout, claim.claimId)).toEqual([]);
    expect(await faultsOfHistory(store.services, loanLayout, claim.loanId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('a guaranteed loss 4:4:2, the odd fen the bank’s', async () => {
    await fill(store, wan(1000));
    const terms = { mode: 'guarantee', guarantorId: 'talent-guarantee' } as const;
    const claim = await approvedClaim(store, { lossFen: 1_000_003, terms });
    await settleAll(store.services);
    const shares = { fundFen: 400_001, guarantorFen: 400_001, institutionFen: 200_001 };
    expect(await claimOf(store, claim)).toMatchObject({ ...settled, shares });
  });

  test('what the conference found to be less is what is shared', async () => {
    await fill(store, wan(1000));
    const claim = await approvedClaim(store, { lossFen: wan(30), assessedFen: wan(20) });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({ ...settled, lossFen: wan(20) });
  });

  test('what was repaid between resolution and settlement is no loss any more', async () => {
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    const paid = { principalFen: wan(20), interestFen: 0, paidOn: resolvedOn };
    answerOf(await recordRepayment(store.services, anew(store.services, bank()), claim.loanId, paid));
    await fill(store, wan(1000));
    await settleAll(store.services);
    const { lossFen, shares, working } = await claimOf(store, claim);
    // The interest of the agreed term is unpaid and counts: 30 万 × 364 days × 4 % / 360 = 12,133.33 yuan.
    expect({ lossFen, shares }).toEqual({
      lossFen: wan(10) + 1_213_333,
      shares: { fundFen: 6_727_999, guarantorFen: 0, institutionFen: 4_485_334 },
    });
    expect(working?.map(({ what }) => what)).toEqual([
      ...['outstanding-principal', 'term-interest', 'left-out', 'loss', 'split', 'year-cap', 'result'],
    ]);
  });
});

describe('the most that the fund pays an institution in a year', () => {
  /** 990 万元 of the year are settled: losses of 1000 and 650 万元, six tenths each. */
  async function settle990(): Promise<void> {
    await fill(store, wan(10_000));
    await approvedClaim(store, { lossFen: wan(1000) });
    await approvedClaim(store, { lossFen: wan(650) });
    await settleAll(store.services);
  }

  test('990 万元 settled and 18 due of a loss of 30: the fund pays 10, 8 are uncovered, the bank bears 20', async () => {
    await settle990();
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({
      ...settled,
      shares: { fundFen: wan(10), guarantorFen: 0, institutionFen: wan(20) },
      ...{ uncoveredFen: wan(8), payableFen: wan(10) },
    });
    const another = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    expect(await claimOf(store, another)).toMatchObject({
      ...settled,
      shares: { fundFen: 0, guarantorFen: 0, institutionFen: wan(30) },
      ...{ uncoveredFen: wan(18), payableFen: 0 },
    });
  });

  test.each([
    ['one fen under', 16_666_666, 9_999_999, 0],
    ['at', 16_666_667, 10_000_000, 0],
    ['one fen over', 16_666_669, 10_000_000, 1],
  ])('%s the 10 万元 that are left: of a loss of %i fen the fund pays %i, %i are uncovered', async (...figures) => {
    const [, lossFen, fundFen, uncoveredFen] = figures;
    await settle990();
    const claim = await approvedClaim(store, { lossFen });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({ shares: { fundFen }, uncoveredFen });
  });

  test('is of the Shanghai year of the settlement, and of each institution by itself', async () => {
    await settle990();
    const [own, other] = [
      await approvedClaim(store, { lossFen: wan(30) }),
      await approvedClaim(store, { lossFen: wan(30), institutionId: 'icbc' }),
    ];
    store.setNow('2027-12-31T15:59:59.999Z');
    await settleAll(store.services);
    expect(await claimOf(store, own)).toMatchObject({ settlementYear: 2027, uncoveredFen: wan(8) });
    expect(await claimOf(store, other)).toMatchObject({ settlementYear: 2027, uncoveredFen: 0 });
    const late = await approvedClaim(store, { lossFen: wan(30), resolvedAt: '2027-12-31T15:59:59.999Z' });
    store.setNow('2027-12-31T16:00:00.000Z');
    await settleAll(store.services);
    expect(await claimOf(store, late)).toMatchObject({ settlementYear: 2028, uncoveredFen: 0 });
  });
});

describe('the switches at settlement', () => {
  test('a first payment share: half at once, the rest with the final recovery', async () => {
    await adopt(store, { firstPaymentBp: 5_000 });
    await fill(store, wan(1000));
    const claim = await approvedClaim(store, { lossFen: wan(30) });
    await settleAll(store.services);
    expect(await claimOf(store, claim)).toMatchObject({ payableFen: wan(9), heldBackFen: wan(9) });
    const { services } = store;
    const payment = { voucherNumber: 'V-1', paidOn: resolvedOn };
    answerOf(await payClaim(services, anew(services, finance()), claim.claimId, payment));
    const final = { amountFen: 0, costsFen: 0, recoveredOn: resolvedOn, final: true };
    answerOf(await recordRecovery(services, anew(services, bank()), claim.claimId, final));
    expect(await claimOf(store, claim)).toMatchObject({ state: 'settled', payableFen: wan(9), heldBackFen: 0 });
    expect(await proof(services)).toEqual([]);
  });

  test.each([
    [wan(18) - 1, wan(18) - 1],
    [wan(18), wan(18)],
    [wan(18) + 1, wan(18)],
  ])(
    'the whole fund’s ceiling of a year at %i fen covers %i of the 180,000 yuan due',
    async (fundYearCeilingFen, fundFen) => {
      // Filed while the ceiling left room, and settled when another institution had taken its part of it.
      await adopt(store, { fundYearCeilingFen: fundYearCeilingFen + wan(6) });
      await fill(store, wan(1000));
      const first = await approvedClaim(store, { lossFen: wan(10), institutionId: 'icbc' });
      const second = await approvedClaim(store, { lossFen: wan(30) });
      await settleAll(store.services);
      expect(await claimOf(store, first)).toMatchObject({ shares: { fundFen: wan(6) } });
      const claim = await claimOf(store, second);
      expect(claim).toMatchObject({ shares: { fundFen }, uncoveredFen: wan(18) - fundFen });
      expect(claim.working?.some(({ what }) => what === 'year-ceiling')).toBe(true);
    },
  );
});
