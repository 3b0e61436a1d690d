import { beforeEach, describe, expect, test } from 'vitest';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import { verifiers } from '../../shared/operations/audit/kinds.ts';
import { verifyKind } from '../../shared/operations/audit/verify-kind.ts';
import { resubmitClaim } from '../../shared/operations/claims/resubmit.ts';
import { reviewClaim } from '../../shared/operations/claims/review.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import { withdrawClaim } from '../../shared/operations/claims/withdraw.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { writeOffLoan } from '../../shared/operations/loans/write-off.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readWholeHistory } from '../../shared/store/trail.ts';
import { before } from '../support/between.ts';
import { aClaim, storedClaim, storedLoan } from '../support/claiming.ts';
import { admit, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf, lend } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

let store: TestStore;
let loanId: string;
let keys = 0;
const code = creditCode(61);

/** A loan of 100,000,000 fen that matured on 1 March 2027; nobody has said yet what the days have made of it. */
beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await list(store.services, code);
  loanId = await lend(store.services, code, 'claims');
  noon('2027-06-15');
});

const noon = (day: string): void => store.setNow(`${day}T04:00:00.000Z`);
const by = (caller = bank()) => {
  keys += 1;
  return commandBy(store.services, caller, `claiming-${keys}`);
};
const file = (change: Partial<ClaimTerms> = {}) => submitClaim(store.services, by(), loanId, aClaim(change));
const filed = async (): Promise<string> => String(answerOf(await file()).claimId);
const withdraw = (claimId: string) => withdrawClaim(store.services, by(), claimId, '另案处理');
const review = (claimId: string, decision: 'accept' | 'return') =>
  reviewClaim(store.services, by(office()), claimId, { decision, note: '缺签章' });
const repay = (principalFen: number) =>
  recordRepayment(store.services, by(), loanId, { principalFen, interestFen: 0, paidOn: by().today });
const classify = (reported: 'normal' | 'loss', unpaidInterestFen: number | null = null) => {
  const report = { class: reported, asOf: by().today, overdueDays: 0, unpaidInterestFen, reason: null };
  return classifyLoan(store.services, by(), loanId, report);
};
const typesOf = async (kind: 'loans' | 'claims', id: string): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const { type } of readWholeHistory(store.services.database, kind, id)) types.push(type);
  return types;
};
const expectWhole = async (claimId: string) => {
  expect(await faultsOfHistory(store.services, loanLayout, loanId)).toEqual([]);
  expect(await faultsOfHistory(store.services, claimLayout, claimId)).toEqual([]);
};

describe('filing a claim', () => {
  test('says first what the days have made of the loan, and makes it claimed, in one transaction', async () => {
    const claimId = await filed();
    expect(await typesOf('loans', loanId)).toEqual([
      'loan-disbursed',
      'loan-became-overdue',
      'loan-became-non-performing',
      'loan-claimed',
    ]);
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({ state: 'claimed', claimId });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 100_000_000, defaults: 1 });
    await expectWhole(claimId);
  });

  test('the day before overdue day 91 is too early, with the night job or without', async () => {
    noon('2027-05-30');
    expect(await file()).toMatchObject({ code: 'not-non-performing', facts: { state: 'overdue' } });
    noon('2027-05-31');
    expect((await file()).kind).toBe('answered');
  });

  test('refused it leaves nothing, and its key is free', async () => {
    const context = by();
    const refused = await submitClaim(store.services, context, loanId, aClaim({ evidence: [] }));
    expect(refused).toMatchObject({ code: 'claim-not-ready' });
    expect(await typesOf('loans', loanId)).toEqual(['loan-disbursed']);
    expect((await submitClaim(store.services, context, loanId, aClaim())).kind).toBe('answered');
  });

  test('of two that race, one is filed and the other meets it', async () => {
    before(store.services, 'TransactWriteItemsCommand', () => file());
    expect(await file()).toMatchObject({ code: 'state-conflict', facts: { state: 'claimed' } });
    expect(await verifyKind(store.services, 'claims', undefined)).toMatchObject({ ok: true, events: 1 });
  });

  test('rests on the loan as it is at the write: repaid in part meanwhile, the claim is too high', async () => {
    before(store.services, 'TransactWriteItemsCommand', () => repay(50_000_000));
    expect(await file()).toMatchObject({ code: 'loss-exceeds-outstanding' });
  });
});

