import { beforeEach, expect, test } from 'vitest';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { institutionLayout } from '../../../shared/store/institutions.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource, storedIn } from '../../../shared/store/resource.ts';
import { admit, anApplication, bank, creditCode, list } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { adopt, anew, approvedClaim, claimOf, settleAll, wan } from './settlement-city.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  // Half of what is lent, compensated, is as far as it goes.
  await adopt(store, { suspendAtLossRatioBp: 5_000 });
  await fill(store, wan(1000));
});

const apply = async (number: number) => {
  const code = creditCode(number);
  await list(store.services, code);
  return submitApplication(store.services, anew(store.services, bank()), anApplication(code));
};

test('the settlement that passes the limit opens the breaker: no new applications, and claims go on', async () => {
  const claims = [
    await approvedClaim(store, { lossFen: wan(50) }),
    await approvedClaim(store, { lossFen: wan(50), resolvedAt: '2027-06-16T02:00:00.000Z' }),
  ];
  const [first, second] = claims;
  if (!first || !second) throw new Error('two claims were approved');
  store.setNow('2027-06-16T03:00:00.000Z');
  answerOf(await apply(8001));
  await settleAll(store.services);
  expect(await claimOf(store, first)).toMatchObject({ state: 'settled' });
  expect(await claimOf(store, second)).toMatchObject({ state: 'settled' });
  const refused = await apply(8002);
  expect(refused).toMatchObject({ kind: 'refused', code: 'breaker-open', rule: 'R28' });
  const items = await readItems(store.services.database, [keyOfResource(institutionLayout, 'rcb')]);
  expect(storedIn(items, institutionLayout, 'rcb')?.version).toBe(3);
  expect(await faultsOfHistory(store.services, institutionLayout, 'rcb')).toEqual([]);
});
