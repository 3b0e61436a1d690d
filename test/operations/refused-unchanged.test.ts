import { beforeEach, describe, expect, test } from 'vitest';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { admit, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { lend } from '../support/lending.ts';
import { poison } from '../support/poison.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { tamperingWith } from '../support/tampering.ts';

let store: TestStore;
let loanId: string;

beforeEach(async () => {
  store = await openStore();
  await admit(store.services, 'rcb');
  await list(store.services, creditCode(1));
  loanId = await lend(store.services, creditCode(1), 'refused');
});

/** Repayments have the longest patience of all commands: 120 attempts. */
const repay = () =>
  recordRepayment(store.services, commandBy(store.services, bank(), 'refused-1'), loanId, {
    ...{ principalFen: 100, interestFen: 0, paidOn: '2026-03-02' },
  });

/** Calls this before every transaction of a command; it may throw in its place. */
function beforeTransactions(act: (count: number) => Promise<void>): { count: number } {
  const met = { count: 0 };
  store.services.database.client.middlewareStack.add(
    (next, context) => async (args) => {
      if ((context as { commandName?: string }).commandName === 'TransactWriteItemsCommand') {
        met.count += 1;
        await act(met.count);
      }
      return next(args);
    },
    { step: 'initialize', name: 'before-transactions' },
  );
  return met;
}

const refusal = () =>
  Object.assign(new Error('refused by the test'), {
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
  });

describe('a command that the store refuses', () => {
  test('ends after ten attempts, and within seconds, if nothing that it reads has changed', async () => {
    const cure = await poison(store.services, loanLayout, loanId);
    const met = beforeTransactions(async () => {});
    const from = performance.now();
    await expect(repay()).rejects.toMatchObject({ name: 'RefusedAgainAndAgain' });
    expect(met.count).toBe(10);
    expect(performance.now() - from).toBeLessThan(5_000);
    await cure();
    expect(await repay()).toMatchObject({ kind: 'answered' });
  });

  test('goes on beyond ten attempts as long as others change what it reads', async () => {
    const tampering = tamperingWith(store.services);
    const met = beforeTransactions(async (count) => {
      if (count > 25) return;
      await tampering.change({ table: 'loans', key: { pk: loanId } }, { touched: count });
      throw refusal();
    });
    expect(await repay()).toMatchObject({ kind: 'answered' });
    expect(met.count).toBe(26);
  });

  test('counts afresh after a conflict: nine refusals, one conflict and nine more are not ten in a row', async () => {
    const met = beforeTransactions(async (count) => {
      if (count > 19) return;
      if (count !== 10) throw refusal();
      throw Object.assign(refusal(), { CancellationReasons: [{ Code: 'TransactionConflict' }] });
    });
    expect(await repay()).toMatchObject({ kind: 'answered' });
    expect(met.count).toBe(20);
  });
});
