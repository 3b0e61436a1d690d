import { expect, test } from 'vitest';
import { leaseMs } from '../../shared/domain/client-rate.ts';
import { ClientLimiter } from '../../shared/operations/client-limiter.ts';
import { openStore } from '../support/store.ts';

const limits = { calls: { perMinute: 300, burst: 50 }, lists: { perMinute: 30, burst: 3 } };
const start = Date.parse('2026-03-02T02:00:00.000Z');

/** A process's services at an instant that the test moves. */
async function atClock() {
  const { services } = await openStore();
  let nowMs = start;
  return {
    at: { ...services, now: () => new Date(nowMs).toISOString() },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}
const allowed = (taken: readonly { readonly isAllowed: boolean }[]): number =>
  taken.filter(({ isAllowed }) => isAllowed).length;

test('eight processes with two hundred calls at once let the burst pass and not one call more', async () => {
  const { at } = await atClock();
  const processes = Array.from({ length: 8 }, () => new ClientLimiter(limits));
  const taken = await Promise.all(
    Array.from({ length: 200 }, (_, call) => processes[call % 8]?.take(at, 'rcb#someone', 'calls')),
  );
  const passed = allowed(taken.flatMap((each) => each ?? []));
  expect(passed).toBeLessThanOrEqual(50);
  // A lease is ten calls: what others hold is at most one lease a process.
  expect(passed).toBeGreaterThanOrEqual(50 - 7 * 10);
  expect(passed).toBeGreaterThan(0);
});

test('one process lets every call of the burst pass, then one each interval', async () => {
  const { at, pass } = await atClock();
  const limiter = new ClientLimiter(limits);
  const take = () => limiter.take(at, 'rcb#someone', 'lists');
  expect(allowed([await take(), await take(), await take()])).toBe(3);
  expect(await take()).toMatchObject({ isAllowed: false, left: 0, inSeconds: 2 });
  pass(1_999);
  expect((await take()).isAllowed).toBe(false);
  pass(1);
  expect((await take()).isAllowed).toBe(true);
  expect((await take()).isAllowed).toBe(false);
});

test('what a process took ahead and did not use is lost after ten seconds, never doubled', async () => {
  const { at, pass } = await atClock();
  const [one, other] = [new ClientLimiter(limits), new ClientLimiter(limits)];
  await one.take(at, 'rcb#someone', 'calls');
  const others: boolean[] = [];
  for (let call = 0; call < 41; call += 1) others.push((await other.take(at, 'rcb#someone', 'calls')).isAllowed);
  expect([others.filter(Boolean).length, others.at(-1)]).toEqual([40, false]);
  pass(leaseMs);
  const later: boolean[] = [];
  for (let call = 0; call < 60; call += 1) later.push((await one.take(at, 'rcb#someone', 'calls')).isAllowed);
  expect(later.filter(Boolean)).toHaveLength(50);
});

test('lists and calls, and two clients, have buckets of their own', async () => {
  const { at } = await atClock();
  const limiter = new ClientLimiter(limits);
  for (let call = 0; call < 3; call += 1) await limiter.take(at, 'rcb#someone', 'lists');
  expect((await limiter.take(at, 'rcb#someone', 'lists')).isAllowed).toBe(false);
  expect((await limiter.take(at, 'rcb#someone', 'calls')).isAllowed).toBe(true);
  expect((await limiter.take(at, 'icbc#someone', 'lists')).isAllowed).toBe(true);
});
