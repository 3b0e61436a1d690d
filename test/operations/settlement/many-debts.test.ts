import { expect, test } from 'vitest';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../../shared/operations/claims/recover.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { setOffOverdue } from '../../../shared/operations/fund/set-off-overdue.ts';
import { firstSetOffOn } from '../../../shared/store/set-off-due.ts';
import { admit, bank, finance } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { fill } from '../../support/settling.ts';
import { openStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';
import { anew, approvedClaim, claimOf, resolvedOn, settleAll, wan } from './settlement-city.ts';

test('of more than twenty overdue debts, a settlement takes twenty and the next night the rest', async () => {
  const store = await openStore('2026-01-02T02:00:00.000Z');
  const { services } = store;
  await admit(services, 'rcb');
  await fill(store, wan(1000));
  for (let index = 1; index <= 21; index += 1) {
    const claim = await approvedClaim(store, { lossFen: wan(1) });
    await settleAll(services);
    const payment = { voucherNumber: `V-${index}`, paidOn: resolvedOn };
    answerOf(await payClaim(services, anew(services, finance()), claim.claimId, payment));
    const recovery = { amountFen: wan(1), costsFen: 0, recoveredOn: resolvedOn, final: false };
    answerOf(await recordRecovery(services, anew(services, bank()), claim.claimId, recovery));
  }
  const night = (at: string) => {
    store.setNow(at);
    return setOffOverdue(services, at);
  };
  // On the thirty-first day all is overdue and nothing is to be paid: the night has seen it.
  expect(await night('2027-07-15T16:10:00.000Z')).toEqual({ changed: 0 });
  expect(await firstSetOffOn(services.database)).toBeNull();

  const claim = await approvedClaim(store, { lossFen: wan(50), resolvedAt: '2027-07-16T02:00:00.000Z' });
  await settleAll(services);
  expect(await claimOf(store, claim)).toMatchObject({ setOffFen: 20 * wan(0.6), payableFen: wan(30) - 20 * wan(0.6) });
  expect(await firstSetOffOn(services.database)).toBe('2027-07-17');
  expect(await night('2027-07-16T16:10:00.000Z')).toEqual({ changed: 1 });
  expect(await claimOf(store, claim)).toMatchObject({ setOffFen: 21 * wan(0.6), payableFen: wan(30) - 21 * wan(0.6) });
  expect(await readFund(services)).toMatchObject({ receivableFen: 0 });
  expect(await proof(services)).toEqual([]);
});
