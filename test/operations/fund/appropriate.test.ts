import { beforeAll, describe, expect, test } from 'vitest';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import { listEntries } from '../../../shared/operations/fund/list-entries.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { appropriationLayout } from '../../../shared/store/fund.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { commandBy, finance } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from './proof.ts';

const request = { amountFen: 100, documentNumber: '平财〔2026〕1号', appropriatedOn: '2026-03-02' };
const page = { limit: 200, after: undefined };

describe('appropriations at once', () => {
  test('sixty from two persons all land, each once', async () => {
    const { services } = await openStore();
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const caller = finance(index % 2 === 0 ? 'finance-1' : 'finance-2');
        const amountFen = index + 1;
        return appropriateFund(services, commandBy(services, caller, `race-${index}`), { ...request, amountFen });
      }),
    );
    expect(outcomes.filter(({ kind }) => kind === 'answered')).toHaveLength(60);
    const sum = (60 * 61) / 2;
    expect(await readFund(services)).toMatchObject({
      appropriatedFen: sum,
      cashFen: sum,
      spendableFen: sum,
      entries: 60,
    });
    const { items } = await listEntries(services, finance(), {}, page);
    expect(new Set(items.map(({ lines }) => lines[0]?.debitFen)).size).toBe(60);
    expect(await proof(services)).toEqual([]);
  });

  test('the same one sent twenty times is one appropriation with one answer', async () => {
    const { services } = await openStore();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => appropriateFund(services, commandBy(services, finance(), 'the-same'), request)),
    );
    const answers = outcomes.map((outcome) => JSON.stringify(answerOf(outcome)));
    expect(new Set(answers).size).toBe(1);
    expect(await readFund(services)).toMatchObject({ appropriatedFen: 100, entries: 1 });
  });
});

describe('every single fault at an appropriation', () => {
  let store: TestStore;
  let hook: FaultHook;
  let round = 0;
  beforeAll(async () => {
    store = await openStore();
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  async function appropriateOnce(): Promise<void> {
    const { services } = store;
    round += 1;
    const context = commandBy(services, finance(), `appropriate-${round}`);
    const { appropriationId } = answerOf(await insist(hook, () => appropriateFund(services, context, request)));
    const sites = hook.calls.length;
    hook.arm(null, 0);
    expect(await readFund(services)).toMatchObject({
      appropriatedFen: 100 * round,
      cashFen: 100 * round,
      entries: round,
    });
    expect(await faultsOfHistory(services, appropriationLayout, String(appropriationId))).toEqual([]);
    expect(sites).toBeGreaterThan(0);
  }

  test('all calls × all faults leave one appropriation, one event, one entry, and the head as it should be', async () => {
    hook.arm(null, 0);
    const context = commandBy(store.services, finance(), 'the-calm-one');
    answerOf(await appropriateFund(store.services, context, request));
    const sites = hook.calls.length;
    expect(hook.calls).toEqual(['BatchGetItemCommand', 'TransactWriteItemsCommand', 'SendMessageCommand']);
    round = 1;
    const metBefore = hook.met;
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) {
        hook.arm(fault, site);
        await appropriateOnce();
      }
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites * faults.length);
    expect(await proof(store.services)).toEqual([]);
  });
});
