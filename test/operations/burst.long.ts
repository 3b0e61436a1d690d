import { expect, test } from 'vitest';
import { burstOfOneBank } from '../support/burst.ts';
import { openStore } from '../support/store.ts';

const atOnce = Number(process.env.AT_ONCE ?? 200);

test(`${atOnce} of one bank at once get no 503 in any step of a loan, with conflicts as DynamoDB has them`, async () => {
  const { services } = await openStore();
  const steps = await burstOfOneBank(services, atOnce);
  console.table(steps);
  expect(steps.map(({ unavailable }) => unavailable)).toEqual([0, 0, 0, 0]);
});
