import { beforeAll, describe, expect, test, vi } from 'vitest';
import { rowNotWritten } from '../../../shared/domain/alarm.ts';
import { listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { readJobsDue } from '../../../shared/store/outbox.ts';
import { creditCode } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore } from '../../support/store.ts';
import { aRow, fileOf, send, shown, workAll } from './list-city.ts';

describe('an import of which something cannot be written', () => {
  let services: Services;
  /** What no transaction may hold, as the store sees it. */
  let forbidden = 'nothing';
  let alsoForbidden = 'nothing';
  let commandName = 'TransactWriteItemsCommand';
  let refusals = 0;
  const tooLarge = () => Object.assign(new Error('an item is too large'), { name: 'ValidationException' });
  const refusedTransaction = () =>
    Object.assign(new Error('a condition is not met'), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
    });
  let thrown: () => Error = tooLarge;
  beforeAll(async () => {
    ({ services } = await openStore());
    type Next = (args: { input: unknown }) => Promise<unknown>;
    const refuse = (next: Next, context: { commandName?: string }) => async (args: { input: unknown }) => {
      const input = context.commandName === commandName ? JSON.stringify(args.input) : '';
      if (!input.includes(forbidden) && !input.includes(alsoForbidden)) return next(args);
      refusals += 1;
      throw thrown();
    };
    const stack = services.database.client.middlewareStack as unknown as {
      add(middleware: typeof refuse, options: { step: 'initialize'; name: string }): void;
    };
    stack.add(refuse, { step: 'initialize', name: 'refuse' });
  });

  /** What was rejected: row and code. */
  const rejectionsOf = async (importId: string) => {
    const page = await listOutcomes(services, importId, 'rejections', { limit: 1000, after: undefined });
    return (page?.items ?? []).map(({ row, code }) => [row, code]);
  };

  test('an enterprise that cannot be written is rejected visibly; the rows behind it and the line go on', async () => {
    const codes = Array.from({ length: 30 }, (_, index) => creditCode(index + 1));
    const rows = codes.map((code) => aRow(code));
    const importId = await send(services, rows);
    const next = await send(services, [aRow(creditCode(99))]);
    forbidden = `enterprise#${codes[9]}`;
    refusals = 0;
    const error = vi.spyOn(services.log, 'error');
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({
      state: 'done',
      total: 30,
      processed: 30,
      added: 29,
      rejected: 1,
    });
    expect(await rejectionsOf(importId)).toEqual([[10, 'cannot-be-written']]);
    expect(error.mock.calls).toMatchObject([
      [rowNotWritten, { importId, row: 10, error: 'ValidationException: an item is too large' }],
    ]);
    error.mockRestore();
    expect(refusals).toBe(2);
    expect(await fileOf(services, codes[8] ?? '')).not.toBeNull();
    expect(await fileOf(services, codes[9] ?? '')).toBeNull();
    expect(await fileOf(services, codes[10] ?? '')).not.toBeNull();
    expect(await shown(services, next)).toMatchObject({ state: 'done', added: 1 });
    expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
    for await (const jobId of readJobsDue(services.database, '9999')) throw new Error(`${jobId} is left`);
  });

  test('of an enterprise with a row that cannot be written, the other rows are taken', async () => {
    const code = creditCode(200);
    const numbers = ['GR-1', 'GR-poison', 'GR-3'];
    forbidden = 'GR-poison';
    const importId = await send(
      services,
      numbers.map((certificateNumber) => aRow(code, { certificateNumber })),
    );
    await workAll(services);
    expect(await rejectionsOf(importId)).toEqual([[2, 'cannot-be-written']]);
    const file = await fileOf(services, code);
    expect(file?.state.certificates.map(({ certificateNumber }) => certificateNumber)).toEqual(['GR-1', 'GR-3']);
  });

  test('an enterprise whose writes the store refuses in every attempt is rejected, and the rest goes on', async () => {
    const codes = [creditCode(210), creditCode(211), creditCode(212)];
    forbidden = `enterprise#${codes[1]}`;
    thrown = refusedTransaction;
    const importId = await send(
      services,
      codes.map((code) => aRow(code)),
    );
    await workAll(services);
    thrown = tooLarge;
    expect(await shown(services, importId)).toMatchObject({ state: 'done', processed: 3, added: 2, rejected: 1 });
    expect(await rejectionsOf(importId)).toEqual([[2, 'cannot-be-written']]);
  });

  test('a row whose names cannot be made searchable is found at the third try, and the rest goes on', async () => {
    const codes = [creditCode(220), creditCode(221), creditCode(222)];
    forbidden = codes[1] ?? '';
    commandName = 'BatchWriteItemCommand';
    const importId = await send(
      services,
      codes.map((code) => aRow(code)),
    );
    for (let attempt = 1; attempt <= 2; attempt += 1) await expect(workAll(services)).rejects.toThrow('too large');
    await workAll(services);
    commandName = 'TransactWriteItemsCommand';
    expect(await shown(services, importId)).toMatchObject({ state: 'done', processed: 3, added: 2, rejected: 1 });
    expect(await rejectionsOf(importId)).toEqual([[2, 'cannot-be-written']]);
  });

  test('a replace keeps what a row names that cannot be written, and goes past a revocation that cannot', async () => {
    forbidden = 'nothing';
    const category = 'gazelle';
    const [named, stuck, dropped] = [creditCode(230), creditCode(231), creditCode(232)] as const;
    const others = Array.from({ length: 20 }, (_, index) => aRow(creditCode(240 + index)));
    await send(services, [aRow(named), aRow(stuck), aRow(dropped), ...others], { category });
    await workAll(services);
    forbidden = `enterprise#${named}`;
    alsoForbidden = `enterprise#${stuck}`;
    const change = { certificateNumber: '', validUntil: '2028-12-31' };
    const importId = await send(services, [aRow(named, change), ...others], { category, mode: 'replace' });
    await workAll(services);
    alsoForbidden = 'nothing';
    expect(await shown(services, importId)).toMatchObject({ state: 'done', rejected: 1, revoked: 1 });
    const isRevoked = async (code: string) =>
      (await fileOf(services, code))?.state.certificates.map(({ revocations }) => revocations.length > 0);
    expect(await isRevoked(named)).toEqual([false]);
    expect(await isRevoked(stuck)).toEqual([false]);
    expect(await isRevoked(dropped)).toEqual([true]);
  });

  test('fails once twenty rows in a row cannot be written: then it is the store, or a missing right, and no row', async () => {
    const codes = Array.from({ length: 22 }, (_, index) => creditCode(300 + index));
    const rows = codes.map((code) => aRow(code));
    forbidden = `enterprise#${creditCode(300)}`.slice(0, -6);
    const importId = await send(services, rows);
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'failed', processed: 20, rejected: 20 });
    forbidden = 'nothing';
    const again = await send(services, rows);
    await workAll(services);
    expect(await shown(services, again)).toMatchObject({ state: 'done', added: 22 });
  });

  test('what breaks it off elsewhere is tried three times, and then it fails visibly', async () => {
    const importId = await send(services, [aRow(creditCode(1))]);
    forbidden = 'import-started';
    for (let attempt = 1; attempt <= 2; attempt += 1) await expect(workAll(services)).rejects.toThrow('too large');
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'failed', processed: 0 });
  });
});
