import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { importRows } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

/** The way of the rows through the running system; a list as large as the city's own is in list/thousand-rows and the sample city. */
describe('the list, over HTTP', () => {
  let system: RunningSystem;
  let api: Api;
  const good = Array.from({ length: 351 }, (_, index) => ({
    creditCode: creditCode(index + 1),
    name: `平湖市第${index + 1}号科技有限公司`,
    certificateNumber: `GR2024${String(index + 1).padStart(6, '0')}`,
    issuedOn: '2024-03-01',
    // Ten of them end on one night.
    validUntil: index < 10 ? '2026-03-31' : '2027-02-28',
  }));
  const first = good[0];
  const bad = [
    { ...first, creditCode: '91330482MA0000001Z' },
    { ...good[1], creditCode: creditCode(5001), name: '' },
    { ...good[2], creditCode: creditCode(5002), issuedOn: '2024-02-30' },
    { ...good[3], creditCode: creditCode(5003), validUntil: '2023-01-01' },
    { ...good[4], creditCode: creditCode(5004), validUntil: '2026-01-01' },
    { ...good[4], creditCode: creditCode(5004), validUntil: '2026-01-02' },
  ];
  // The bad ones lie among the good ones.
  const rows = [...good.slice(0, 200), ...bad, ...good.slice(200)];

  beforeAll(async () => {
    system = await startSystem({ now: '2026-03-02T01:00:00.000Z' });
    api = new Api(system.url);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  // Some 11,000 items: a machine that is busy with other tests takes its time.
  test('357 rows with six bad ones list 351 enterprises and name the six', { timeout: 120_000 }, async () => {
    const done = await importRows(api, rows);
    expect(done).toMatchObject({ state: 'done', total: 357, processed: 357, added: 351, rejected: 6, unchanged: 0 });
    const { body } = await api.get('office-1', `/v1/imports/${done.importId}/rejections`);
    expect((body.items as { row: number; code: string }[]).map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 201, code: 'credit-code-invalid' },
      { row: 202, code: 'name-missing' },
      { row: 203, code: 'date-invalid' },
      { row: 204, code: 'dates-contradict' },
      { row: 205, code: 'contradicts-row' },
      { row: 206, code: 'contradicts-row' },
    ]);
    expect(await countListed()).toBe(351);
  });

  test('the same rows again change nothing and say so', async () => {
    const again = await importRows(api, rows);
    expect(again).toMatchObject({ state: 'done', added: 0, updated: 0, unchanged: 351, rejected: 6, revoked: 0 });
    expect(await countListed()).toBe(351);
  });

  test('they are found by code, by a part of the name, and by pinyin initials', async () => {
    const find = async (q: string) =>
      (await api.get('office-1', `/v1/enterprises?q=${encodeURIComponent(q)}&limit=200`)).body.items as {
        creditCode: string;
      }[];
    expect((await find(creditCode(77).slice(0, 17))).map((found) => found.creditCode)).toEqual([creditCode(77)]);
    expect((await find('第234号')).map((found) => found.creditCode)).toEqual([creditCode(234)]);
    expect((await find('号科技')).length).toBe(200);
    expect((await find('kjyxgs')).length).toBe(200);
    expect(await find('不存在的名字')).toEqual([]);
  });

  test('the night after ten certificates end, just those ten are off the list', async () => {
    await api.moveClock('2026-03-31T15:59:00.000Z');
    expect(await countListed()).toBe(351);
    await api.moveClock('2026-03-31T16:11:00.000Z');
    expect(await countListed()).toBe(341);
    const off = await api.get('office-1', '/v1/enterprises?listed=false&limit=200');
    const codes = (off.body.items as { creditCode: string }[]).map((item) => item.creditCode).sort();
    expect(codes).toEqual(
      good
        .slice(0, 10)
        .map((row) => row.creditCode)
        .sort(),
    );
  });

  async function countListed(): Promise<number> {
    let count = 0;
    let cursor = '';
    do {
      const { body } = await api.get('office-1', `/v1/enterprises?listed=true&limit=200${cursor}`);
      count += (body.items as unknown[]).length;
      cursor = body.nextCursor === null ? '' : `&cursor=${encodeURIComponent(String(body.nextCursor))}`;
    } while (cursor !== '');
    return count;
  }
});
