import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkNames } from '../../shared/domain/check.ts';
import { Api, shanghai as at } from '../support/api.ts';
import { auditedCheckpoints, checkpointFolder } from '../support/checkpoints.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { hasOutsideObjects, outsideClock } from '../support/outside-objects.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

describe('the checks of the running system', () => {
  let system: RunningSystem;
  let api: Api;

  interface Run {
    readonly checkId: string;
    readonly state: string;
    readonly startedAt: string;
  }
  const runs = async (): Promise<readonly Run[]> =>
    (await api.get('auditor-1', '/v1/audit/checks?check=verify-trail')).body.items as readonly Run[];
  /** A move waits for its checks a moment only, so that a busy machine may still be at them. */
  const runsDone = () =>
    expect
      .poll(async () => (await runs()).map(({ state }) => state).filter((state) => state !== 'done'), {
        timeout: 10_000,
      })
      .toEqual([]);

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, [creditCode(1), creditCode(2)]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('a move of the clock over ten days has the trail verified once, on arrival, for the auditor to read', async () => {
    expect(await runs()).toEqual([]);
    await api.moveClock(at('2026-03-12', '09:00:00'));
    await expect.poll(async () => (await runs()).length, { timeout: 10_000 }).toBe(1);
    await runsDone();
    const [run] = await runs();
    expect(run?.startedAt.slice(0, 13)).toBe(at('2026-03-12', '09:00:00').slice(0, 13));
    const shown = await api.get('auditor-1', `/v1/audit/checks/${run?.checkId}`);
    // Two events of each institution, one of each enterprise, and the import's own.
    expect(shown).toMatchObject({ status: 200, body: { ok: true, findings: [], findingsCount: 0 } });
    expect(shown.body.examined).toBeGreaterThanOrEqual(8);
    expect((await api.get('bank-rcb', '/v1/audit/checks')).status).toBe(403);
  });

  test('a move that passes no night has none; one can be run at any time', async ({ skip }) => {
    skip(hasOutsideObjects, outsideClock);
    await api.moveClock(at('2026-03-12', '20:00:00'));
    expect(await runs()).toHaveLength(1);
    expect((await api.send(null, 'POST', '/local/jobs/verify-trail', {})).status).toBe(200);
    await runsDone();
    expect(await runs()).toHaveLength(2);
  });

  test('every check has run with the others, and a checkpoint of the whole trail lies beside the tables', async ({
    skip,
  }) => {
    skip(hasOutsideObjects, outsideClock);
    await api.moveClock(at('2026-03-13', '09:00:00'));
    const newest = async () => {
      const { items } = (await api.get('auditor-1', '/v1/audit/checks')).body as { items: Run[] };
      return items.filter(({ startedAt }) => startedAt >= at('2026-03-13', '09:00:00'));
    };
    const done = checkNames.map((check) => expect.objectContaining({ check, state: 'done', ok: true }));
    await expect.poll(newest, { timeout: 10_000 }).toEqual(expect.arrayContaining(done));
    const [first, second] = await auditedCheckpoints(checkpointFolder(join(system.folder, 'objects')));
    expect(second?.lines).toEqual(first?.lines);
    expect(second?.lines.filter(({ kind }) => kind === 'enterprises')).toHaveLength(2);
    // Whoever takes a checkpoint away is told of, and a new one is laid down.
    checkpointFolder(join(system.folder, 'objects')).remove(second?.key ?? '');
    expect((await api.send(null, 'POST', '/local/jobs/anchor-trail', {})).status).toBe(200);
    const { items } = (await api.get('auditor-1', '/v1/audit/checks?check=anchor-trail&limit=1')).body;
    const [{ checkId }] = items as [Run];
    const { body } = await api.get('auditor-1', `/v1/audit/checks/${checkId}`);
    expect(body.findings).toEqual([{ what: 'manifest-missing', object: second?.key }]);
  });
});
