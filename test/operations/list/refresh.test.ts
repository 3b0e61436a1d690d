import { beforeAll, describe, expect, test } from 'vitest';
import { readRefresh, startRefresh } from '../../../shared/operations/list/start-refresh.ts';
import { nextDueOn } from '../../../shared/operations/next-due.ts';
import { enterpriseLayout } from '../../../shared/store/enterprises.ts';
import { readHistory } from '../../../shared/store/trail.ts';
import { commandBy, creditCode, office } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { answered, aRow, fileOf, guardOf, importRows, workAll } from './list-city.ts';

describe('a refresh of the whole list (R7)', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openStore();
  });

  test('looks at every enterprise, changes those whose standing has changed, and shows how far it is', async () => {
    const { services } = store;
    const codes = Array.from({ length: 230 }, (_, index) => creditCode(index + 1));
    await importRows(
      services,
      codes.map((code, index) => aRow(code, { validUntil: index < 60 ? '2026-03-31' : null })),
    );
    expect(await nextDueOn(services)).toBe('2026-04-01');
    store.setNow('2026-04-01T02:00:00.000Z');
    const outcome = await startRefresh(services, commandBy(services, office(), 'refresh-all'), { reason: '年度核对' });
    const { refreshId } = answered(outcome);
    expect(outcome).toMatchObject({ answer: { status: 202, headers: { location: `/v1/refreshes/${refreshId}` } } });
    expect(await readRefresh(services, String(refreshId))).toMatchObject({ state: 'running', total: 0 });
    expect(await readHistory(services.database, 'refreshes', String(refreshId), 0, 9)).toMatchObject([
      { sequence: 1, actor: { sub: office().sub }, type: 'refresh-ordered', data: { refreshId, reason: '年度核对' } },
    ]);
    await workAll(services);
    expect(await readRefresh(services, String(refreshId))).toMatchObject({
      state: 'done',
      total: 230,
      processed: 230,
      changed: 60,
    });
    expect(await guardOf(services, codes[0] ?? '')).toMatchObject({ listedThrough: '2026-03-31', fileVersion: 2 });
    expect((await fileOf(services, codes[0] ?? ''))?.state.standing).toMatchObject({ listed: false, on: '2026-04-01' });
    expect((await fileOf(services, codes[100] ?? ''))?.version).toBe(1);
    expect(await faultsOfHistory(services, enterpriseLayout, codes[0] ?? '')).toEqual([]);
    expect(await nextDueOn(services)).toBeNull();
  });
});
