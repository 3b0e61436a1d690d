import { beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../../shared/operations/services.ts';
import { importLayout } from '../../shared/store/imports.ts';
import { readJobsDue } from '../../shared/store/outbox.ts';
import { creditCode } from '../support/fixtures.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore } from '../support/store.ts';
import { aRow, fileOf, send, shown, workAll } from './list-city.ts';

describe('an import of which something cannot be written', () => {
  let services: Services;
  /** What no transaction may hold, as the store sees it. */
  let forbidden = 'nothing';
  let refusals = 0;
  beforeAll(async () => {
    ({ services } = await openStore());
    type Next = (args: { input: unknown }) => Promise<unknown>;
    const refuse = (next: Next, context: { commandName?: string }) => async (args: { input: unknown }) => {
      const holds =
        context.commandName === 'TransactWriteItemsCommand' && JSON.stringify(args.input).includes(forbidden);
      if (!holds) return next(args);
      refusals += 1;
      throw Object.assign(new Error('an item is too large'), { name: 'ValidationException' });
    };
    const stack = services.database.client.middlewareStack as unknown as {
      add(middleware: typeof refuse, options: { step: 'initialize'; name: string }): void;
    };
    stack.add(refuse, { step: 'initialize', name: 'refuse' });
  });

  test('each enterprise is tried alone; the one that it is fails the import visibly, and the line goes on', async () => {
    const codes = Array.from({ length: 30 }, (_, index) => creditCode(index + 1));
    const failing = await send(
      services,
      codes.map((code) => aRow(code)),
    );
    const next = await send(services, [aRow(creditCode(99))]);
    forbidden = `enterprise#${codes[9]}`;
    refusals = 0;
    await workAll(services);
    expect(await shown(services, failing)).toMatchObject({
      state: 'failed',
      total: 30,
      processed: 9,
      added: 9,
      failure: 'ValidationException in rows after 9',
    });
    expect(refusals).toBe(2);
    expect(await fileOf(services, codes[8] ?? '')).not.toBeNull();
    expect(await fileOf(services, codes[9] ?? '')).toBeNull();
    expect(await shown(services, next)).toMatchObject({ state: 'done', added: 1 });
    expect(await faultsOfHistory(services, importLayout, failing)).toEqual([]);
    for await (const jobId of readJobsDue(services.database, '9999')) throw new Error(`${jobId} is left`);
  });

  test('what breaks it off elsewhere is tried three times, and then it fails visibly', async () => {
    const importId = await send(services, [aRow(creditCode(1))]);
    forbidden = 'import-started';
    for (let attempt = 1; attempt <= 2; attempt += 1) await expect(workAll(services)).rejects.toThrow('too large');
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'failed', processed: 0 });
  });
});
