import { beforeAll, describe, expect, test } from 'vitest';
import type { Recovery } from '../../shared/domain/recovery.ts';
import type { Remittance } from '../../shared/domain/remittance.ts';
import { payClaim } from '../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../shared/operations/claims/recover.ts';
import { recordRemittance } from '../../shared/operations/claims/remit.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import { writeOffLoan } from '../../shared/operations/loans/write-off.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { storedClaim, storedLoan } from '../support/claiming.ts';
import { admit, bank, commandBy, finance } from '../support/fixtures.ts';
import { answerOf, guardOf } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { fill, settledClaim, settledOn } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { proof } from './fund/proof.ts';

let store: TestStore;
let next = 5000;
beforeAll(async () => {
  store = await openStore();
  await admit(store.services, 'rcb');
  await fill(store, 1_000_000_000);
});

const aSettledClaim = async (given: Parameters<typeof settledClaim>[2] = {}) => {
  next += 1;
  return settledClaim(store, next, given);
};
const by = (caller = bank()) => {
  next += 1;
  return commandBy(store.services, caller, `recovery-${next}`);
};
const recover = (claimId: string, change: Partial<Recovery> = {}): Promise<Outcome> => {
  const recovery = { amountFen: 1_000_000, costsFen: 0, recoveredOn: settledOn, final: false, ...change };
  return recordRecovery(store.services, by(), claimId, recovery);
};
const remit = (claimId: string, change: Partial<Remittance> = {}): Promise<Outcome> => {
  const remittance = { amountFen: 600_000, receivedOn: settledOn, voucherNumber: 'S-1', ...change };
  return recordRemittance(store.services, by(finance()), claimId, remittance);
};

describe('a recovery', () => {
  test('of 100,000 yuan with 10,000 of costs: 54,000 are owed to the fund, and the loan falls by 90,000', async () => {
    const { claimId, loanId, code } = await aSettledClaim({ lossFen: 30_000_000 });
    const before = await readFund(store.services);
    const answer = answerOf(await recover(claimId, { amountFen: 10_000_000, costsFen: 1_000_000 }));
    expect(answer).toMatchObject({ state: 'settled', recoveredFen: 9_000_000, remittedFen: 0 });
    const after = await readFund(store.services);
    expect(after.receivableFen - before.receivableFen).toBe(5_400_000);
    expect(after.recoveredFen - before.recoveredFen).toBe(5_400_000);
    // Promised, not there: it can neither be paid out nor settled with.
    expect([after.cashFen, after.spendableFen]).toEqual([before.cashFen, before.spendableFen]);
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({
      ...{ state: 'compensated', outstandingFen: 21_000_000 },
    });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 21_000_000, defaults: 1 });
    expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
    expect(await faultsOfHistory(store.services, loanLayout, loanId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('of everything ends the default: the enterprise may apply again, one fen less and it may not', async () => {
    const { claimId, loanId, code } = await aSettledClaim();
    answerOf(await recover(claimId, { amountFen: 9_999_999 }));
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 1, defaults: 1 });
    answerOf(await recover(claimId, { amountFen: 1 }));
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 0, defaults: 0 });
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({ state: 'compensated', outstandingFen: 0 });
    expect(await recover(claimId, { amountFen: 1 })).toMatchObject({ code: 'amount-exceeds-loss', facts: { left: 0 } });
  });

  test('goes on after the payment, and after the loan is written off', async () => {
    const { claimId, loanId, code } = await aSettledClaim();
    answerOf(await payClaim(store.services, by(finance()), claimId, { voucherNumber: `V-${next}`, paidOn: settledOn }));
    const writeOff = { on: settledOn, reason: '无可执行财产' };
    answerOf(await writeOffLoan(store.services, by(), loanId, writeOff));
    expect(answerOf(await recover(claimId))).toMatchObject({ state: 'paid', recoveredFen: 1_000_000 });
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({
      ...{ state: 'written-off', outstandingFen: 9_000_000 },
    });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 9_000_000, defaults: 1 });
    expect(await faultsOfHistory(store.services, loanLayout, loanId)).toEqual([]);
  });

  test('that is the final one makes what was held back due: 70 % at once, the rest then', async () => {
    const { claimId } = await aSettledClaim({ parameters: { firstPaymentBp: 7000 } });
    const pay = (voucherNumber: string) =>
      payClaim(store.services, by(finance()), claimId, { voucherNumber, paidOn: settledOn });
    expect(answerOf(await pay('V-first'))).toMatchObject({
      state: 'paid',
      payableFen: 4_200_000,
      heldBackFen: 1_800_000,
    });
    expect(answerOf(await recover(claimId))).toMatchObject({ state: 'paid', heldBackFen: 1_800_000 });
    const nothing = { amountFen: 0, final: true };
    expect(answerOf(await recover(claimId, nothing))).toMatchObject({
      ...{ state: 'settled', payableFen: 1_800_000, heldBackFen: 0 },
    });
    expect(answerOf(await pay('V-rest'))).toMatchObject({ state: 'paid', payableFen: 1_800_000 });
    expect((await storedClaim(store.services, claimId)).state.recoveryEnded).toBe(true);
    expect(await proof(store.services)).toEqual([]);
    expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
  });

  test('of two sent at once that together pass the loss, one is taken', async () => {
    const { claimId } = await aSettledClaim();
    const both = [recover(claimId, { amountFen: 6_000_000 }), recover(claimId, { amountFen: 6_000_000 })];
    const kinds = (await Promise.all(both)).map((outcome) => (outcome.kind === 'refused' ? outcome.code : 'taken'));
    expect(kinds.sort()).toEqual(['amount-exceeds-loss', 'taken']);
    expect((await storedClaim(store.services, claimId)).state.recoveredFen).toBe(6_000_000);
  });
});

describe('a remittance', () => {
  test('is at most what this claim’s recoveries owe: cash rises by it, and nothing more is owed', async () => {
    const { claimId } = await aSettledClaim();
    expect(await remit(claimId, { amountFen: 1 })).toMatchObject({
      ...{ code: 'amount-exceeds-outstanding', rule: 'R27', facts: { asked: 1, owed: 0 } },
    });
    answerOf(await recover(claimId));
    const before = await readFund(store.services);
    expect(await remit(claimId, { amountFen: 600_001 })).toMatchObject({ facts: { asked: 600_001, owed: 600_000 } });
    expect(answerOf(await remit(claimId, { amountFen: 599_999 }))).toMatchObject({ remittedFen: 599_999 });
    expect(answerOf(await remit(claimId, { amountFen: 1 }))).toMatchObject({ remittedFen: 600_000 });
    expect(await remit(claimId, { amountFen: 1 })).toMatchObject({ facts: { owed: 0 } });
    const after = await readFund(store.services);
    expect(after.cashFen - before.cashFen).toBe(600_000);
    expect(after.spendableFen - before.spendableFen).toBe(600_000);
    expect(after.receivableFen - before.receivableFen).toBe(-600_000);
    expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
    // Owed anew by the next recovery.
    answerOf(await recover(claimId));
    expect(answerOf(await remit(claimId))).toMatchObject({ remittedFen: 1_200_000 });
  });

  test('of two at once that together pass what is owed, one is taken', async () => {
    const { claimId } = await aSettledClaim();
    answerOf(await recover(claimId));
    const both = [remit(claimId, { amountFen: 400_000 }), remit(claimId, { amountFen: 400_000 })];
    const kinds = (await Promise.all(both)).map((outcome) => (outcome.kind === 'refused' ? outcome.code : 'taken'));
    expect(kinds.sort()).toEqual(['amount-exceeds-outstanding', 'taken']);
  });
});
