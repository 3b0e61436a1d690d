import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anchorTrailStep } from '../../../shared/operations/checks/anchor-trail.ts';
import { runCheck } from '../../../shared/operations/checks/run-check.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { readNewestCheck } from '../../../shared/store/checks.ts';
import { Unavailable } from '../../../shared/store/retry.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import {
  auditedCheckpoint,
  auditedCheckpoints,
  type CheckpointFolder,
  checkpointFolder,
  endsOfTrail,
  inOrder,
  manifestsIn,
} from '../../support/checkpoints.ts';
import { Crash, type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { checkpointBucket, type OwnObjects, startObjects, testSigner } from '../../support/objects.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { tamperingWith } from '../../support/tampering.ts';

let store: TestStore;
let objects: OwnObjects;
let folder: CheckpointFolder;
let services: Services;
let hook: FaultHook;
/** The process ends before the call of this number to the object store; null only counts. */
let crash: { site: number | null; calls: number };

beforeEach(async () => {
  store = await openStore();
  objects = await startObjects(() => Date.parse(store.services.now()));
  folder = checkpointFolder(objects.folder);
  crash = { site: null, calls: 0 };
  const signer = Object.assign(Object.create(testSigner), {
    presign: (...call: Parameters<typeof testSigner.presign>) => {
      crash.calls += 1;
      if (crash.calls === crash.site) throw new Crash('before the object store');
      return testSigner.presign(...call);
    },
  });
  services = { ...store.services, checkpoints: { signer, address: `${objects.endpoint}/${checkpointBucket}` } };
  await admit(services, 'rcb');
  for (const number of [1, 2, 3, 4]) await list(services, creditCode(number));
  hook = hookFaults(services.database.client);
});
afterEach(() => objects.stop());

const newest = () => readNewestCheck(services.database, 'anchor-trail');

/** One invocation, with two or three histories a segment. */
const invoke = (hasTime: () => boolean) =>
  insist(hook, () => {
    // A run begins later than what was before it, by which its checkpoints sort.
    forwardBy(1_000);
    return runCheck(services, {
      check: 'anchor-trail',
      at: services.now(),
      hasTime,
      goOn: false,
      step: (given, place, run) => anchorTrailStep(given, place, run, 5),
    });
  });

/** A night's run: invocation after invocation until it is done. */
async function night(hasTime: () => boolean): Promise<void> {
  for (let state: unknown = 'running'; state === 'running'; ) ({ state } = await invoke(hasTime));
}

/** Without any fault; in the third, all that a run can do is done. */
async function threeNights(hasTime: () => boolean): Promise<void> {
  for (let nights = 1; nights <= 3; nights += 1) {
    nextDay();
    await night(hasTime);
  }
}

const forwardBy = (ms: number): void => store.setNow(new Date(Date.parse(services.now()) + ms).toISOString());

function nextDay(): void {
  forwardBy(24 * 60 * 60_000);
  hook.arm(null, 0);
  crash = { site: null, calls: 0 };
}

/** What must be so after every night: the run found nothing, and its checkpoint holds every history as it stands. */
async function expectWhole(what: string): Promise<void> {
  hook.arm(null, 0);
  crash.site = null;
  expect(objects.faults.splice(0), what).toEqual([]);
  expect(await newest(), what).toMatchObject({ state: 'done', ok: true });
  const { lines } = await auditedCheckpoint(folder, (await manifestsIn(folder)).at(-1) ?? '');
  expect(inOrder(lines), what).toEqual(await endsOfTrail(services));
}

// Time is up after each step, so that every place is kept and read again: there a read that is only tried again is nothing
// new. Or never, so that a crash loses every place.
const times = [
  ['a step an invocation', () => false, ['crash-before', 'crash-after'], ['answer-lost', 'crash']],
  ['a whole run an invocation', () => true, faults, [409, 'hang-up', 'answer-lost', 'crash']],
] as const;

describe.each(times)('%s', (_name, hasTime, faultsOfTables, faultsOfObjects) => {
  test('ends in one whole checkpoint under every single fault of the tables', async () => {
    await threeNights(hasTime);
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThan(9);
    const before = hook.met;
    for (let site = 1; site <= sites; site += 1) {
      for (const fault of faultsOfTables) {
        nextDay();
        hook.arm(fault, site);
        await night(hasTime);
        await expectWhole(`${fault} at ${site}`);
      }
    }
    expect(hook.met - before).toBe(sites * faultsOfTables.length);
    expect((await auditedCheckpoints(folder)).length).toBeGreaterThanOrEqual(3 + sites * faultsOfTables.length);
  });

  test('ends in one whole checkpoint under every single fault of the object store', async () => {
    await threeNights(hasTime);
    const sites = crash.calls;
    expect(sites).toBeGreaterThan(7);
    let nights = 3;
    for (let site = 1; site <= sites; site += 1) {
      for (const fault of faultsOfObjects) {
        nextDay();
        if (fault === 'crash') crash.site = site;
        else objects.faults.push(...Array.from({ length: site - 1 }, () => 'none' as const), fault);
        await night(hasTime);
        expect(crash.calls).toBeGreaterThan(site);
        await expectWhole(`${fault} at ${site}`);
        nights += 1;
      }
    }
    expect(await auditedCheckpoints(folder)).toHaveLength(nights);
  });
});

test('findings are kept by a run that died between its checkpoint and its own record', async () => {
  for (let nights = 1; nights <= 2; nights += 1) {
    nextDay();
    await night(() => true);
  }
  const before = await manifestsIn(folder);
  await tamperingWith(services).remove(eventKey('enterprises', creditCode(3), 1));
  nextDay();
  let deaths = 0;
  services.database.client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName } = context as { commandName?: string };
      const isWritten = (await manifestsIn(folder)).length > before.length;
      if (deaths > 0 || commandName !== 'TransactWriteItemsCommand' || !isWritten) return next(args);
      deaths += 1;
      throw new Crash('before its own record');
    },
    { step: 'initialize', name: 'death' },
  );
  await night(() => true);
  expect(deaths).toBe(1);
  // Not compared with what it has written itself: that agrees with what is there.
  const found = { kind: 'enterprises', id: creditCode(3), brokenAt: 1, what: 'history-removed' };
  const findings = [...before].reverse().map((checkpoint) => ({ ...found, checkpoint }));
  expect(await newest()).toMatchObject({ state: 'done', ok: false, findings });
  expect(await auditedCheckpoints(folder)).toHaveLength(3);
});

test('two at once are one run with one checkpoint, whoever comes first to which part', async () => {
  for (let nights = 1; nights <= 8; nights += 1) {
    nextDay();
    await list(services, creditCode(10 + nights));
    await Promise.all([night(() => nights % 2 === 0), night(() => true), night(() => true)]);
    expect(await newest()).toMatchObject({ state: 'done', ok: true });
    const checkpoints = await auditedCheckpoints(folder);
    expect(inOrder(checkpoints.at(-1)?.lines ?? [])).toEqual(await endsOfTrail(services));
  }
});

test('an object store that is away makes the run fail, and the next call goes on', async () => {
  objects.faults.push(500, 500, 500, 'hang-up');
  await expect(night(() => true)).rejects.toThrow(Unavailable);
  expect(await newest()).toMatchObject({ state: 'running' });
  await night(() => true);
  await expectWhole('after the failure');
});

test('a refusal of the object store is an error, and no missing checkpoint', async () => {
  await night(() => true);
  nextDay();
  objects.faults.push(403);
  await expect(night(() => true)).rejects.toThrow('403');
  objects.faults.push('none', 403);
  await expect(night(() => true)).rejects.toThrow('403');
  await night(() => true);
  await expectWhole('after the refusals');
});
