import { beforeEach, describe, expect, test } from 'vitest';
import { createAgreement } from '../../shared/operations/agreements/create.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { extendLoan } from '../../shared/operations/loans/extend.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { writeOffLoan } from '../../shared/operations/loans/write-off.ts';
import { nextDueOn } from '../../shared/operations/next-due.ts';
import { quotaKey } from '../../shared/store/agreements.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readItems } from '../../shared/store/read.ts';
import { readWholeHistory } from '../../shared/store/trail.ts';
import { before } from '../support/between.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf, lend } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

let store: TestStore;
let keys = 0;
const code = creditCode(51);

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await admit(store.services, 'talent-guarantee', 'guarantor');
  await list(store.services, code);
});

const noon = (day: string): void => store.setNow(`${day}T04:00:00.000Z`);
const by = (org = 'rcb') => {
  keys += 1;
  return commandBy(store.services, bank(org), `servicing-${keys}`);
};
const repay = (loanId: string, principalFen: number, interestFen = 0, paidOn = by().today) =>
  recordRepayment(store.services, by(), loanId, { principalFen, interestFen, paidOn });
const extend = (loanId: string, maturesOn: string) =>
  extendLoan(store.services, by(), loanId, { maturesOn, reason: '回款延迟' });
const classify = (loanId: string, change: Partial<Parameters<typeof classifyLoan>[3]> = {}) => {
  const report = { class: 'normal', asOf: by().today, overdueDays: 0, unpaidInterestFen: null, reason: null } as const;
  return classifyLoan(store.services, by(), loanId, { ...report, ...change });
};
const runJob = () => markOverdueLoans(store.services, store.services.now());
const typesOf = async (loanId: string): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const { type } of readWholeHistory(store.services.database, 'loans', loanId)) types.push(type);
  return types;
};

describe('principal that comes back', () => {
  test('leaves exposure, the bank’s part of it and the agreement’s quota at once; interest leaves them as they are', async () => {
    const agreement = {
      kind: 'guarantee',
      parties: ['rcb', 'talent-guarantee'],
      signedOn: '2026-01-01',
      validUntil: '2029-01-01',
      quotaFen: 100_000_000,
      feeBp: null,
    } as const;
    const agreed = answerOf(
      await createAgreement(store.services, commandBy(store.services, office(), 'agreement'), agreement),
    );
    const agreementId = String(agreed.agreementId);
    const usedFen = async () =>
      (await readItems(store.services.database, [quotaKey(agreementId)])).get(quotaKey(agreementId))?.usedFen;
    const guarantee = { mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId } as const;
    const loanId = await lend(store.services, code, 'quota', guarantee);
    expect(await usedFen()).toBe(100_000_000);

    expect(answerOf(await repay(loanId, 0, 7))).toMatchObject({ outstandingFen: 100_000_000, interestPaidFen: 7 });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 100_000_000 });
    answerOf(await repay(loanId, 30_000_000, 1));
    expect(await guardOf(store.services, code)).toMatchObject({
      exposureFen: 70_000_000,
      'exposure:rcb': 70_000_000,
      defaults: 0,
    });
    expect(await usedFen()).toBe(70_000_000);
    expect(await repay(loanId, 70_000_001)).toMatchObject({ code: 'amount-exceeds-outstanding' });
    expect(answerOf(await repay(loanId, 70_000_000))).toMatchObject({ state: 'repaid', interestPaidFen: 8 });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 0, 'exposure:rcb': 0 });
    expect(await usedFen()).toBe(0);
    expect(await faultsOfHistory(store.services, loanLayout, loanId)).toEqual([]);
  });

  test('comes back once: of two repayments that race for the last fen, one is refused', async () => {
    const loanId = await lend(store.services, code, 'race');
    const outcomes = await Promise.all([repay(loanId, 60_000_000), repay(loanId, 60_000_000)]);
    expect(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)).sort()).toEqual([
      'amount-exceeds-outstanding',
      'answered',
    ]);
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 40_000_000 });
  });

  test('is judged again where another repayment came between reading and writing', async () => {
    const loanId = await lend(store.services, code, 'between');
    before(store.services, 'TransactWriteItemsCommand', () => repay(loanId, 60_000_000));
    expect(await repay(loanId, 60_000_000)).toMatchObject({
      code: 'amount-exceeds-outstanding',
      facts: { asked: 60_000_000, outstanding: 40_000_000 },
    });
    expect(await typesOf(loanId)).toEqual(['loan-disbursed', 'loan-repayment-recorded']);
  });
});

describe('a loan that goes bad', () => {
  const apply = () => submitApplication(store.services, by(), anApplication(code));

  test('bars its enterprise from applying until it is cured, repaid, or recovered after its write-off', async () => {
    const cured = await lend(store.services, code, 'cured');
    const repaid = await lend(store.services, code, 'repaid');
    const lost = await lend(store.services, code, 'lost');
    for (const id of [cured, repaid, lost]) answerOf(await classify(id, { class: 'doubtful' }));
    expect(await apply()).toMatchObject({ code: 'borrower-in-default', facts: { loans: 3 } });
    // Worse than bad is no other default.
    answerOf(await classify(lost, { class: 'loss' }));
    answerOf(await classify(cured, { class: 'special-mention' }));
    expect(await apply()).toMatchObject({ code: 'borrower-in-default', facts: { loans: 2 } });
    answerOf(await repay(repaid, 100_000_000));
    answerOf(await writeOffLoan(store.services, by(), lost, { on: '2026-03-02', reason: '无可执行财产' }));
    expect(await apply()).toMatchObject({ code: 'borrower-in-default', facts: { loans: 1 } });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 200_000_000, defaults: 1 });
    expect(answerOf(await repay(lost, 100_000_000))).toMatchObject({ state: 'written-off', outstandingFen: 0 });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 100_000_000, defaults: 0 });
    answerOf(await apply());
    for (const id of [cured, repaid, lost]) expect(await faultsOfHistory(store.services, loanLayout, id)).toEqual([]);
  });
});

