import { beforeAll, describe, expect, test } from 'vitest';
import { payClaim } from '../../shared/operations/claims/pay.ts';
import { returnPayment } from '../../shared/operations/claims/return-payment.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { storedClaim } from '../support/claiming.ts';
import { admit, commandBy, finance } from '../support/fixtures.ts';
import { answerOf } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { fill, settledClaim, settledOn } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { proof } from './fund/proof.ts';

let store: TestStore;
let next = 4000;
beforeAll(async () => {
  store = await openStore();
  await admit(store.services, 'rcb');
  await fill(store, 1_000_000_000);
});

const aSettledClaim = async (given: Parameters<typeof settledClaim>[2] = {}) => {
  next += 1;
  return settledClaim(store, next, given);
};
const by = () => {
  next += 1;
  return commandBy(store.services, finance(), `payment-${next}`);
};
const pay = (claimId: string, voucherNumber: string, paidOn = settledOn): Promise<Outcome> =>
  payClaim(store.services, by(), claimId, { voucherNumber, paidOn });
const giveBack = (claimId: string, returnedOn = settledOn): Promise<Outcome> =>
  returnPayment(store.services, by(), claimId, { returnedOn, reason: '账号有误' });

describe('a payment', () => {
  test('of a settled claim makes it paid: cash and what is payable fall, the balance fell at settlement', async () => {
    const { claimId } = await aSettledClaim();
    const before = await readFund(store.services);
    expect(answerOf(await pay(claimId, 'V-1'))).toMatchObject({
      ...{ state: 'paid', voucherNumber: 'V-1', paidOn: settledOn, payableFen: 6_000_000 },
    });
    const after = await readFund(store.services);
    expect(after.cashFen - before.cashFen).toBe(-6_000_000);
    expect(after.payableFen - before.payableFen).toBe(-6_000_000);
    expect(after.paidFen - before.paidFen).toBe(6_000_000);
    expect(after.compensatedFen).toBe(before.compensatedFen);
    expect(await pay(claimId, 'V-1b')).toMatchObject({ code: 'state-conflict', facts: { state: 'paid' } });
    expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('may be of the day of settlement and of today, of no day before or after', async () => {
    store.setNow('2027-06-20T02:00:00.000Z');
    const days = { '2027-06-14': false, '2027-06-15': true, '2027-06-20': true, '2027-06-21': false };
    for (const [day, isTaken] of Object.entries(days)) {
      const { claimId } = await aSettledClaim();
      store.setNow('2027-06-20T02:00:00.000Z');
      const outcome = await pay(claimId, `V-day-${day}`, day);
      if (isTaken) expect(answerOf(outcome)).toMatchObject({ state: 'paid', paidOn: day });
      else {
        const facts = { field: 'paidOn', given: day, from: settledOn, through: '2027-06-20' };
        expect(outcome).toMatchObject({ code: 'date-out-of-range', rule: 'R26', facts });
      }
    }
  });

  test('of a claim with nothing to pay is refused, and the claim stays settled', async () => {
    const settlement = { shares: { fundFen: 0, guarantorFen: 0, institutionFen: 10_000_000 }, payableFen: 0 };
    const { claimId } = await aSettledClaim({ settlement });
    expect(await pay(claimId, 'V-nothing')).toMatchObject({
      ...{ code: 'state-conflict', rule: 'R26', facts: { state: 'settled', payable: 0 } },
    });
    expect((await storedClaim(store.services, claimId)).state.state).toBe('settled');
    expect(await proof(store.services)).toEqual([]);
  });

  test('takes its voucher number for the calendar year of its day, however the number is written', async () => {
    const [first, second, third] = [await aSettledClaim(), await aSettledClaim(), await aSettledClaim()];
    store.setNow('2028-01-01T02:00:00.000Z');
    answerOf(await pay(first.claimId, 'Ｖ－2027 ', '2027-12-31'));
    for (const written of ['V-2027', ' V-2027']) {
      expect(await pay(second.claimId, written, '2027-12-31')).toMatchObject({
        ...{ code: 'already-exists', rule: 'R26', facts: { year: 2027, claimId: first.claimId } },
      });
    }
    // The same number on the first day of the next year is another paper.
    expect(answerOf(await pay(second.claimId, 'V-2027', '2028-01-01'))).toMatchObject({ state: 'paid' });
    expect(answerOf(await pay(third.claimId, 'V-2028', '2028-01-01'))).toMatchObject({ state: 'paid' });
  });

  test('of two claims at once under one number is made once', async () => {
    const [first, second] = [await aSettledClaim(), await aSettledClaim()];
    const outcomes = await Promise.all([pay(first.claimId, 'V-race'), pay(second.claimId, 'V-race')]);
    const kinds = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : 'paid')).sort();
    expect(kinds).toEqual(['already-exists', 'paid']);
  });
});

describe('a payment that came back', () => {
  test('makes the claim settled again: its entry is mirrored, and it is paid anew under another number', async () => {
    const { claimId } = await aSettledClaim();
    const before = await readFund(store.services);
    answerOf(await pay(claimId, 'V-back'));
    const { paymentEntryId } = (await storedClaim(store.services, claimId)).state;
    expect(answerOf(await giveBack(claimId))).toMatchObject({
      ...{ state: 'settled', voucherNumber: null, paidOn: null, payableFen: 6_000_000, note: '账号有误' },
    });
    expect(await readFund(store.services)).toEqual({ ...before, entries: before.entries + 2 });
    expect(paymentEntryId).toBe(`${claimId}-6-1`);
    expect(await giveBack(claimId)).toMatchObject({ code: 'state-conflict', facts: { state: 'settled' } });
    // The paper of the payment that came back exists: its number stays taken, for this claim too.
    expect(await pay(claimId, 'V-back')).toMatchObject({ code: 'already-exists' });
    expect(answerOf(await pay(claimId, 'V-back-2'))).toMatchObject({ state: 'paid' });
    expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('came back on the day of payment or later, not before and not after today', async () => {
    const { claimId } = await aSettledClaim();
    store.setNow('2027-06-18T02:00:00.000Z');
    answerOf(await pay(claimId, 'V-when', '2027-06-16'));
    for (const day of ['2027-06-15', '2027-06-19']) {
      expect(await giveBack(claimId, day)).toMatchObject({ code: 'date-out-of-range', rule: 'R26' });
    }
    expect(answerOf(await giveBack(claimId, '2027-06-16'))).toMatchObject({ state: 'settled' });
  });
});
