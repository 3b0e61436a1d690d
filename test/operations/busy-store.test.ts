import { beforeAll, describe, expect, test } from 'vitest';
import { submitInclusion } from '../../shared/operations/inclusions/submit.ts';
import type { Services } from '../../shared/operations/services.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import { commandBy, creditCode, office } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

describe('a store that stays busy', () => {
  let services: Services;
  /** The item whose conflict every transaction meets, counted from the end; null lets them through. */
  let conflictAt: number | null = null;
  beforeAll(async () => {
    ({ services } = await openStore());
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

  /** Has the usual patience; those who write by turns wait until their deadline. */
  const submit = () =>
    submitInclusion(services, commandBy(services, office(), 'busy-key-1'), {
      ...{ creditCode: creditCode(1), name: '平湖微光科技有限公司', innovationNeed: '研发', financingLack: '无抵押物' },
      ...{ evidence: [], validUntil: null },
    });

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
