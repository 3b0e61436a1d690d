import { beforeAll, describe, expect, test } from 'vitest';
import { listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import { firstRefreshOn, refreshDue } from '../../../shared/operations/list/refresh-due.ts';
import { enterpriseLayout } from '../../../shared/store/enterprises.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { meterCapacity } from '../../bench/capacity-meter.ts';
import { creditCode } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { aRow, fileOf, guardOf, importRows, workAll } from './list-city.ts';

describe('a list as large as the city’s', () => {
  let store: TestStore;
  let meter: ReturnType<typeof meterCapacity>;
  const good = Array.from({ length: 1351 }, (_, index) => creditCode(index + 1));
  // Nine certificates end on one day; the others go on.
  const ending = good.slice(0, 9);
  const rows: unknown[] = good.map((code) =>
    aRow(code, { validUntil: ending.includes(code) ? '2026-03-05' : '2027-12-31' }),
  );
  const bad: readonly unknown[] = [
    aRow('91330482MA2TEST001'),
    aRow(creditCode(5001), { name: '  ' }),
    aRow(creditCode(5002), { issuedOn: '2025-02-30' }),
    aRow(creditCode(5003), { validUntil: '2024-12-31' }),
    'not a row',
    aRow(creditCode(5004), { level: 'A' }),
  ];
  // Spread over the call, so that their places say which they are.
  for (const [index, row] of bad.entries()) rows.splice(index * 200, 0, row);

  beforeAll(async () => {
    store = await openStore();
    meter = meterCapacity(store.services.database.client);
  });

  test('1,357 rows with six bad ones list 1,351 and name the six', async () => {
    const view = await importRows(store.services, rows);
    expect(view).toMatchObject({ state: 'done', total: 1357, processed: 1357, added: 1351, rejected: 6, unchanged: 0 });
    const rejections = await listOutcomes(store.services, view.importId, 'rejections', { limit: 10, after: undefined });
    expect(rejections?.items.map(({ row, code }) => [row, code])).toEqual([
      [1, 'credit-code-invalid'],
      [201, 'name-missing'],
      [401, 'date-invalid'],
      [601, 'dates-contradict'],
      [801, 'row-malformed'],
      [1001, 'field-unknown'],
    ]);
    expect(rejections?.next).toBeUndefined();
    expect(await faultsOfHistory(store.services, importLayout, view.importId)).toEqual([]);
    expect(await faultsOfHistory(store.services, enterpriseLayout, creditCode(700))).toEqual([]);
    expect((await fileOf(store.services, creditCode(700)))?.state.standing).toMatchObject({
      listed: true,
      listedSince: '2025-01-01',
      listedThrough: '2027-12-31',
      nextChangeOn: '2028-01-01',
    });
  });

  test('the same rows again change nothing and say so', async () => {
    meter.read();
    const view = await importRows(store.services, rows);
    expect(view).toMatchObject({ state: 'done', processed: 1357, added: 0, updated: 0, unchanged: 1351, rejected: 6 });
    const used = meter.read();
    // Rows, progress, line, outbox and trail of the import itself; nothing of any enterprise.
    expect(used.itemsWritten).toBeLessThan(60);
    expect((await fileOf(store.services, creditCode(700)))?.version).toBe(1);
  });

  test('the night after certificates end just those are off the list, and no others are read', async () => {
    expect(await firstRefreshOn(store.services)).toBe('2026-03-06');
    store.setNow('2026-03-05T16:10:00.000Z'); // 00:10 on the 6th in Shanghai.
    meter.read();
    expect(await refreshDue(store.services, store.services.now())).toEqual({ due: 9, jobs: 1 });
    await workAll(store.services);
    const used = meter.read();
    for (const code of ending) {
      expect((await fileOf(store.services, code))?.state.standing).toMatchObject({
        listed: false,
        listedThrough: '2026-03-05',
        nextChangeOn: null,
      });
      expect(await guardOf(store.services, code)).toMatchObject({ listedThrough: '2026-03-05', fileVersion: 2 });
    }
    expect((await fileOf(store.services, creditCode(10)))?.version).toBe(1);
    // Nine files of about a kilobyte, the due entries, the job: far below what reading the list would take.
    expect(used.itemsRead).toBeLessThan(9 * 2 + 10);
    expect(used.readUnits).toBeLessThan(20);
    expect(await firstRefreshOn(store.services)).toBe('2028-01-01');
    expect(await refreshDue(store.services, store.services.now())).toEqual({ due: 0, jobs: 0 });
  });
});
