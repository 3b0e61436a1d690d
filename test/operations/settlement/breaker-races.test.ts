import { describe, expect, test } from 'vitest';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { readInstitution } from '../../../shared/operations/institutions/read.ts';
import { releaseBreaker } from '../../../shared/operations/institutions/release-breaker.ts';
import { institutionView } from '../../../shared/operations/institutions/view.ts';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { institutionLayout } from '../../../shared/store/institutions.ts';
import { before } from '../../support/between.ts';
import { admit, anApplication, bank, creditCode, list, office } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import {
  adopt,
  always,
  anew,
  approvedClaim,
  resolvedOn,
  settleAll,
  settlementDoorbells,
  wan,
} from './settlement-city.ts';

/** A bank that lent 9,000,000 yuan which are in order; more than a tenth compensated opens its breaker (R28). */
async function aCity(): Promise<TestStore> {
  const store = await openStore('2026-01-05T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await adopt(store, { suspendAtLossRatioBp: 1_000 });
  await fill(store, wan(1000));
  store.setNow('2026-03-02T02:00:00.000Z');
  await list(store.services, creditCode(8_001));
  await lend(store.services, creditCode(8_001), 'in-order', { amountFen: wan(900) });
  return store;
}

const breakerOf = async ({ services }: TestStore) => {
  const standing = await readInstitution(services, 'rcb', resolvedOn);
  return standing && institutionView(standing, office(), resolvedOn).breaker;
};

const apply = async ({ services }: TestStore, code: string) => {
  await list(services, code);
  return submitApplication(services, anew(services, bank()), anApplication(code, { amountFen: 100 }));
};

describe('the circuit breaker while settlements race with others (R28)', () => {
  test('is opened by the settlement that passes the limit, once, however often its bell rings', async () => {
    const store = await aCity();
    const { services } = store;
    await approvedClaim(store, { lossFen: wan(100) });
    await settleAll(services);
    expect(await breakerOf(store)).toMatchObject({ isOpen: false, compensatedFen: wan(100), disbursedFen: wan(1000) });
    answerOf(await apply(store, creditCode(8_002)));

    await approvedClaim(store, { lossFen: 1 });
    const bells = await settlementDoorbells(services);
    await Promise.all([...bells, ...bells].map((bell) => settleLine(services, bell, always)));
    await settleAll(services);
    expect(await breakerOf(store)).toMatchObject({
      isOpen: true,
      openedOn: resolvedOn,
      compensatedFen: wan(100) + 1,
      disbursedFen: wan(1000) + 1,
    });
    expect(await apply(store, creditCode(8_003))).toMatchObject({ code: 'breaker-open' });
    expect(await faultsOfHistory(services, institutionLayout, 'rcb')).toEqual([]);
  });

  test('counts the principal of a loss alone, first of what was assessed', async () => {
    const store = await aCity();
    await approvedClaim(store, { lossFen: wan(50), assessedFen: wan(20) });
    await settleAll(store.services);
    expect(await breakerOf(store)).toMatchObject({ compensatedFen: wan(20), disbursedFen: wan(950) });
  });

  test('a release between the reading and the writing of a settlement is seen by it', async () => {
    const store = await aCity();
    const { services } = store;
    await approvedClaim(store, { lossFen: wan(200) });
    await approvedClaim(store, { lossFen: wan(100) });
    const [bell] = await settlementDoorbells(services);
    // The first settlement opens it; the second has read that when the office lifts it.
    const lift = () => releaseBreaker(services, anew(services), 'rcb', { reason: '整改完成' });
    before(services, 'TransactWriteItemsCommand', lift, 2);
    if (bell) await settleLine(services, bell, always);
    // It rose above what it was released at, and the trail says so.
    expect(await breakerOf(store)).toMatchObject({ isOpen: true, openedOn: resolvedOn, compensatedFen: wan(300) });
    const standing = await readInstitution(services, 'rcb', resolvedOn);
    expect(standing?.stored).toMatchObject({ version: 5, state: { breaker: { state: 'open' } } });
  });
});
