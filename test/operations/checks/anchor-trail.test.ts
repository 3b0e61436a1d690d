import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/check.ts';
import { anchorTrailStep } from '../../../shared/operations/checks/anchor-trail.ts';
import { type CheckTask, runCheck } from '../../../shared/operations/checks/run-check.ts';
import { verifyTrailStep } from '../../../shared/operations/checks/verify-trail.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { readNewestCheck } from '../../../shared/store/checks.ts';
import type { Item, ItemKey } from '../../../shared/store/database.ts';
import { enterpriseLayout, guardKey, memberKey } from '../../../shared/store/enterprises.ts';
import { eventKey, hashOf, readWholeHistory } from '../../../shared/store/trail.ts';
import {
  auditedCheckpoints,
  type CheckpointFolder,
  checkpointFolder,
  endsOfTrail,
  inOrder,
  manifestsIn,
} from '../../support/checkpoints.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { checkpointBucket, type OwnObjects, startObjects, testSigner } from '../../support/objects.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { type Tampering, tamperingWith } from '../../support/tampering.ts';

let store: TestStore;
let objects: OwnObjects;
let folder: CheckpointFolder;
let services: Services;
let tampering: Tampering;
let loanId: string;
let loan: ItemKey;
let repayments = 0;

async function repay(): Promise<void> {
  repayments += 1;
  const context = commandBy(services, bank(), `repay-${repayments}`.padEnd(8, '-'));
  answerOf(await recordRepayment(services, context, loanId, { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' }));
}

beforeEach(async () => {
  store = await openStore();
  objects = await startObjects(() => Date.parse(store.services.now()));
  folder = checkpointFolder(objects.folder);
  const address = `${objects.endpoint}/${checkpointBucket}`;
  services = { ...store.services, checkpoints: { signer: testSigner, address } };
  tampering = tamperingWith(services);
  await admit(services, 'rcb');
  for (const number of [1, 2, 3]) await list(services, creditCode(number));
  loanId = await lend(services, creditCode(1), 'anchored');
  loan = { table: 'loans', key: { pk: loanId } };
  for (let count = 0; count < 4; count += 1) await repay();
});
afterEach(() => objects.stop());

const laterMs = 24 * 60 * 60 * 1000;
const nextDay = () => store.setNow(new Date(Date.parse(services.now()) + laterMs).toISOString());

/** A night's run to its end, with so many items of the trail a step. */
async function anchored(pageItems?: number, change: Partial<CheckTask> = {}) {
  nextDay();
  const task = { check: 'anchor-trail', at: services.now(), hasTime: () => true, goOn: false } as const;
  const step: CheckTask['step'] = (given, place, run) => anchorTrailStep(given, place, run, pageItems);
  return runCheck(services, { ...task, step, ...change });
}
const found = async (): Promise<readonly Finding[]> => {
  await anchored();
  return (await readNewestCheck(services.database, 'anchor-trail'))?.findings ?? [];
};

/** What `verify-trail` finds, which sees nothing outside the tables. */
async function foundInside(): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let place: Item | null = null;
  do {
    const step = await verifyTrailStep(services, place);
    findings.push(...step.findings);
    place = step.next;
  } while (place);
  return findings;
}

/** Rewrites an event as who may write the tables can: every hash after it is made anew, and that of the state. */
async function rewriteLoan(from: number): Promise<void> {
  let previousHash: string | undefined;
  for await (const event of readWholeHistory(services.database, 'loans', loanId)) {
    if (event.sequence < from) continue;
    const actor = event.sequence === from ? { ...event.actor, name: '另一人' } : event.actor;
    const rewritten = { ...event, actor, previousHash: previousHash ?? event.previousHash };
    previousHash = hashOf(rewritten);
    await tampering.change(eventKey('loans', loanId, event.sequence), { ...rewritten, hash: previousHash });
  }
  await tampering.change(loan, { hash: previousHash });
}

const lengthOfLoan = async (): Promise<number> => Number((await tampering.read(loan)).version);
const manifests = () => manifestsIn(folder);
const rewritten = (brokenAt: number, checkpoint: string, what = 'history-rewritten'): Finding => ({
  kind: 'loans',
  id: loanId,
  brokenAt,
  what,
  checkpoint,
});

describe('a checkpoint', () => {
  test('holds where every history stands, whatever a page holds, be it less than one history', async () => {
    const ends = await endsOfTrail(services);
    for (const pageItems of [undefined, 1, 2, 3, 5, 8, 13]) {
      expect(await anchored(pageItems)).toMatchObject({ state: 'done', ok: true });
      const newest = (await auditedCheckpoints(folder)).at(-1);
      expect(inOrder(newest?.lines ?? []), String(pageItems)).toEqual(ends);
      expect(newest).toMatchObject({
        histories: ends.length,
        events: ends.reduce((sum, { sequence }) => sum + sequence, 0),
      });
    }
    expect(await auditedCheckpoints(folder)).toHaveLength(7);
  });

  test('of an empty trail is one, too', async () => {
    const empty = await openStore();
    services = { ...empty.services, checkpoints: services.checkpoints, now: services.now };
    expect(await anchored()).toMatchObject({ state: 'done', ok: true, examined: 0 });
    expect(await auditedCheckpoints(folder)).toMatchObject([{ histories: 0, segments: 0 }]);
  });

  test('is compared by the next run, and then by those that draw it, and agrees while histories only grow', async () => {
    const { length } = await endsOfTrail(services);
    expect(await anchored()).toMatchObject({ ok: true, examined: length });
    await repay();
    await list(services, creditCode(4));
    expect(await anchored()).toMatchObject({ ok: true, examined: length + length + 1 });
    await repay();
    // The newest, one that the run draws, and what it writes itself.
    expect(await anchored()).toMatchObject({ ok: true, examined: length + length + 1 + length + 1 });
  });

  test('goes on where the trail has grown meanwhile, so that no history lies between two segments', async () => {
    const run = { checkId: 'check-grown', startedAt: services.now(), previousId: null };
    const begun = await anchorTrailStep(services, null, run);
    const first = await anchorTrailStep(services, begun.next, run, 3);
    for (const number of [4, 5, 6, 7]) await list(services, creditCode(number));
    for (let count = 0; count < 3; count += 1) await repay();
    // Whoever comes second reads other pages, and takes what is there for what it would have written.
    for (const pageItems of [6, 50]) {
      expect(await anchorTrailStep(services, begun.next, run, pageItems)).toEqual(first);
    }
    let place = first.next;
    for (let steps = 0; place && steps < 50; steps += 1) {
      place = (await anchorTrailStep(services, place, run, 4)).next;
    }
    const [checkpoint] = await auditedCheckpoints(folder);
    const names = checkpoint?.lines.map(({ kind, id }) => `${kind}#${id}`) ?? [];
    expect(new Set(names).size).toBe(names.length);
    const early = [1, 2, 3].map((number) => `enterprises#${creditCode(number)}`);
    expect(names).toEqual(expect.arrayContaining([...early, `loans#${loanId}`]));
  });
});

describe('a history that was written anew', () => {
  test('is found, though it agrees with itself and with what is stored', async () => {
    await anchored();
    await rewriteLoan(2);
    expect(await foundInside()).toEqual([]);
    const [first = ''] = await manifests();
    expect(await found()).toEqual([rewritten(await lengthOfLoan(), first)]);
  });

  test('is found when it was cut, with its state', async () => {
    const before = await tampering.read(loan);
    await repay();
    const length = await lengthOfLoan();
    await anchored();
    await tampering.remove(eventKey('loans', loanId, length));
    await tampering.put(loan, before);
    expect(await foundInside()).toEqual([]);
    const [first = ''] = await manifests();
    expect(await found()).toEqual([rewritten(length, first, 'history-cut')]);
  });

  test('is found when nothing of it is left, nor of its enterprise', async () => {
    await anchored();
    const id = creditCode(3);
    await tampering.remove(eventKey('enterprises', id, 1));
    for (const key of [{ table: 'enterprises' as const, key: enterpriseLayout.key(id) }, memberKey(id), guardKey(id)]) {
      await tampering.remove(key);
    }
    expect(await foundInside()).toEqual([]);
    const [checkpoint] = await manifests();
    expect(await found()).toEqual([{ kind: 'enterprises', id, brokenAt: 1, what: 'history-removed', checkpoint }]);
  });

  test('is found by a run that draws an older checkpoint, where a forged newest one agrees with it', async () => {
    await anchored();
    await rewriteLoan(2);
    const [honest = ''] = await manifests();
    // A run whose place was written by hand compares nothing and writes down what is there.
    nextDay();
    const run = { checkId: services.newId('check', services.now()), startedAt: services.now(), previousId: null };
    const place = { phase: 'write', after: null, segments: [], newest: honest };
    for (let next: Item | null = place; next; ) ({ next } = await anchorTrailStep(services, next, run));
    expect(await manifests()).toHaveLength(2);
    expect(await found()).toEqual([rewritten(await lengthOfLoan(), honest)]);
  });
});

describe('a checkpoint that was tampered with', () => {
  const object = { contentType: 'x', checksum: 'x', storedAt: '2026-03-02T02:00:00.000Z' };
  const contentOf = async (key: string) => String((await folder.get(key))?.content);
  const overwrite = (key: string, text: string) => folder.put(key, { ...object, content: Buffer.from(text) });
  const newest = async (prefix: string): Promise<string> =>
    (await folder.keys()).filter((key) => key.startsWith(prefix)).at(-1) ?? '';

  test('is found by its segment: another, none, or one that is none', async () => {
    await anchored();
    const first = await newest('segment-');
    await overwrite(first, (await contentOf(first)).replace('"hash":', '"hash": '));
    expect(await found()).toEqual([{ what: 'segment-differs', object: first }]);
    const second = await newest('segment-');
    folder.remove(second);
    expect(await found()).toEqual([
      { what: 'segment-missing', object: second },
      { what: 'segment-differs', object: first },
    ]);
  });

  test('is found by its manifest: another, or none', async () => {
    await anchored();
    await anchored();
    const [first = ''] = await manifests();
    await overwrite(first, (await contentOf(first)).replace('"histories"', '"others": 0,\n  "histories"'));
    expect(await found()).toEqual([{ what: 'manifest-differs', object: first }]);
    folder.remove(first);
    // The newest names the second, and the second, which alone is left to be drawn, names the first.
    expect(await found()).toEqual([{ what: 'manifest-missing', object: first }]);
  });

  test('is found where its manifest is none', async () => {
    await anchored();
    await anchored();
    const second = await newest('manifest-');
    await overwrite(second, '{}');
    expect(await found()).toEqual([{ what: 'manifest-unreadable', object: second }]);
  });

  test('is found when the newest is away, as the run that wrote it is known', async () => {
    await anchored();
    await anchored();
    const second = await newest('manifest-');
    folder.remove(second);
    expect(await found()).toEqual([{ what: 'manifest-missing', object: second }]);
  });

  test('is found when another was put between two', async () => {
    await anchored();
    await anchored();
    const [first = ''] = await manifests();
    const stray = first.replace('.json', '0.json');
    await overwrite(stray, await contentOf(first));
    expect(await found()).toContainEqual({ what: 'manifest-unlinked', object: stray });
  });

  test('does not keep the run from writing the next', async () => {
    await anchored();
    folder.remove(await newest('manifest-'));
    expect(await anchored()).toMatchObject({ state: 'done', ok: false });
    expect(await manifests()).toHaveLength(1);
    expect(await anchored()).toMatchObject({ state: 'done', ok: true });
  });
});
