import { beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Services } from '../../shared/operations/services.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

describe('a store that stays busy', () => {
  let services: Services;
  /** The item whose conflict every transaction meets, counted from the end; null lets them through. */
  let conflictAt: number | null = null;
  beforeAll(async () => {
    ({ services } = await openStore());
    await admit(services, 'rcb');
    await list(services, creditCode(1));
    services.database.client.middlewareStack.add(
      (next, context) => async (args) => {
        const items = (args.input as { TransactItems?: unknown[] }).TransactItems ?? [];
        const { commandName } = context as { commandName?: string };
        if (conflictAt === null || commandName !== 'TransactWriteItemsCommand') return next(args);
        const reasons = items.map((_, index) => ({
          Code: index === items.length + (conflictAt ?? 0) ? 'TransactionConflict' : 'None',
        }));
        throw Object.assign(new Error('cancelled by the test'), {
          name: 'TransactionCanceledException',
          CancellationReasons: reasons,
        });
      },
      { step: 'initialize', name: 'conflicts' },
    );
  });

  const submit = () =>
    submitApplication(services, commandBy(services, bank(), 'busy-key-1'), anApplication(creditCode(1)));

  test('on anything but the key, the caller is asked to come back, and nothing is left behind', async () => {
    conflictAt = -2;
    await expect(submit()).rejects.toThrow(Unavailable);
  });

  test('on the key itself, the same request is said to be in progress', async () => {
    conflictAt = -1;
    expect(await submit()).toMatchObject({ kind: 'refused', code: 'idempotency-key-in-progress' });
  });

  test('once it is calm again, the same key is answered', async () => {
    conflictAt = null;
    expect(await submit()).toMatchObject({ kind: 'answered', replayed: false });
  });
});
