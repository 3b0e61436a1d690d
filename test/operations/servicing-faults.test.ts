import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { extendLoan } from '../../shared/operations/loans/extend.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, storedIn } from '../../shared/store/resource.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf, guardOf, lend } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

/**
 * Every call to DynamoDB while a loan is serviced, by the bank and by the night job, each met by every fault: the bank
 * sends the same request again and the schedule runs again, and everything must have happened once.
 */
describe('every single fault while a loan is serviced', () => {
  let store: TestStore;
  let hook: FaultHook;
  let nextCode = 2000;
  beforeAll(async () => {
    store = await openStore();
    await admit(store.services, 'rcb');
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  async function aLoan(): Promise<{ code: string; loanId: string }> {
    hook.arm(null, 0);
    nextCode += 1;
    const code = creditCode(nextCode);
    store.setNow('2026-03-02T02:00:00.000Z');
    await list(store.services, code);
    const loanId = await lend(store.services, code, code, { amountFen: 400_000_000 });
    hook.arm(null, 0);
    return { code, loanId };
  }

  async function service(loanId: string): Promise<void> {
    const { services, setNow } = store;
    const command = async (key: string, send: (context: CommandContext) => Promise<Outcome>) =>
      answerOf(await insist(hook, () => send(commandBy(services, bank(), `${key}-${loanId}`.slice(0, 64)))));
    const classified = { asOf: '2026-04-01', overdueDays: 0, unpaidInterestFen: null, reason: null };
    setNow('2026-04-01T02:00:00.000Z');
    const paid = { principalFen: 100_000_000, interestFen: 5, paidOn: '2026-04-01' };
    await command('repay', (context) => recordRepayment(services, context, loanId, paid));
    await command('worse', (context) =>
      classifyLoan(services, context, loanId, { ...classified, class: 'substandard' }),
    );
    await command('better', (context) => classifyLoan(services, context, loanId, { ...classified, class: 'normal' }));
    const extension = { maturesOn: '2027-06-01', reason: '回款延迟' };
    await command('extend', (context) => extendLoan(services, context, loanId, extension));
    for (const night of ['2027-06-01T16:10:00.000Z', '2027-08-30T16:10:00.000Z']) {
      setNow(night);
      await insist(hook, () => markOverdueLoans(services, night));
    }
  }

  async function expectOnce({ code, loanId }: { code: string; loanId: string }): Promise<void> {
    hook.arm(null, 0);
    const { services } = store;
    expect(await guardOf(services, code)).toMatchObject({ exposureFen: 300_000_000, defaults: 1 });
    const stored = storedIn(
      await readItems(services.database, [keyOfResource(loanLayout, loanId)]),
      loanLayout,
      loanId,
    );
    // Disbursed, repaid in part, classified and worse, classified and cured, extended, overdue, non-performing.
    expect(stored).toMatchObject({
      version: 9,
      state: { state: 'non-performing', outstandingFen: 300_000_000, interestPaidFen: 5, extensions: 1 },
    });
    expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
  }

  test('all calls × all faults leave one of each event, and exposure and defaults as they should be', async () => {
    const calm = await aLoan();
    await service(calm.loanId);
    const sites = hook.calls.length;
    await expectOnce(calm);
    expect(sites).toBeGreaterThanOrEqual(14);

    const metBefore = hook.met;
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) {
        const loan = await aLoan();
        hook.arm(fault, site);
        await service(loan.loanId);
        await expectOnce(loan);
      }
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites * faults.length);
  });
});
