import { beforeEach, describe, expect, test } from 'vitest';
import { listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { creditCode } from '../../support/fixtures.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { aRow, fileOf, importRows, release, send, shown, workAll } from './list-city.ts';

const codes = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => creditCode(from + index));

describe('a replace (R6)', () => {
  let store: TestStore;
  let services: Services;
  beforeEach(async () => {
    store = await openStore();
    ({ services } = store);
  });

  const isListed = async (code: string): Promise<boolean> =>
    (await fileOf(services, code))?.state.standing.listed ?? false;

  test('revokes what no row names, up to a tenth of the category, and a later import makes it valid again', async () => {
    const all = codes(1, 20);
    await importRows(
      services,
      all.map((code) => aRow(code)),
    );
    const view = await importRows(
      services,
      all.slice(2).map((code) => aRow(code)),
      { mode: 'replace' },
    );
    expect(view).toMatchObject({ state: 'done', unchanged: 18, revoked: 2, releasedBy: null });
    expect(view.extent).toEqual({ revocations: 2, certificates: 20, limitBp: 1000 });
    expect([await isListed(all[0] ?? ''), await isListed(all[2] ?? '')]).toEqual([false, true]);

    store.setNow('2026-03-09T02:00:00.000Z');
    expect(await importRows(services, [aRow(all[0] ?? '')])).toMatchObject({ added: 0, updated: 1 });
    const file = await fileOf(services, all[0] ?? '');
    expect(file?.state.certificates[0]?.revocations).toEqual([{ from: '2026-03-02', until: '2026-03-09' }]);
    expect(file?.state.standing).toMatchObject({ listed: true, listedSince: '2026-03-09' });
  });

  test('one certificate over the limit waits for another official, with nothing written to the list', async () => {
    const all = codes(1, 20);
    await importRows(
      services,
      all.map((code) => aRow(code)),
    );
    const rows = [...all.slice(3).map((code) => aRow(code)), aRow(creditCode(99))];
    const importId = await send(services, rows, { mode: 'replace' });
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({
      state: 'awaiting-release',
      processed: 0,
      extent: { revocations: 3, certificates: 20 },
    });
    expect(await fileOf(services, creditCode(99))).toBeNull();

    expect(await release(services, importId, 'office-1')).toMatchObject({ kind: 'refused', code: 'four-eyes' });
    expect(await release(services, importId)).toMatchObject({ kind: 'answered' });
    expect(await release(services, importId)).toMatchObject({ kind: 'refused', code: 'state-conflict' });
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({
      state: 'done',
      added: 1,
      unchanged: 17,
      revoked: 3,
      releasedBy: 'office-2',
    });
    expect(await isListed(all[0] ?? '')).toBe(false);
  });

  test('while it waits the line goes on, and what later imports add or name it does not revoke', async () => {
    const all = codes(1, 10);
    await importRows(
      services,
      all.map((code) => aRow(code)),
    );
    const importId = await send(services, [aRow(all[9] ?? '')], { mode: 'replace' });
    await workAll(services);
    // Names one that is there, adds one, and names a third in a row that is rejected.
    const later = [aRow(all[0] ?? ''), aRow(creditCode(50)), aRow(all[1] ?? '', { issuedOn: 'soon' })];
    expect(await importRows(services, later)).toMatchObject({ state: 'done', added: 1, unchanged: 1, rejected: 1 });
    await release(services, importId);
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'done', revoked: 7, unchanged: 1 });
    const listed = await Promise.all([...all, creditCode(50)].map(isListed));
    expect(listed).toEqual([true, true, ...Array(7).fill(false), true, true]);
  });

  test('a rejected row protects what it names by code, and by number', async () => {
    const all = codes(1, 30);
    await importRows(
      services,
      all.map((code, index) => aRow(code, { certificateNumber: `GR${index}` })),
    );
    const rows: unknown[] = all.slice(3).map((code, index) => aRow(code, { certificateNumber: `GR${index + 3}` }));
    rows.push(aRow(all[0] ?? '', { certificateNumber: 'another', validUntil: '2020-01-01' }));
    rows.push(aRow('no code', { certificateNumber: ' ＧＲ1 ' }));
    const view = await importRows(services, rows, { mode: 'replace' });
    expect(view).toMatchObject({ rejected: 2, revoked: 1 });
    expect(await Promise.all(all.slice(0, 4).map(isListed))).toEqual([true, true, false, true]);
  });

  test('in parts it revokes when all parts are done, counting what every part names', async () => {
    const all = codes(1, 20);
    await importRows(
      services,
      all.map((code) => aRow(code)),
    );
    const part = (number: number, rows: readonly string[]) =>
      importRows(
        services,
        rows.map((code) => aRow(code)),
        {
          mode: 'replace',
          set: { id: 'spring', part: number, parts: 3 },
        },
      );
    expect(await part(3, all.slice(0, 6))).toMatchObject({ state: 'done', unchanged: 6, revoked: 0, extent: null });
    expect(await part(1, all.slice(6, 12))).toMatchObject({ state: 'done', revoked: 0 });
    // Accepted between the parts, so later than the replace.
    await importRows(services, [aRow(all[19] ?? '')]);
    expect(await part(2, all.slice(12, 18))).toMatchObject({ state: 'done', unchanged: 6, revoked: 1 });
    expect([await isListed(all[18] ?? ''), await isListed(all[19] ?? '')]).toEqual([false, true]);
    await expect(part(2, [])).rejects.toThrow('already-exists');
  });

  test('a dry run tells all that would change and changes nothing, however much that is', async () => {
    const all = codes(1, 4);
    await importRows(
      services,
      all.map((code) => aRow(code)),
    );
    const rows = [aRow(all[0] ?? ''), aRow(all[1] ?? '', { validUntil: '2028-06-30' }), aRow(creditCode(9))];
    const view = await importRows(services, rows, { mode: 'replace', dryRun: true });
    expect(view).toMatchObject({ state: 'done', added: 1, updated: 1, unchanged: 1, revoked: 2, processed: 3 });
    const changes = await listOutcomes(services, view.importId, 'changes', { limit: 50, after: undefined });
    expect(changes?.items.map(({ row, creditCode: code, change }) => [row, code, change])).toEqual([
      [2, all[1], 'updated'],
      [3, creditCode(9), 'added'],
      [null, all[2], 'revoked'],
      [null, all[3], 'revoked'],
    ]);
    expect(await fileOf(services, creditCode(9))).toBeNull();
    expect((await fileOf(services, all[1] ?? ''))?.version).toBe(1);
    // A dry run takes no part in what protects: the real one revokes the same.
    const real = await send(services, rows, { mode: 'replace' });
    await workAll(services);
    expect(await shown(services, real)).toMatchObject({ state: 'awaiting-release', extent: { revocations: 2 } });
  });

  test('of a category that is not in force every row is rejected and nothing is revoked', async () => {
    const view = await importRows(services, [aRow(creditCode(1))], { mode: 'replace', category: 'unicorn' });
    expect(view).toMatchObject({ state: 'done', rejected: 1, revoked: 0 });
  });
});
