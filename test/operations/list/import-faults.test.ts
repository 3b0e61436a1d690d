import { beforeAll, describe, expect, test } from 'vitest';
import { acceptImport } from '../../../shared/operations/list/accept-import.ts';
import { refreshDue } from '../../../shared/operations/list/refresh-due.ts';
import { releaseImport } from '../../../shared/operations/list/release-import.ts';
import { readRefresh } from '../../../shared/operations/list/start-refresh.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { enterpriseLayout } from '../../../shared/store/enterprises.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { nightRefreshId } from '../../../shared/store/refreshes.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { commandBy, creditCode, office } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { anImport, answered, aRow, fileOf, guardOf, importRows, nextKey, shown, workAll } from './list-city.ts';

/** Every call to DynamoDB and SQS on the way of an import, each met by every fault: what is asked happens once. */
describe('every single fault on the way of an import', () => {
  let store: TestStore;
  let services: Services;
  let hook: FaultHook;
  let next = 0;
  /** Of six two go: a fault between them finds one revoked and one not. */
  const codes = Array.from({ length: 6 }, (_, index) => creditCode(9001 + index));
  const rows = codes.map((code) => aRow(code));
  const category = 'gazelle';
  beforeAll(async () => {
    store = await openStore();
    ({ services } = store);
    hook = hookFaults(services.database.client, services.queues.client);
  });

  /** Rows of which one changes, one stays, one is new and one is bad. */
  async function importSome(arm: () => void): Promise<{ importId: string; codes: readonly string[] }> {
    const codes = Array.from({ length: 3 }, () => creditCode(++next));
    hook.arm(null, 0);
    await importRows(
      services,
      codes.slice(0, 2).map((code) => aRow(code)),
    );
    const rows = [
      aRow(codes[0] ?? '', { validUntil: '2029-12-31' }),
      aRow(codes[1] ?? ''),
      aRow(codes[2] ?? ''),
      'bad',
    ];
    const request = anImport(rows);
    const key = nextKey();
    arm();
    const body = await insist(hook, async () =>
      answered(await acceptImport(services, commandBy(services, office(), key), request)),
    );
    await insist(hook, () => workAll(services));
    return { importId: String(body.importId), codes };
  }

  async function expectOnce({ importId, codes }: { importId: string; codes: readonly string[] }): Promise<void> {
    hook.arm(null, 0);
    expect(await shown(services, importId)).toMatchObject({
      state: 'done',
      processed: 4,
      added: 1,
      updated: 1,
      unchanged: 1,
      rejected: 1,
      failure: null,
    });
    expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
    for (const code of codes) expect(await faultsOfHistory(services, enterpriseLayout, code)).toEqual([]);
    expect((await fileOf(services, codes[0] ?? ''))?.version).toBe(2);
    expect((await fileOf(services, codes[2] ?? ''))?.version).toBe(1);
    expect(await guardOf(services, codes[0] ?? '')).toMatchObject({ fileVersion: 2, listedThrough: '2029-12-31' });
  }

  test('all calls × all faults leave one import, done, with exact counts', async () => {
    await expectOnce(await importSome(() => hook.arm(null, 0)));
    await importSome(() => hook.arm(null, 0));
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(15);
    const metBefore = hook.met;
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) await expectOnce(await importSome(() => hook.arm(fault, site)));
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites * faults.length);
  });

  test.each(faults)(
    '%s at every call of a large replace and its release revokes each certificate once',
    async (fault) => {
      /** Tells how many calls it took. */
      async function replaceMost(arm: () => void): Promise<number> {
        hook.arm(null, 0);
        await importRows(services, rows, { category });
        const versionBefore = (await fileOf(services, codes[0] ?? ''))?.version ?? 0;
        const request = anImport(rows.slice(2), { category, mode: 'replace' });
        const [sending, releasing] = [nextKey(), nextKey()];
        arm();
        const importId = String(
          (
            await insist(hook, async () =>
              answered(await acceptImport(services, commandBy(services, office(), sending), request)),
            )
          ).importId,
        );
        await insist(hook, () => workAll(services));
        await insist(hook, async () =>
          answered(await releaseImport(services, commandBy(services, office('office-2'), releasing), importId)),
        );
        await insist(hook, () => workAll(services));
        const calls = hook.calls.length;
        hook.arm(null, 0);
        expect(await shown(services, importId)).toMatchObject({
          state: 'done',
          processed: 4,
          unchanged: 4,
          revoked: 2,
        });
        expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
        const file = await fileOf(services, codes[0] ?? '');
        expect(file?.version).toBe(versionBefore + 1);
        expect(file?.state.standing.listed).toBe(false);
        return calls;
      }
      const sites = await replaceMost(() => hook.arm(null, 0));
      expect(sites).toBeGreaterThanOrEqual(30);
      for (let site = 1; site <= sites; site += 1) await replaceMost(() => hook.arm(fault, site));
      for (const code of codes) expect(await faultsOfHistory(services, enterpriseLayout, code)).toEqual([]);
    },
  );

  test('all calls × all faults on a night leave each due enterprise refreshed once', async () => {
    let night = Date.parse('2026-04-01T16:10:00.000Z');
    async function refreshTwo(arm: () => void): Promise<void> {
      hook.arm(null, 0);
      const codes = [creditCode(++next), creditCode(++next)];
      const day = new Date(night).toISOString().slice(0, 10);
      await importRows(
        services,
        codes.map((code) => aRow(code, { validUntil: day })),
      );
      night += 24 * 3_600_000;
      store.setNow(new Date(night - 24 * 3_600_000).toISOString());
      arm();
      await insist(hook, () => refreshDue(services, services.now()));
      await insist(hook, () => workAll(services));
      hook.arm(null, 0);
      for (const code of codes) {
        expect(await faultsOfHistory(services, enterpriseLayout, code)).toEqual([]);
        expect((await fileOf(services, code))?.version).toBe(2);
      }
      const today = new Date(night - 16 * 3_600_000).toISOString().slice(0, 10);
      expect(await readRefresh(services, nightRefreshId(today))).toMatchObject({ state: 'done', changed: 2 });
    }
    await refreshTwo(() => hook.arm(null, 0));
    await refreshTwo(() => hook.arm(null, 0));
    const sites = hook.calls.length;
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) await refreshTwo(() => hook.arm(fault, site));
    }
  });
});