describe('while a claim is open', () => {
  test('neither the night job nor a class moves its loan; what the bank reports is kept', async () => {
    await filed();
    expect(await markOverdueLoans(store.services, store.services.now())).toEqual({ changed: 0 });
    answerOf(await classify('normal', 5));
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({
      state: 'claimed',
      class: 'normal',
      unpaidInterestFen: 5,
    });
    const writeOff = { on: by().today, reason: '核销' };
    expect(await writeOffLoan(store.services, by(), loanId, writeOff)).toMatchObject({ code: 'state-conflict' });
  });

  test('a repayment in part leaves it open; the last fen ends it withdrawn with nothing paid (R17)', async () => {
    const claimId = await filed();
    answerOf(await repay(99_999_999));
    expect((await storedClaim(store.services, claimId)).state.state).toBe('submitted');
    expect(answerOf(await repay(1))).toMatchObject({ state: 'repaid', outstandingFen: 0 });
    expect((await storedClaim(store.services, claimId)).state).toMatchObject({ state: 'withdrawn', shares: null });
    expect(await typesOf('claims', claimId)).toEqual(['claim-submitted', 'claim-withdrawn']);
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 0, defaults: 0 });
    expect(await file()).toMatchObject({ code: 'state-conflict', facts: { state: 'repaid' } });
    await expectWhole(claimId);
  });

  test.each(['accept', 'return'] as const)(
    'whatever its stage: the last fen ends it after %s too',
    async (decision) => {
      const claimId = await filed();
      answerOf(await review(claimId, decision));
      answerOf(await repay(100_000_000));
      expect((await storedClaim(store.services, claimId)).state.state).toBe('withdrawn');
    },
  );

  test('a claim that moves on between the repayment’s reading and writing is ended where it then stands', async () => {
    const claimId = await filed();
    before(store.services, 'TransactWriteItemsCommand', () => review(claimId, 'accept'));
    expect(answerOf(await repay(100_000_000))).toMatchObject({ state: 'repaid' });
    expect(await typesOf('claims', claimId)).toEqual(['claim-submitted', 'claim-accepted', 'claim-withdrawn']);
    await expectWhole(claimId);
  });

  test('one that is withdrawn meanwhile is not ended again', async () => {
    const claimId = await filed();
    before(store.services, 'TransactWriteItemsCommand', () => withdraw(claimId));
    expect(answerOf(await repay(100_000_000))).toMatchObject({ state: 'repaid' });
    expect(await typesOf('claims', claimId)).toEqual(['claim-submitted', 'claim-withdrawn']);
    await expectWhole(claimId);
  });

  test('one that is withdrawn between the two readings of a repayment is not ended again', async () => {
    const claimId = await filed();
    before(store.services, 'BatchGetItemCommand', () => withdraw(claimId), 2);
    expect(answerOf(await repay(100_000_000))).toMatchObject({ state: 'repaid' });
    expect(await typesOf('claims', claimId)).toEqual(['claim-submitted', 'claim-withdrawn']);
    await expectWhole(claimId);
  });
});

describe('a claim that the bank withdraws', () => {
  test('frees its loan for another, under another id', async () => {
    const first = await filed();
    expect(answerOf(await withdraw(first))).toMatchObject({ state: 'withdrawn', note: '另案处理' });
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({
      state: 'non-performing',
      nonPerformingSince: '2027-05-31',
    });
    const second = await filed();
    expect(second).not.toBe(first);
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({ state: 'claimed', claimId: second });
    expect(await withdraw(first)).toMatchObject({ code: 'state-conflict', facts: { state: 'withdrawn' } });
    expect((await storedLoan(store.services, loanId)).state).toMatchObject({ state: 'claimed', claimId: second });
    expect(await guardOf(store.services, code)).toMatchObject({ defaults: 1 });
    for (const claimId of [first, second]) await expectWhole(claimId);
  });

  test('met by a repayment of all between its two readings, leaves the loan repaid', async () => {
    const claimId = await filed();
    before(store.services, 'BatchGetItemCommand', () => repay(100_000_000), 2);
    expect(await withdraw(claimId)).toMatchObject({ code: 'state-conflict', facts: { state: 'withdrawn' } });
    expect((await storedLoan(store.services, loanId)).state.state).toBe('repaid');
    await expectWhole(claimId);
  });
});

describe('a claim that is returned', () => {
  test('is filed again under its id with other figures, and accepted', async () => {
    const claimId = await filed();
    answerOf(await review(claimId, 'return'));
    const again = aClaim({ principalLossFen: 90_000_000, interestLossFen: 1, statement: '已补齐' });
    noon('2027-06-20');
    expect(answerOf(await resubmitClaim(store.services, by(), claimId, again))).toMatchObject({
      claimId,
      state: 'submitted',
      claimedFen: 90_000_001,
      filedOn: '2027-06-15',
      submittedOn: '2027-06-20',
    });
    expect(answerOf(await review(claimId, 'accept'))).toMatchObject({ state: 'accepted', version: 4 });
    expect(await resubmitClaim(store.services, by(), claimId, again)).toMatchObject({ code: 'state-conflict' });
    expect(answerOf(await review(claimId, 'return'))).toMatchObject({ state: 'returned' });
    await expectWhole(claimId);
  });

  test('is judged by what the loan has become at the write', async () => {
    const claimId = await filed();
    answerOf(await review(claimId, 'return'));
    before(store.services, 'TransactWriteItemsCommand', () => repay(1));
    expect(await resubmitClaim(store.services, by(), claimId, aClaim({ interestLossFen: 4_044_444 }))).toMatchObject({
      code: 'loss-exceeds-outstanding',
      facts: { outstanding: 99_999_999 },
    });
  });

  test('is verified like every other history', async () => {
    const claimId = await filed();
    answerOf(await review(claimId, 'return'));
    expect(await verifiers.claims.verify(store.services, claimId)).toEqual({ ok: true, events: 2, brokenAt: null });
    expect(await verifyKind(store.services, 'claims', undefined)).toMatchObject({ ok: true, events: 2, broken: [] });
  });
});

describe('a command on a claim that is another bank’s, or none', () => {
  test('finds nothing', async () => {
    const claimId = await filed();
    for (const id of [claimId, 'claim-none']) {
      const other = by(bank('icbc'));
      expect(await withdrawClaim(store.services, other, id, null)).toMatchObject({ code: 'not-found' });
      expect(await resubmitClaim(store.services, other, id, aClaim())).toMatchObject({ code: 'not-found' });
    }
    expect(await submitClaim(store.services, by(bank('icbc')), loanId, aClaim())).toMatchObject({ code: 'not-found' });
  });
});
