import { expect, test } from 'vitest';
import { commandDeadline, commandWritesForMs, servicesUntil } from '../../shared/operations/deadline.ts';
import { commit } from '../../shared/store/transaction.ts';
import { openStore } from '../support/store.ts';

const at = '2026-03-02T15:59:50.000Z';
const after = (ms: number): { readonly now: () => string } => ({
  now: () => new Date(Date.parse(at) + ms).toISOString(),
});

test('a command may begin to write for twenty seconds, and not a millisecond longer', () => {
  expect(commandDeadline(after(commandWritesForMs), at).hasPassed()).toBe(false);
  expect(commandDeadline(after(commandWritesForMs + 1), at).hasPassed()).toBe(true);
});

test('a command whose caller was answered writes nothing more, however early that was', () => {
  const answered = new AbortController();
  const deadline = commandDeadline(after(0), at, answered.signal);
  expect(deadline.hasPassed()).toBe(false);
  answered.abort();
  expect(deadline.hasPassed()).toBe(true);
});

test('after its deadline no operation of a call writes, and its own services go on', async () => {
  const { services } = await openStore();
  const late = servicesUntil(services, { hasPassed: () => true });
  const writes = [{ kind: 'put', table: 'settings', item: { pk: 'late', value: 'x' } }] as const;
  await expect(commit(late.database, writes)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(await commit(services.database, writes)).toBe('committed');
});
