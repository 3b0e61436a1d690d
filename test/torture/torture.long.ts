import { expect, test } from 'vitest';
import { runTorture } from './run-torture.ts';

const kills = 20;

test(`killed ${kills} times under a mixed load, nothing that was answered is lost and nothing is done twice`, {
  timeout: 1_200_000,
}, async () => {
  const seed = Date.now() % 1_000_000;
  const { accepted, unknown, claimsSettled, wrong } = await runTorture({ kills, seed, say: () => undefined });
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(accepted).toBeGreaterThanOrEqual(kills * 10);
  expect(unknown).toBeGreaterThan(0);
  expect(claimsSettled).toBeGreaterThan(0);
});
