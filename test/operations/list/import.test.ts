import { beforeEach, describe, expect, test } from 'vitest';
import { acceptImport } from '../../../shared/operations/list/accept-import.ts';
import { listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import { workList } from '../../../shared/operations/list/work.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { enterpriseLayout } from '../../../shared/store/enterprises.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { commandBy, creditCode, office } from '../../support/fixtures.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore } from '../../support/store.ts';
import { anImport, aRow, fileOf, guardOf, importRows, send, shown, workAll } from './list-city.ts';

const doorbell = (importId: string) => ({
  schemaVersion: 1 as const,
  jobId: importId,
  message: { kind: 'import-line', category: 'high-tech' },
});

describe('an import (R4, R6)', () => {
  let services: Services;
  beforeEach(async () => {
    ({ services } = await openStore());
  });

  test('the same request again is the same import', async () => {
    const request = anImport([aRow(creditCode(1))]);
    const context = commandBy(services, office(), 'import-once', { body: request });
    const first = await acceptImport(services, context, request);
    const second = await acceptImport(services, context, request);
    expect(second).toMatchObject({ kind: 'answered', replayed: true });
    expect(first.kind === 'answered' && second.kind === 'answered' && first.answer.body === second.answer.body).toBe(
      true,
    );
  });

  test('another name becomes the current one, and the older a former name', async () => {
    const code = creditCode(1);
    await importRows(services, [aRow(code, { name: '平湖甲科技有限公司' })]);
    expect(await importRows(services, [aRow(code, { name: '平湖乙科技有限公司' })])).toMatchObject({ updated: 1 });
    expect((await fileOf(services, code))?.state).toMatchObject({
      name: '平湖乙科技有限公司',
      formerNames: ['平湖甲科技有限公司'],
    });
    await importRows(services, [aRow(code, { name: '平湖甲科技有限公司' })]);
    expect((await fileOf(services, code))?.state).toMatchObject({
      name: '平湖甲科技有限公司',
      formerNames: ['平湖乙科技有限公司'],
    });
  });

  test('rows of one call that contradict each other are all rejected; identical ones count once', async () => {
    const rows = [
      aRow(creditCode(1), { name: '甲公司' }),
      aRow(creditCode(1), { name: '乙公司', certificateNumber: 'B' }),
      aRow(creditCode(2)),
      aRow(creditCode(2), { validUntil: '2029-12-31' }),
      aRow(creditCode(3)),
      aRow(creditCode(3)),
      aRow(creditCode(3), { issuedOn: '2020-01-01', validUntil: '2022-12-31' }),
    ];
    const view = await importRows(services, rows);
    expect(view).toMatchObject({ processed: 7, rejected: 4, added: 1, unchanged: 1, updated: 1 });
    const rejections = await listOutcomes(services, view.importId, 'rejections', { limit: 2, after: undefined });
    expect(rejections?.items.map(({ row, code }) => [row, code])).toEqual([
      [1, 'contradicts-row'],
      [2, 'contradicts-row'],
    ]);
    const rest = await listOutcomes(services, view.importId, 'rejections', { limit: 2, after: rejections?.next });
    expect(rest).toMatchObject({ items: [{ row: 3 }, { row: 4 }], next: undefined });
    expect((await fileOf(services, creditCode(3)))?.state.certificates).toHaveLength(1);
    expect(await faultsOfHistory(services, enterpriseLayout, creditCode(3))).toEqual([]);
  });

  test('a file that is full takes no more, and says so row by row', async () => {
    const code = creditCode(1);
    const rows = Array.from({ length: 205 }, (_, index) => aRow(code, { certificateNumber: `N${index}` }));
    expect(await importRows(services, rows)).toMatchObject({ state: 'done', added: 200, rejected: 5, processed: 205 });
    expect(await faultsOfHistory(services, enterpriseLayout, code)).toEqual([]);
    expect((await guardOf(services, code))?.fileVersion).toBe(200);
  });

  test('two workers on one line do everything once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => aRow(creditCode(index + 1)));
    const importId = await send(services, rows);
    const turn = { at: services.now(), hasTime: () => true };
    await Promise.all([1, 2, 3].map(() => workList(services, doorbell(importId), turn)));
    await workAll(services);
    expect(await shown(services, importId)).toMatchObject({ state: 'done', processed: 120, added: 120, unchanged: 0 });
    expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
    for (const number of [1, 60, 120]) {
      expect(await faultsOfHistory(services, enterpriseLayout, creditCode(number))).toEqual([]);
      expect((await fileOf(services, creditCode(number)))?.version).toBe(1);
    }
  });

  test('a worker that runs out of time is gone on with, from where it was', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => aRow(creditCode(index + 1)));
    const importId = await send(services, rows);
    let asked = 0;
    // Time for a few steps a turn.
    const hasTime = (): boolean => {
      asked += 1;
      return asked % 4 !== 0;
    };
    await workAll(services, hasTime);
    expect(await shown(services, importId)).toMatchObject({ state: 'done', added: 130, processed: 130 });
  });

  test('imports of two categories that name the same enterprises at once both take effect', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => aRow(creditCode(index + 1)));
    const ids = [await send(services, rows), await send(services, rows, { category: 'gazelle' })];
    const turn = { at: services.now(), hasTime: () => true };
    await Promise.all(
      ['high-tech', 'gazelle'].map((category, index) =>
        workList(services, { ...doorbell(ids[index] ?? ''), message: { kind: 'import-line', category } }, turn),
      ),
    );
    await workAll(services);
    for (const id of ids) expect(await shown(services, id)).toMatchObject({ state: 'done', added: 40 });
    const file = await fileOf(services, creditCode(17));
    expect(file?.state.standing.categories).toEqual(['gazelle', 'high-tech']);
    expect(await faultsOfHistory(services, enterpriseLayout, creditCode(17))).toEqual([]);
  });
});