describe('the night job', () => {
  test('finds only what is due, on its day and not before, and does it once', async () => {
    const loanId = await lend(store.services, code, 'night');
    expect(await nextDueOn(store.services)).toBe('2027-03-02');
    noon('2027-03-01');
    expect(await runJob()).toEqual({ changed: 0 });
    noon('2027-03-02');
    expect(await runJob()).toEqual({ changed: 1 });
    expect(await runJob()).toEqual({ changed: 0 });
    expect(await nextDueOn(store.services)).toBe('2027-05-31');
    noon('2027-05-30');
    expect(await runJob()).toEqual({ changed: 0 });
    noon('2027-05-31');
    expect(await runJob()).toEqual({ changed: 1 });
    expect(await nextDueOn(store.services)).toBeNull();
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 100_000_000, defaults: 1 });
    const events = [];
    for await (const event of readWholeHistory(store.services.database, 'loans', loanId)) events.push(event);
    expect(events.slice(1)).toMatchObject([
      {
        type: 'loan-became-overdue',
        actor: { sub: 'job:overdue-loans', causedBy: 'night:2027-03-02' },
        data: { since: '2027-03-02', nonPerformingOn: '2027-05-31' },
      },
      {
        type: 'loan-became-non-performing',
        actor: { sub: 'job:overdue-loans', causedBy: 'night:2027-05-31' },
        data: { since: '2027-05-31' },
      },
    ]);
  });

  test('that did not run for months says both, each since its own day', async () => {
    const loanId = await lend(store.services, code, 'asleep');
    noon('2027-12-01');
    expect(await runJob()).toEqual({ changed: 1 });
    expect(await typesOf(loanId)).toEqual(['loan-disbursed', 'loan-became-overdue', 'loan-became-non-performing']);
    expect(await faultsOfHistory(store.services, loanLayout, loanId)).toEqual([]);
  });

  test('leaves alone what is repaid, written off or matures later', async () => {
    const [repaid, lost, extended] = [
      await lend(store.services, code, 'over'),
      await lend(store.services, code, 'lost'),
      await lend(store.services, code, 'later'),
    ];
    answerOf(await repay(repaid, 100_000_000));
    answerOf(await classify(lost, { class: 'loss' }));
    answerOf(await writeOffLoan(store.services, by(), lost, { on: '2026-03-02', reason: '无可执行财产' }));
    answerOf(await extend(extended, '2027-09-01'));
    noon('2027-09-01');
    expect(await runJob()).toEqual({ changed: 0 });
    expect(await nextDueOn(store.services)).toBe('2027-09-02');
  });
});

describe('a command before the night job has run', () => {
  test('extends an overdue loan, and finds one that has become non-performing to be so', async () => {
    const loanId = await lend(store.services, code, 'overdue');
    noon('2027-03-02');
    expect(answerOf(await extend(loanId, '2027-03-31'))).toMatchObject({ state: 'active', overdueDays: 0 });
    expect(await typesOf(loanId)).toEqual(['loan-disbursed', 'loan-became-overdue', 'loan-extended']);

    noon('2027-06-30');
    // 31 March and ninety days are 29 June.
    expect(await extend(loanId, '2027-12-31')).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'non-performing' },
    });
    expect(await typesOf(loanId)).toHaveLength(3);
    expect(answerOf(await repay(loanId, 1))).toMatchObject({
      state: 'non-performing',
      nonPerformingSince: '2027-06-30',
      overdueDays: 91,
    });
    expect(await guardOf(store.services, code)).toMatchObject({ exposureFen: 99_999_999, defaults: 1 });
    expect(await runJob()).toEqual({ changed: 0 });
  });
});

describe('whose loan it is', () => {
  test('another bank finds none, a stale version and one person as two are refused, and nothing is left behind', async () => {
    const loanId = await lend(store.services, code, 'whose');
    const paid = { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' };
    const { services } = store;
    expect(await recordRepayment(services, by('icbc'), loanId, paid)).toMatchObject({ code: 'not-found' });
    expect(await recordRepayment(services, { ...by(), ifMatch: 2 }, loanId, paid)).toMatchObject({
      code: 'version-mismatch',
    });
    const operator = { handledBy: '张三', checkedBy: '张三' };
    expect(await recordRepayment(services, { ...by(), operator }, loanId, paid)).toMatchObject({ code: 'four-eyes' });
    expect(await typesOf(loanId)).toEqual(['loan-disbursed']);
    const two = { handledBy: '张三', checkedBy: '李四' };
    answerOf(await recordRepayment(services, { ...by(), operator: two, ifMatch: 1 }, loanId, paid));
  });

  test('keeps evidence with the loan, and answers 201', async () => {
    const loanId = await lend(store.services, code, 'papers');
    const paper = { kind: 'loan-contract', reference: '档案-1', documentId: null, datedOn: '2026-03-01' };
    const outcome = await addEvidence(store.services, by(), loanId, paper);
    expect(outcome).toMatchObject({ answer: { status: 201 } });
    expect(answerOf(outcome)).toMatchObject({ evidence: [{ ...paper, addedOn: '2026-03-02' }], version: 2 });
  });
});
