import { beforeEach, describe, expect, test } from 'vitest';
import { listers, verifyKind } from '../../shared/operations/audit/verify-kind.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { listJobs } from '../../shared/operations/jobs/list.ts';
import { retryJob } from '../../shared/operations/jobs/retry.ts';
import type { Log, Services } from '../../shared/operations/services.ts';
import { ringsMax, sweepOutbox } from '../../shared/operations/sweep-outbox.ts';
import { jobKey, jobWrite, postponeWrite } from '../../shared/store/outbox.ts';
import { readItems } from '../../shared/store/read.ts';
import { readHistory } from '../../shared/store/trail.ts';
import { commit } from '../../shared/store/transaction.ts';
import { before } from '../support/between.ts';
import { commandBy, office } from '../support/fixtures.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { takeMessages } from '../support/workers.ts';
import { nextKey } from './list/list-city.ts';

const job = { jobId: 'imp-1', queue: 'list', message: { kind: 'import-line', category: 'gazelle' } } as const;
const fiveMinutesMs = 5 * 60_000;

let store: TestStore;
let services: Services;
let errors: string[];
beforeEach(async () => {
  store = await openStore();
  errors = [];
  const log: Log = { ...store.services.log, error: (message) => errors.push(message) };
  services = { ...store.services, log };
  expect(await commit(services.database, [jobWrite(job, services.now())])).toBe('committed');
});

const sweep = () => sweepOutbox(services, services.now());
/** As the sweeper leaves a job for which it has rung so often. */
async function rung(times: number): Promise<void> {
  for (let ring = 0; ring < times; ring += 1) {
    expect(await commit(services.database, [postponeWrite(job.jobId, services.now())])).toBe('committed');
  }
}
const standing = async () => (await readItems(services.database, [jobKey(job.jobId)])).get(jobKey(job.jobId));
const parked = async () => (await listJobs(services, 'parked', { limit: 10, after: undefined })).items;
const retry = (jobId: string = job.jobId): Promise<Outcome> =>
  retryJob(services, commandBy(services, office(), nextKey()), jobId, '已部署修复版本');

describe('a job that is never done', () => {
  test('is rung for one day, every five minutes, and then parked: told once, and rung for no more', async () => {
    await rung(ringsMax - 1);
    expect(await sweep()).toMatchObject({ rung: 1, parked: 0 });
    store.setNow(new Date(Date.parse(services.now()) + fiveMinutesMs).toISOString());
    await takeMessages(services, 'list');

    expect(await sweep()).toMatchObject({ rung: 0, parked: 1 });
    expect(await takeMessages(services, 'list')).toEqual([]);
    expect(errors).toEqual(['a job was parked']);
    expect(await sweepOutbox(services, services.now(), { all: true })).toMatchObject({ rung: 0, parked: 1 });
    expect(errors).toHaveLength(1);
    expect(await parked()).toEqual([
      { ...job, state: 'parked', since: '2026-03-02T02:00:00.000Z', rings: ringsMax, parkedAt: services.now() },
    ]);
    expect((await listJobs(services, 'waiting', { limit: 10, after: undefined })).items).toEqual([]);
  });

  test('is rung for again by an official with a reason, for another day', async () => {
    await rung(ringsMax);
    await sweep();
    expect(await retry()).toMatchObject({ kind: 'answered', answer: { status: 200 } });
    expect(await takeMessages(services, 'list')).toHaveLength(1);
    expect(await standing()).toMatchObject({
      waitingList: 'waiting',
      rings: 0,
      firstDueAt: '2026-03-02T02:00:00.000Z',
    });
    expect(await parked()).toEqual([]);
    store.setNow(new Date(Date.parse(services.now()) + fiveMinutesMs).toISOString());
    expect(await sweep()).toMatchObject({ rung: 1, parked: 0 });
  });

  test('keeps who had it rung for again, and why, in a history that verifies', async () => {
    await rung(ringsMax);
    await sweep();
    await retry();
    const verified = await verifyKind(services, 'repairs', undefined);
    expect(verified).toMatchObject({ ok: true, events: 1 });
    const [id = ''] = await repairIds();
    expect(await readHistory(services.database, 'repairs', id, 0, 10)).toMatchObject([
      {
        type: 'job-retried',
        actor: { sub: 'office-1' },
        data: { jobId: 'imp-1', queue: 'list', rings: ringsMax, by: 'office-1', reason: '已部署修复版本' },
      },
    ]);
  });

  test('is retried once by two at the same moment, and not at all while it is rung for or done', async () => {
    expect(await retry()).toMatchObject({ code: 'state-conflict', facts: { state: 'waiting', allowed: 'parked' } });
    expect(await retry('imp-none')).toMatchObject({ code: 'not-found' });
    await rung(ringsMax);
    await sweep();
    before(services, 'TransactWriteItemsCommand', retry);
    expect(await retry()).toMatchObject({ code: 'state-conflict', facts: { state: 'waiting' } });
    expect(await repairIds()).toHaveLength(1);
  });
});

const repairIds = async (): Promise<readonly string[]> => (await listers.repairs(services, undefined)).ids;
