import { beforeEach, describe, expect, test } from 'vitest';
import { readFund } from '../../../shared/operations/fund/read.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { sweepOutbox } from '../../../shared/operations/sweep-outbox.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { readItems } from '../../../shared/store/read.ts';
import { settledInYear, settledYearKey } from '../../../shared/store/settled-years.ts';
import { calmly } from '../../support/calm.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { admit } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';
import { always, approvedClaim, claimOf, settlementDoorbells, wan } from './settlement-city.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
});

const settledOf = async (services: Services, institutionId: string): Promise<number> => {
  const items = await readItems(services.database, [settledYearKey(institutionId, 2027)]);
  return settledInYear(items, institutionId, 2027);
};

describe('the settlement worker', () => {
  test('under messages that come twice, at once, out of order and late settles each claim once', async () => {
    await fill(store, wan(1000));
    const claims = [];
    for (let index = 0; index < 6; index += 1) claims.push(await approvedClaim(store, { index }));
    const doorbells = await settlementDoorbells(store.services);
    const shuffled = [...doorbells.slice(3), ...doorbells.slice(0, 3), ...doorbells];
    await Promise.all(shuffled.map((doorbell) => settleLine(store.services, doorbell, always)));
    await Promise.all(doorbells.map((doorbell) => settleLine(store.services, doorbell, always)));
    for (const claim of claims) {
      expect(await claimOf(store, claim)).toMatchObject({ state: 'settled', shares: { fundFen: wan(6) } });
      expect(await faultsOfHistory(store.services, claimLayout, claim.claimId)).toEqual([]);
    }
    expect(await settledOf(store.services, 'rcb')).toBe(wan(36));
    expect(await readFund(store.services)).toMatchObject({ compensatedFen: wan(36), payableFen: wan(36) });
    expect(await settlementDoorbells(store.services)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('at once with others never passes the year’s cap nor the fund', async () => {
    await fill(store, wan(998));
    const claims = [];
    for (const lossFen of [wan(1000), wan(650), wan(30), wan(30)]) claims.push(await approvedClaim(store, { lossFen }));
    const doorbells = await settlementDoorbells(store.services);
    await Promise.all([...doorbells, ...doorbells].map((doorbell) => settleLine(store.services, doorbell, always)));
    const found = await Promise.all(claims.map((claim) => claimOf(store, claim)));
    expect(found.map(({ state, shares }) => [state, shares?.fundFen ?? null])).toEqual([
      ['settled', wan(600)],
      ['settled', wan(390)],
      ['awaiting-funds', null],
      ['approved', null],
    ]);
    await fill(store, wan(2));
    const [credit] = await settlementDoorbells(store.services);
    if (!credit) throw new Error('the credit rang for nobody');
    await settleLine(store.services, credit, always);
    const last = await Promise.all(claims.slice(2).map((claim) => claimOf(store, claim)));
    expect(last.map(({ shares }) => shares?.fundFen)).toEqual([wan(10), 0]);
    expect(await settledOf(store.services, 'rcb')).toBe(wan(1000));
    expect(await proof(store.services)).toEqual([]);
  });

  test('out of time rings for what is left, which the sweeper would do as well', async () => {
    await fill(store, wan(1000));
    const [one, two] = [await approvedClaim(store, { index: 1 }), await approvedClaim(store, { index: 2 })];
    const [doorbell] = await settlementDoorbells(store.services);
    if (!doorbell) throw new Error('no job was made');
    let turns = 1;
    const hasTime = (): boolean => {
      turns -= 1;
      return turns >= 0;
    };
    await settleLine(store.services, doorbell, { hasTime });
    expect([(await claimOf(store, one)).state, (await claimOf(store, two)).state]).toEqual(['settled', 'approved']);
    expect((await sweepOutbox(store.services, store.services.now(), { all: true })).rung).toBeGreaterThanOrEqual(2);
  });
});

/** From a credit on, every call of appropriation and worker, each met by every fault: everything must have happened once. */
describe('every single fault while claims are settled', () => {
  let hook: FaultHook;
  let calm: Services;
  beforeEach(() => {
    calm = calmly(store.services);
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  /** One that is settled, one that waits for money: the worker settles, marks, and ends its jobs. */
  async function play(round: number): Promise<readonly string[]> {
    const calmStore = { ...store, services: calm };
    const settled = await approvedClaim(calmStore, { index: round * 2, lossFen: wan(10) });
    const waiting = await approvedClaim(calmStore, { index: round * 2 + 1, lossFen: wan(20) });
    const credited = wan(6) + (round > 0 ? wan(12) : 0);
    await fill(calmStore, credited);
    const doorbells = await settlementDoorbells(calm);
    await insist(hook, async () => {
      for (const doorbell of doorbells) await settleLine(store.services, doorbell, always);
    });
    return [settled.claimId, waiting.claimId];
  }

  test.each(faults)('%s at every call', async (fault) => {
    hook.arm(null, 0);
    const first = await play(0);
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(8);
    const ids = [...first];
    const metBefore = hook.met;
    for (let site = 1; site <= sites; site += 1) {
      hook.arm(fault, site);
      ids.push(...(await play(site)));
      hook.arm(null, 0);
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites);
    const states = await Promise.all(ids.map((claimId) => claimOf({ ...store, services: calm }, { claimId })));
    // Only the very last waits; every other was settled whole, once.
    expect(states.slice(0, -1).map(({ state }) => state)).toEqual(ids.slice(1).map(() => 'settled'));
    expect(states.at(-1)?.state).toBe('awaiting-funds');
    for (const id of ids) expect(await faultsOfHistory(calm, claimLayout, id)).toEqual([]);
    const paidFen = states.reduce((sum, { shares }) => sum + (shares?.fundFen ?? 0), 0);
    expect(await settledOf(calm, 'rcb')).toBe(paidFen);
    expect(await readFund(calm)).toMatchObject({ compensatedFen: paidFen, payableFen: paidFen, spendableFen: 0 });
    expect(await settlementDoorbells(calm)).toEqual([]);
    expect(await proof(calm)).toEqual([]);
  });
});
