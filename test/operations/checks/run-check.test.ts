import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/check.ts';
import { type CheckStep, type CheckTask, runCheck } from '../../../shared/operations/checks/run-check.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { type CheckRun, checkKey, readNewestCheck } from '../../../shared/store/checks.ts';
import { faults, hookFaults, insist } from '../../support/faults.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { tamperingWith } from '../../support/tampering.ts';

let store: TestStore;
let services: Services;
beforeEach(async () => {
  store = await openStore();
  ({ services } = store);
});

const always = (): boolean => true;
const never = (): boolean => false;

/** A check of so many parts, each one thing to look at, that remembers where it was asked to begin. */
function partsOf(count: number, findingsIn: (part: number) => readonly Finding[] = () => []) {
  const begun: number[] = [];
  const step: CheckStep = async (_services, place) => {
    const part = Number(place?.part ?? 1);
    begun.push(part);
    return { examined: 1, findings: findingsIn(part), next: part < count ? { part: part + 1 } : null };
  };
  return { begun, step };
}

const run = (step: CheckStep, change: Partial<CheckTask> = {}) =>
  runCheck(services, { check: 'verify-trail', at: services.now(), hasTime: always, goOn: false, step, ...change });
const newest = (): Promise<CheckRun | null> => readNewestCheck(services.database, 'verify-trail');

describe('a run of a check', () => {
  test('goes from step to step to the end and says what it looked at', async () => {
    const { step, begun } = partsOf(4);
    expect(await run(step)).toMatchObject({ state: 'done', ok: true, examined: 4, findingsCount: 0 });
    expect(begun).toEqual([1, 2, 3, 4]);
    const at = services.now();
    expect(await newest()).toMatchObject({ state: 'done', ok: true, examined: 4, startedAt: at, finishedAt: at });
  });

  test('keeps its place when time is up and goes on there, as often as it takes', async () => {
    const { step, begun } = partsOf(3, (part) => (part === 1 ? [{ part }] : []));
    const first = await run(step, { hasTime: never });
    expect(first).toMatchObject({ state: 'running', ok: null, examined: 1, findingsCount: 1 });
    expect(await run(step, { hasTime: never })).toMatchObject({
      checkId: first.checkId,
      state: 'running',
      examined: 2,
    });
    const last = { checkId: first.checkId, state: 'done', ok: false, examined: 3, findingsCount: 1 };
    expect(await run(step, { hasTime: never })).toMatchObject(last);
    expect(begun).toEqual([1, 2, 3]);
    expect(await newest()).toMatchObject({ findings: [{ part: 1 }], finishedAt: services.now() });
  });

  test('begins anew after 400 days without any, if the newest run is not kept any more', async () => {
    const { step } = partsOf(1);
    const first = await run(step);
    await tamperingWith(services).remove(checkKey(String(first.checkId)));
    expect(await newest()).toBeNull();
    expect(await run(step, { goOn: true })).toMatchObject({ state: 'nothing-left' });
    const second = await run(step);
    expect(second).toMatchObject({ state: 'done', ok: true });
    expect(await newest()).toMatchObject({ checkId: second.checkId });
  });

  test('that a failure cut short goes on from its place, and the failure is told', async () => {
    const { step, begun } = partsOf(3);
    await run(step, { hasTime: never });
    const failing: CheckStep = () => Promise.reject(new Error('no table'));
    await expect(run(failing)).rejects.toThrow('no table');
    expect(await run(step)).toMatchObject({ state: 'done', examined: 3 });
    expect(begun).toEqual([1, 2, 3]);
  });

  test('of an earlier day is seen through first, and then that of today', async () => {
    const { step, begun } = partsOf(3);
    const first = await run(step, { hasTime: never });
    store.setNow('2026-03-03T18:00:00.000Z');
    const today = await run(step);
    expect(begun).toEqual([1, 2, 3, 1, 2, 3]);
    expect(today).toMatchObject({ state: 'done', examined: 3 });
    expect(today.checkId).not.toBe(first.checkId);
    expect(await newest()).toMatchObject({ startedAt: '2026-03-03T18:00:00.000Z' });
  });

  test('keeps the first hundred findings and counts all', async () => {
    const { step } = partsOf(3, (part) => Array.from({ length: 60 }, (_, index) => ({ part, index })));
    expect(await run(step)).toMatchObject({ ok: false, findingsCount: 180 });
    const { findings } = (await newest()) ?? {};
    expect(findings).toHaveLength(100);
    expect(findings?.at(-1)).toEqual({ part: 2, index: 39 });
  });
});

