import { beforeEach, describe, expect, test } from 'vitest';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { resubmitApplication } from '../../shared/operations/applications/resubmit.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { readEligibility } from '../../shared/operations/enterprises/read-eligibility.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf, guardOf, lend } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

const [indebted, other] = [creditCode(91), creditCode(92)];
const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 365, annualRatePpm: null } as const;
/** Lent on 2 March 2026 until 1 March 2027: overdue from the 2nd, non-performing from 31 May. */
const [dayBefore, day] = ['2027-05-30', '2027-05-31'];

let store: TestStore;
let loanId: string;
let keys = 0;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await list(store.services, indebted);
  await list(store.services, other);
  loanId = await lend(store.services, indebted, 'unmarked');
});

const by = () => commandBy(store.services, bank(), `unmarked-${++keys}`);
/** Just after midnight in Shanghai, before any night job. */
const midnightOf = (date: string) =>
  store.setNow(new Date(Date.parse(`${date}T00:00:00.000+08:00`) + 60_000).toISOString());
const night = () => markOverdueLoans(store.services, store.services.now());
const apply = (code = indebted) => submitApplication(store.services, by(), anApplication(code));
const verdict = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.code : answerOf(outcome).state);
const returned = async (): Promise<string> => {
  const id = String(answerOf(await apply()).applicationId);
  answerOf(await reviewApplication(store.services, by(), id, { decision: 'return', reason: '补材料' }));
  return id;
};

describe('before the night job has said that a loan is non-performing (R16, R19)', () => {
  test.each([
    [dayBefore, 'submitted'],
    [day, 'borrower-in-default'],
  ])('an application of its enterprise is on %s %s', async (date, said) => {
    midnightOf(date);
    expect(verdict(await apply())).toBe(said);
    await night();
    expect(verdict(await apply()), 'and after it').toBe(said);
  });

  test('the refusal says how many loans bar, and other enterprises are not barred', async () => {
    midnightOf(day);
    expect(await apply()).toMatchObject({ rule: 'R16', facts: { creditCode: indebted, loans: 1 } });
    expect(verdict(await apply(other))).toBe('submitted');
  });

  test('a bank with nothing open there is refused, and told no number of loans elsewhere', async () => {
    await admit(store.services, 'icbc');
    midnightOf(day);
    const elsewhere = { ...bank(), sub: 'bank-icbc', org: 'icbc' };
    const asked = anApplication(indebted, { institutionId: 'icbc' });
    const refusal = await submitApplication(store.services, commandBy(store.services, elsewhere, 'elsewhere'), asked);
    expect(refusal).toMatchObject({ code: 'borrower-in-default', rule: 'R16' });
    expect(refusal.kind === 'refused' && refusal.facts).toEqual({ creditCode: indebted });
  });

  test('what was returned is not submitted again', async () => {
    midnightOf(dayBefore);
    const id = await returned();
    midnightOf(day);
    expect(verdict(await resubmitApplication(store.services, by(), id, {}))).toBe('borrower-in-default');
  });

  test.each([
    [dayBefore, 'confirmed'],
    [day, 'approved-by-institution'],
  ])(
    'what the bank approves on %s is %s: only without default it is confirmed by itself (R13)',
    async (date, state) => {
      midnightOf(dayBefore);
      const id = String(answerOf(await apply()).applicationId);
      midnightOf(date);
      expect(verdict(await reviewApplication(store.services, by(), id, approve))).toBe(state);
    },
  );

  test.each([
    [dayBefore, true],
    [day, false],
  ])('asked on %s whether it may apply, the answer is %s', async (date, eligible) => {
    midnightOf(date);
    const answer = await readEligibility(store.services, bank(), { creditCode: indebted, on: date, amountFen: null });
    expect(answer?.eligible).toBe(eligible);
  });

  test('one that is repaid by then bars nothing', async () => {
    midnightOf(dayBefore);
    const paid = { principalFen: 100_000_000, interestFen: 0, paidOn: dayBefore };
    answerOf(await recordRepayment(store.services, by(), loanId, paid));
    midnightOf(day);
    expect(verdict(await apply())).toBe('submitted');
  });

  test('nothing is tried without reading while a loan of the city waits to be marked', async () => {
    midnightOf(day);
    store.setNow(new Date(Date.parse(store.services.now()) + 10 * 60_000).toISOString());
    answerOf(await apply(other));
    expect([...store.services.institutionsSeen.values()].map((seen) => seen.day)).not.toContain(day);
    await night();
    answerOf(await apply(other));
    expect([...store.services.institutionsSeen.values()].map((seen) => seen.day)).toEqual([day]);
    expect(verdict(await apply())).toBe('borrower-in-default');
  });
});

test('a loan whose disbursement is reported when it is non-performing already bars from then on', async () => {
  const { applicationId } = answerOf(await apply(other));
  answerOf(await reviewApplication(store.services, by(), String(applicationId), approve));
  store.setNow('2026-06-02T02:00:00.000Z');
  const report = { amountFen: 100_000_000, disbursedOn: '2026-03-02', maturesOn: '2026-03-03', contractNumber: 'late' };
  const terms = { ...report, noteNumber: '', annualRateBp: 400, annualRatePpm: null };
  const loan = answerOf(await disburse(store.services, by(), String(applicationId), terms));
  expect(loan).toMatchObject({ state: 'non-performing', nonPerformingSince: '2026-06-02' });
  expect((await guardOf(store.services, other))?.defaults).toBe(1);
  expect(await faultsOfHistory(store.services, loanLayout, String(loan.loanId))).toEqual([]);
  expect(verdict(await apply(other))).toBe('borrower-in-default');
});
