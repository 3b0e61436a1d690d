import { expect, test } from 'vitest';
import { burstOfOneBank } from '../support/burst.ts';
import { openStore } from '../support/store.ts';

test('forty of one bank at once get no 503 in any step of a loan, with conflicts as DynamoDB has them', async () => {
  const { services } = await openStore();
  const steps = await burstOfOneBank(services, 40);
  expect(steps.map(({ step, unavailable }) => [step, unavailable])).toEqual([
    ['applications', 0],
    ['approvals', 0],
    ['disbursements', 0],
    ['repayments', 0],
  ]);
  expect(Math.min(...steps.map(({ conflicts }) => conflicts))).toBeGreaterThan(40);
});

test('a hundred and fifty applications of one bank at once get no 503', async () => {
  const { services } = await openStore();
  const [applied] = await burstOfOneBank(services, 150, { isOnlyApplied: true });
  expect(applied).toMatchObject({ step: 'applications', unavailable: 0 });
});