describe('the call that only goes on', () => {
  test('begins nothing, and leaves a finished run alone', async () => {
    const { step, begun } = partsOf(1);
    expect(await run(step, { goOn: true })).toEqual({ check: 'verify-trail', state: 'nothing-left' });
    expect(await newest()).toBeNull();
    await run(step);
    expect(await run(step, { goOn: true })).toMatchObject({ state: 'nothing-left' });
    expect(begun).toEqual([1]);
  });

  test('takes up a run that nobody has written for two minutes, and no fresher one', async () => {
    const { step } = partsOf(3);
    await run(step, { hasTime: never });
    store.setNow('2026-03-02T02:01:59.999Z');
    expect(await run(step, { goOn: true })).toMatchObject({ state: 'nothing-left' });
    store.setNow('2026-03-02T02:02:00.000Z');
    expect(await run(step, { goOn: true })).toMatchObject({ state: 'done', examined: 3 });
  });
});

describe('two at once', () => {
  test('do no harm: whoever comes second to the writing leaves the run to the other', async () => {
    const { step } = partsOf(3);
    let second: Promise<unknown> | undefined;
    const meeting: CheckStep = async (given, place, of) => {
      second ??= run(step);
      await second;
      return step(given, place, of);
    };
    expect(await run(meeting)).toEqual({ check: 'verify-trail', state: 'elsewhere' });
    expect(await second).toMatchObject({ state: 'done', examined: 3 });
    expect(await newest()).toMatchObject({ state: 'done', ok: true, examined: 3 });
  });

  test('begun in one moment are one run, or two that are whole', async () => {
    const { step } = partsOf(3);
    const outcomes = await Promise.all([run(step), run(step)]);
    expect(outcomes.map(({ state }) => state)).toContain('done');
    for (const { state, examined } of outcomes)
      expect([state, examined]).toEqual(state === 'done' ? ['done', 3] : [state, undefined]);
    expect(await newest()).toMatchObject({ state: 'done', ok: true, examined: 3 });
  });
});

describe('every single fault at every call', () => {
  test('ends in one whole run, tried again after a crash', async () => {
    const hook = hookFaults(services.database.client);
    const { step } = partsOf(3, (part) => (part === 2 ? [{ part }] : []));
    const whole = { state: 'done', ok: false, examined: 3, findingsCount: 1 };
    // Time is up after each step, so that every step is written and read again.
    const invoke = () => insist(hook, () => run(step, { hasTime: never }));
    const through = async () => {
      for (let state: unknown = 'running'; state === 'running'; ) ({ state } = await invoke());
    };
    hook.arm(null, 0);
    await through();
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThan(6);
    for (let site = 1; site <= sites; site += 1) {
      for (const fault of faults) {
        store.setNow(new Date(Date.parse(services.now()) + 60_000).toISOString());
        hook.arm(fault, site);
        await through();
        hook.arm(null, 0);
        const last = await newest();
        // A crash after the last write is met by a run of its own; what was there before it is whole as well.
        if (last?.state === 'running') await through();
        expect(await newest(), `${fault} at ${site}`).toMatchObject(whole);
      }
    }
    expect(hook.met).toBe(sites * faults.length);
  });
});
