import { beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../../../shared/operations/services.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { guardOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore } from '../../support/store.ts';
import { shown, workAll } from '../list/list-city.ts';
import { aLoanRow, importLoans, loanBy, rejectedOf, sendLoans } from './loan-city.ts';

describe('an import of loans of which one row cannot be written', () => {
  let services: Services;
  let thrown: () => Error = () => new Error('not set');
  let forbidden = 'nothing';
  const [first, second] = [creditCode(4801), creditCode(4802)];
  beforeAll(async () => {
    ({ services } = await openStore());
    await admit(services, 'rcb');
    for (const code of [first, second]) await list(services, code);
    type Next = (args: { input: unknown }) => Promise<unknown>;
    const refuse = (next: Next, context: { commandName?: string }) => async (args: { input: unknown }) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      if (!JSON.stringify(args.input).includes(forbidden)) return next(args);
      throw thrown();
    };
    const stack = services.database.client.middlewareStack as unknown as {
      add(middleware: typeof refuse, options: { step: 'initialize'; name: string }): void;
    };
    stack.add(refuse, { step: 'initialize', name: 'refuse' });
  });

  test('the other loans of its enterprise and of all others are taken, and their exposure is counted', async () => {
    thrown = () => Object.assign(new Error('a key is too long'), { name: 'ValidationException' });
    forbidden = 'poison-1';
    const rows = [aLoanRow(first, 'C-1'), aLoanRow(first, 'poison-1'), aLoanRow(first, 'C-2'), aLoanRow(second, 'C-3')];
    const done = await importLoans(services, rows);
    expect(done).toMatchObject({ state: 'done', processed: 4, added: 3, rejected: 1 });
    expect(await rejectedOf(services, done)).toEqual([[2, 'cannot-be-written']]);
    expect(await loanBy(services, 'poison-1')).toBeNull();
    expect(await guardOf(services, first)).toMatchObject({ exposureFen: 120_000_000 });
    expect(await guardOf(services, second)).toMatchObject({ exposureFen: 60_000_000 });
    expect(await faultsOfHistory(services, importLayout, done.importId)).toEqual([]);
  });

  test('a row that the store refuses in every attempt is rejected, and the import behind it is done', async () => {
    thrown = () =>
      Object.assign(new Error('a condition is not met'), {
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
      });
    forbidden = 'poison-2';
    const refused = await sendLoans(services, [aLoanRow(first, 'poison-2'), aLoanRow(second, 'C-4')]);
    const next = await sendLoans(services, [aLoanRow(second, 'C-5')]);
    await workAll(services);
    expect(await shown(services, refused)).toMatchObject({ state: 'done', processed: 2, added: 1, rejected: 1 });
    expect(await rejectedOf(services, { importId: refused })).toEqual([[1, 'cannot-be-written']]);
    expect(await shown(services, next)).toMatchObject({ state: 'done', added: 1 });
  });
});
