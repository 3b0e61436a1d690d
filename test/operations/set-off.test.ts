import { beforeEach, describe, expect, test } from 'vitest';
import { payClaim } from '../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../shared/operations/claims/recover.ts';
import { recordRemittance } from '../../shared/operations/claims/remit.ts';
import { returnPayment } from '../../shared/operations/claims/return-payment.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import { setOffOverdue } from '../../shared/operations/fund/set-off-overdue.ts';
import { nextDueOn } from '../../shared/operations/next-due.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { readDebts } from '../../shared/store/debts.ts';
import { firstSetOffOn } from '../../shared/store/set-off-due.ts';
import { storedClaim } from '../support/claiming.ts';
import { admit, bank, commandBy, finance } from '../support/fixtures.ts';
import { answerOf } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { fill, settledClaim, settledOn } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { proof } from './fund/proof.ts';

let store: TestStore;
let next = 6000;
beforeEach(async () => {
  store = await openStore();
  await admit(store.services, 'rcb');
  await fill(store, 1_000_000_000);
});

const aSettledClaim = async () => {
  next += 1;
  return (await settledClaim(store, next)).claimId;
};
const by = (caller = bank()) => {
  next += 1;
  return commandBy(store.services, caller, `set-off-${next}`);
};
/** Ten thousand yuan came back on the day of settlement: 6,000 yuan are the fund's, to be handed over by 15 July. */
const recover = async (claimId: string, amountFen = 1_000_000) => {
  const recovery = { amountFen, costsFen: 0, recoveredOn: settledOn, final: false };
  answerOf(await recordRecovery(store.services, by(), claimId, recovery));
};
const night = (day: string) => {
  const at = `${day}T00:10:00.000+08:00`;
  store.setNow(new Date(at).toISOString());
  return setOffOverdue(store.services, store.services.now());
};
const figuresOf = async (claimId: string) => {
  const { state, setOffFen, payableFen, shares } = (await storedClaim(store.services, claimId)).state;
  return { state, setOffFen, payableFen, fundFen: shares?.fundFen };
};
const owed = async () => (await readDebts(store.services.database, 'rcb')).flatMap(({ parts }) => parts);
const nothingSetOff = { state: 'settled', setOffFen: 0, payableFen: 6_000_000, fundFen: 6_000_000 };

