import { describe, expect, test } from 'vitest';
import { runCommand } from '../../shared/operations/command.ts';
import { bank, commandBy } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

describe('an accepted command', () => {
  test('that would leave no event is a bug and changes nothing, but for one that only tells what would be', async () => {
    const { services } = await openStore();
    const told = { kind: 'change', writes: [], status: 200, body: {}, version: null } as const;
    const silent = commandBy(services, bank(), 'silent-command');
    await expect(runCommand(services, silent, { reads: [], decide: () => told })).rejects.toThrow('no event');
    const estimate = { ...told, isWithoutEffect: true } as const;
    // Its key is free: the silent one has left nothing.
    expect(await runCommand(services, silent, { reads: [], decide: () => estimate })).toMatchObject({
      replayed: false,
    });
  });
});
