import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/operations/command.ts';
import { cancelImport } from '../../../shared/operations/list/cancel-import.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { readJobsDue } from '../../../shared/store/outbox.ts';
import { readWholeHistory } from '../../../shared/store/trail.ts';
import { before } from '../../support/between.ts';
import { admit, commandBy, creditCode, list, office } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore } from '../../support/store.ts';
import { aLoanRow, sendLoans } from '../loan-imports/loan-city.ts';
import { aRow, fileOf, nextKey, send, shown, workAll, workRound } from './list-city.ts';

const codes = Array.from({ length: 60 }, (_, index) => creditCode(index + 1));

let services: Services;
beforeEach(async () => {
  ({ services } = await openStore());
});

const cancel = (importId: string, reason = '发错了文件'): Promise<Outcome> =>
  cancelImport(services, commandBy(services, office(), nextKey()), importId, reason);
const many = (change = {}): Promise<string> =>
  send(
    services,
    codes.map((code) => aRow(code)),
    change,
  );
/** Lets the worker begin so many stretches, and then has its time run out. */
function timeFor(stretches: number): () => boolean {
  let left = stretches;
  return () => {
    left -= 1;
    return left >= 0;
  };
}
const workFor = (stretches: number): Promise<number> => workRound(services, timeFor(stretches));
const noJobIsLeft = async (): Promise<void> => {
  for await (const jobId of readJobsDue(services.database, '9999')) throw new Error(`${jobId} is left`);
};
const typesOf = async (importId: string): Promise<readonly string[]> => {
  expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
  const types: string[] = [];
  for await (const { type } of readWholeHistory(services.database, 'imports', importId)) types.push(type);
  return types;
};

describe('an import that the office cancels', () => {
  test('before it begins writes nothing, and the next of its category goes on', async () => {
    const importId = await many();
    const next = await send(services, [aRow(creditCode(99))]);
    expect(await cancel(importId)).toMatchObject({ kind: 'answered', answer: { status: 200 } });
    expect(await shown(services, importId)).toMatchObject({
      state: 'cancelled',
      processed: 0,
      cancellation: { by: 'office-1', reason: '发错了文件' },
    });
    await workAll(services);
    expect(await shown(services, next)).toMatchObject({ state: 'done', added: 1 });
    expect(await fileOf(services, codes[0] ?? '')).toBeNull();
    expect(await typesOf(importId)).toEqual(['import-accepted', 'import-cancelled']);
    await noJobIsLeft();
  });

  test('in the middle keeps what it has written and says how much that is', async () => {
    const importId = await many();
    const next = await send(services, [aRow(creditCode(99))]);
    await workFor(4);
    const { processed } = await shown(services, importId);
    expect(processed).toBeGreaterThan(0);
    expect(processed).toBeLessThan(60);
    await cancel(importId);
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'cancelled', processed, added: processed });
    expect(await fileOf(services, codes[processed - 1] ?? '')).not.toBeNull();
    expect(await fileOf(services, codes[processed] ?? '')).toBeNull();
    expect(await shown(services, next)).toMatchObject({ state: 'done' });
    expect(await typesOf(importId)).toEqual(['import-accepted', 'import-started', 'import-cancelled']);
    await noJobIsLeft();
  });

  test('while it waits for its release is released by nobody any more', async () => {
    await many();
    await workAll(services);
    const importId = await send(services, [aRow(codes[0] ?? '')], { mode: 'replace' });
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'awaiting-release' });
    await cancel(importId);
    expect(await shown(services, importId)).toMatchObject({ state: 'cancelled', revoked: 0 });
    expect(await cancel(importId)).toMatchObject({ code: 'state-conflict', facts: { state: 'cancelled' } });
    await noJobIsLeft();
  });

  test('after its end is refused, and an unknown one is not found', async () => {
    const importId = await send(services, [aRow(codes[0] ?? '')]);
    await workAll(services);
    expect(await cancel(importId)).toMatchObject({ code: 'state-conflict', facts: { state: 'done' } });
    expect(await cancel('imp-none')).toMatchObject({ code: 'not-found' });
  });

  test('as a part of a replace can be sent again', async () => {
    const set = { id: 'set-1', part: 1, parts: 2 };
    const part = await many({ mode: 'replace', set });
    await cancel(part);
    const again = await many({ mode: 'replace', set });
    await workAll(services);
    expect(await shown(services, again)).toMatchObject({ state: 'done', added: 60 });
  });

  test('of loans leaves their line too', async () => {
    await admit(services, 'rcb');
    for (const code of codes.slice(0, 3)) await list(services, code);
    const importId = await sendLoans(services, [aLoanRow(codes[0] ?? '', 'HT-1')]);
    const next = await sendLoans(services, [aLoanRow(codes[1] ?? '', 'HT-2')]);
    await cancel(importId);
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ kind: 'loans', state: 'cancelled', added: 0 });
    expect(await shown(services, next)).toMatchObject({ state: 'done', added: 1 });
    await noJobIsLeft();
  });
});

describe('a cancellation and the worker at the same moment', () => {
  test.each([1, 2, 3, 4, 5, 6])('come one after the other, at the worker’s write %i', async (nth) => {
    const importId = await many();
    const next = await send(services, [aRow(creditCode(99))]);
    before(services, 'TransactWriteItemsCommand', () => cancel(importId), nth);
    await workAll(services);
    const { state, processed, added } = await shown(services, importId);
    expect(state).toBe('cancelled');
    expect(added).toBe(processed);
    for (const [index, code] of codes.entries()) {
      expect((await fileOf(services, code)) !== null, `row ${index + 1} of ${processed}`).toBe(index < processed);
    }
    expect(await shown(services, next)).toMatchObject({ state: 'done' });
    expect((await typesOf(importId)).at(-1)).toBe('import-cancelled');
    await noJobIsLeft();
  });

  test('are told by the state where the worker was first', async () => {
    const importId = await send(services, [aRow(codes[0] ?? '')]);
    before(services, 'TransactWriteItemsCommand', () => workAll(services));
    expect(await cancel(importId)).toMatchObject({ code: 'state-conflict', facts: { state: 'done' } });
    expect(await shown(services, importId)).toMatchObject({ state: 'done', cancellation: null });
  });
});

describe('an import that stands on a fault', () => {
  test('is cancelled, and what failed meanwhile does not end it a second time', async () => {
    const importId = await send(services, [aRow(codes[0] ?? '')]);
    type Next = (args: { input: unknown }) => Promise<unknown>;
    let isCancelled = false;
    const fail = (next: Next, context: { commandName?: string }) => async (args: { input: unknown }) => {
      const holds =
        context.commandName === 'TransactWriteItemsCommand' && JSON.stringify(args.input).includes('import-started');
      if (!holds) return next(args);
      if (!isCancelled) {
        isCancelled = true;
        await cancel(importId);
      }
      throw Object.assign(new Error('an item is too large'), { name: 'ValidationException' });
    };
    const stack = services.database.client.middlewareStack as unknown as {
      add(middleware: typeof fail, options: { step: 'initialize'; name: string }): void;
    };
    stack.add(fail, { step: 'initialize', name: 'fail' });
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'cancelled', failure: null });
    expect(await typesOf(importId)).toEqual(['import-accepted', 'import-cancelled']);
    await noJobIsLeft();
  });
});