describe('what an institution has not remitted in time', () => {
  test('is set off on the thirty-first day after the recovery, not on the thirtieth, and never against the shares', async () => {
    const [recovered, unpaid] = [await aSettledClaim(), await aSettledClaim()];
    answerOf(await payClaim(store.services, by(finance()), recovered, { voucherNumber: 'V-1', paidOn: settledOn }));
    await recover(recovered);
    expect(await firstSetOffOn(store.services.database)).toBe('2027-07-16');
    expect(await night('2027-07-15')).toEqual({ changed: 0 });
    expect(await figuresOf(unpaid)).toEqual(nothingSetOff);
    const before = await readFund(store.services);
    expect(await night('2027-07-16')).toEqual({ changed: 1 });
    expect(await figuresOf(unpaid)).toEqual({ ...nothingSetOff, setOffFen: 600_000, payableFen: 5_400_000 });
    const after = await readFund(store.services);
    expect(after).toMatchObject({ receivableFen: 0, cashFen: before.cashFen });
    // What was owed has come, without a transfer.
    expect(after.spendableFen - before.spendableFen).toBe(600_000);
    expect(await owed()).toEqual([]);
    expect(await night('2027-07-17')).toEqual({ changed: 0 });
    const paid = { voucherNumber: 'V-2', paidOn: '2027-07-17' };
    answerOf(await payClaim(store.services, by(finance()), unpaid, paid));
    expect((await readFund(store.services)).payableFen).toBe(0);
    const remittance = { amountFen: 1, receivedOn: '2027-07-17', voucherNumber: 'S-1' };
    const late = await recordRemittance(store.services, by(finance()), recovered, remittance);
    expect(late).toMatchObject({ code: 'amount-exceeds-outstanding', facts: { owed: 0 } });
    expect(await faultsOfHistory(store.services, claimLayout, unpaid)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('is also set off against the claim whose recovery it is, where that is not paid yet', async () => {
    const claimId = await aSettledClaim();
    await recover(claimId);
    expect(await night('2027-07-16')).toEqual({ changed: 1 });
    expect(await figuresOf(claimId)).toEqual({ ...nothingSetOff, setOffFen: 600_000, payableFen: 5_400_000 });
  });

  test('takes one payment after another, the earliest first, and what is left waits', async () => {
    const [recovered, first, second] = [await aSettledClaim(), await aSettledClaim(), await aSettledClaim()];
    answerOf(await payClaim(store.services, by(finance()), recovered, { voucherNumber: 'V-1', paidOn: settledOn }));
    await recover(recovered, 10_000_000);
    const remittance = { amountFen: 1, receivedOn: settledOn, voucherNumber: 'S-1' };
    answerOf(await recordRemittance(store.services, by(finance()), recovered, remittance));
    expect(await night('2027-07-16')).toEqual({ changed: 1 });
    // One fen was handed over in time: one fen of the first claim is still to be paid.
    expect(await figuresOf(first)).toMatchObject({ state: 'settled', setOffFen: 5_999_999, payableFen: 1 });
    expect(await figuresOf(second)).toEqual(nothingSetOff);
    expect(await proof(store.services)).toEqual([]);
  });

  test('waits where nothing is to be paid, costs no further night, and is set off when a payment comes back', async () => {
    const claimId = await aSettledClaim();
    answerOf(await payClaim(store.services, by(finance()), claimId, { voucherNumber: 'V-1', paidOn: settledOn }));
    await recover(claimId);
    expect(await night('2027-07-16')).toEqual({ changed: 0 });
    expect(await owed()).toMatchObject([{ owedFen: 600_000 }]);
    expect(await firstSetOffOn(store.services.database)).toBeNull();
    const returned = { returnedOn: '2027-07-16', reason: '账号有误' };
    answerOf(await returnPayment(store.services, by(finance()), claimId, returned));
    expect(await nextDueOn(store.services)).toBe('2027-07-17');
    expect(await night('2027-07-17')).toEqual({ changed: 1 });
    expect(await figuresOf(claimId)).toEqual({ ...nothingSetOff, setOffFen: 600_000, payableFen: 5_400_000 });
    expect(await firstSetOffOn(store.services.database)).toBeNull();
    expect(await proof(store.services)).toEqual([]);
  });

  test('is set off by a payment before any night has run, and only what is left is paid', async () => {
    const [recovered, unpaid] = [await aSettledClaim(), await aSettledClaim()];
    answerOf(await payClaim(store.services, by(finance()), recovered, { voucherNumber: 'V-1', paidOn: settledOn }));
    await recover(recovered);
    const pay = (context = by(finance())) =>
      payClaim(store.services, context, unpaid, { voucherNumber: 'V-2', paidOn: settledOn });
    // A minute after midnight of the thirty-first day; the night job runs at ten past.
    store.setNow('2027-07-15T16:01:00.000Z');
    expect(await pay()).toMatchObject({
      ...{ code: 'state-conflict', rule: 'R27' },
      facts: { state: 'settled', setOff: 600_000, payable: 5_400_000 },
    });
    expect(await figuresOf(unpaid)).toEqual({ ...nothingSetOff, setOffFen: 600_000, payableFen: 5_400_000 });
    expect(await owed()).toEqual([]);
    const key = by(finance());
    const paid = answerOf(await pay(key));
    expect(paid).toMatchObject({ state: 'paid', setOffFen: 600_000, payableFen: 5_400_000 });
    // The same request again is answered the same, whatever has become overdue since.
    await recover(recovered, 1_000);
    expect(answerOf(await pay(key))).toEqual(paid);
    expect(await faultsOfHistory(store.services, claimLayout, unpaid)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('reported late and overdue at once, it is set off by a payment of the same day', async () => {
    const [recovered, unpaid] = [await aSettledClaim(), await aSettledClaim()];
    answerOf(await payClaim(store.services, by(finance()), recovered, { voucherNumber: 'V-1', paidOn: settledOn }));
    store.setNow('2027-09-01T02:00:00.000Z');
    await recover(recovered, 10_000_000);
    const pay = () => payClaim(store.services, by(finance()), unpaid, { voucherNumber: 'V-2', paidOn: settledOn });
    expect(await pay()).toMatchObject({ rule: 'R27', facts: { setOff: 6_000_000, payable: 0 } });
    expect(await pay()).toMatchObject({ rule: 'R26', code: 'state-conflict', facts: { payable: 0 } });
    expect(await proof(store.services)).toEqual([]);
  });

  test('is no matter of another institution’s payments', async () => {
    const claimId = await aSettledClaim();
    await recover(claimId);
    const [debt] = await readDebts(store.services.database, 'rcb');
    expect(debt).toMatchObject({ claimId, institutionId: 'rcb' });
    expect(await readDebts(store.services.database, 'icbc')).toEqual([]);
    expect(await readDebts(store.services.database, 'rc')).toEqual([]);
  });
});
