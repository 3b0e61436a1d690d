import { beforeEach, describe, expect, test } from 'vitest';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { headKey } from '../../shared/store/fund.ts';
import { commit } from '../../shared/store/transaction.ts';
import { before } from '../support/between.ts';
import { faults, hookFaults, insist } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf } from '../support/lending.ts';
import { approveVersion } from '../support/policies.ts';
import { fill } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';

/** The fund holds 1,000,000 fen, and ten and a half times that may be outstanding: 10,500,000 fen. */
describe('leverage (maxOutstandingOverFundBalance)', () => {
  let store: TestStore;
  let next = 7_000;
  const limit = 10_500_000;
  beforeEach(async () => {
    store = await openStore('2026-03-01T02:00:00.000Z');
    for (const institutionId of ['rcb', 'icbc']) await admit(store.services, institutionId);
    await approveVersion(store.services, '2026-03-02', { maxOutstandingOverFundBalance: 10.5 });
    store.setNow('2026-03-02T02:00:00.000Z');
    await fill(store, 1_000_000);
  });

  const context = (caller: Caller): CommandContext => {
    next += 1;
    return commandBy(store.services, caller, `leverage-${next}`);
  };
  const newCode = async (): Promise<string> => {
    next += 1;
    const code = creditCode(next);
    await list(store.services, code);
    return code;
  };
  const apply = async (amountFen: number, caller = bank()): Promise<Outcome> => {
    const application = anApplication(await newCode(), { amountFen, institutionId: caller.org });
    return submitApplication(store.services, context(caller), application);
  };
  /** An application up to its confirmation. */
  const confirmed = async (amountFen: number, caller = bank()): Promise<string> => {
    const { applicationId } = answerOf(await apply(amountFen, caller));
    const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null } as const;
    const { state } = answerOf(
      await reviewApplication(store.services, context(caller), String(applicationId), approve),
    );
    expect(state).toBe('confirmed');
    return String(applicationId);
  };
  const pay = (applicationId: string, amountFen: number, by = context(bank())): Promise<Outcome> =>
    disburse(store.services, by, applicationId, {
      amountFen,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: `HT-${applicationId}`,
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    });
  const lend = async (amountFen: number): Promise<string> =>
    String(answerOf(await pay(await confirmed(amountFen), amountFen)).loanId);

  test('refuses an application that would pass it by one fen, and says no more than its caller may know', async () => {
    answerOf(await apply(limit));
    const refused = await apply(limit + 1);
    expect(refused).toMatchObject({ code: 'leverage-exceeded', rule: 'R1' });
    expect(refused.kind === 'refused' && refused.facts).toEqual({
      asked: limit + 1,
      outstanding: 0,
      maxOutstandingOverFundBalance: 10.5,
      policy: expect.any(String),
    });
  });

  test('refuses a disbursement over all institutions, one fen over, and lets it through once something is repaid', async () => {
    const [first, second, third] = [
      await confirmed(10_000_000),
      await confirmed(500_000, bank('icbc')),
      await confirmed(2),
    ];
    const loanId = String(answerOf(await pay(first, 10_000_000)).loanId);
    answerOf(await pay(second, 499_999, context(bank('icbc'))));
    expect(await pay(third, 2)).toMatchObject({
      code: 'leverage-exceeded',
      facts: { asked: 2, outstanding: 10_499_999 },
    });
    const paid = { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' };
    answerOf(await recordRepayment(store.services, context(bank()), loanId, paid));
    answerOf(await pay(third, 2));
    expect(await apply(1)).toMatchObject({ code: 'leverage-exceeded', facts: { outstanding: limit } });
  });

  test('of ten disbursements at once lets through those that fit, and no other', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push(await confirmed(2_000_000));
    const outcomes = await Promise.all(ids.map((id) => pay(id, 2_000_000)));
    const codes = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : 'disbursed'));
    expect(codes.filter((code) => code === 'disbursed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'leverage-exceeded')).toHaveLength(5);
  });

  test('is asked again where another disbursement comes between reading and writing', async () => {
    const [first, second] = [await confirmed(limit), await confirmed(1)];
    before(store.services, 'TransactWriteItemsCommand', () => pay(second, 1));
    expect(await pay(first, limit)).toMatchObject({ code: 'leverage-exceeded', facts: { outstanding: 1 } });
  });

  test('is asked again where a settlement lowers the balance between reading and writing', async () => {
    const id = await confirmed(limit);
    const settled = { expression: 'ADD #c :fen', names: { '#c': 'compensatedFen' }, values: { ':fen': 1 } };
    before(store.services, 'TransactWriteItemsCommand', () =>
      commit(store.services.database, [{ kind: 'update', ...headKey, set: settled }]),
    );
    expect(await pay(id, limit)).toMatchObject({ code: 'leverage-exceeded', facts: { outstanding: 0 } });
  });

  test.each(faults)('%s: a disbursement under it happens once', async (fault) => {
    const hook = hookFaults(store.services.database.client);
    hook.arm(null, 0);
    await lend(1_000);
    const id = await confirmed(1_000);
    hook.arm(null, 0);
    const calm = hook.calls.length;
    expect(answerOf(await pay(id, 1_000)).outstandingFen).toBe(1_000);
    const sites = hook.calls.length - calm;
    expect(sites).toBeGreaterThanOrEqual(4);
    for (let site = 1; site <= sites; site += 1) {
      hook.arm(null, 0);
      const applicationId = await confirmed(1_000);
      hook.arm(fault, site);
      const by = context(bank());
      answerOf(await insist(hook, () => pay(applicationId, 1_000, by)));
    }
    hook.arm(null, 0);
    expect(hook.met).toBe(sites);
    const outstanding = (2 + sites) * 1_000;
    expect(await apply(limit - outstanding + 1)).toMatchObject({ code: 'leverage-exceeded', facts: { outstanding } });
    answerOf(await apply(limit - outstanding));
  });
});
