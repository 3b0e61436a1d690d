import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { untilImported } from '../../support/api.ts';
import { creditCode } from '../../support/fixtures.ts';
import { expected } from '../../support/lender.ts';
import type { BrowserCity } from '../browser-city.ts';

const rowsInAll = 5_200;
const known = (index: number): string => `长表第${index}科技有限公司`;

/** Longer than one call takes; nearly all rows have a wrong code, so that they are judged at once. */
function sheet(): Buffer {
  const wrong = Array.from({ length: rowsInAll - 4 }, (_, index) => `错码第${index + 1}有限公司,错码,2025-12-01,`);
  const rows = [
    `${known(1)},${creditCode(911)},2025-12-01,2027-11-30`,
    `${known(2)},${creditCode(912)},2025-12-01,2027-11-30`,
    ...wrong,
    `${known(3)},${creditCode(913)},2025-12-01,2027-11-30`,
    // Contradicts the second row; they must be judged together.
    `另一个名字有限公司,${creditCode(912)},2025-12-01,2027-11-30`,
  ];
  return Buffer.from(['企业名称,统一社会信用代码,认定日期,有效期至', ...rows].join('\n'), 'utf8');
}

/** How many sheets the browser keeps, asked within the page. */
const sheetsKept = `new Promise((resolve) => {
  const opening = indexedDB.open('imports', 1);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('sheets').objectStore('sheets').count();
    counting.onsuccess = () => resolve(counting.result);
  };
})`;

interface Call {
  readonly key: string;
  readonly dryRun: boolean;
  readonly part: number;
  readonly rows: number;
}

function callsOf(page: Page): readonly Call[] {
  const calls: Call[] = [];
  page.on('request', (request: Request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/v1/imports')) return;
    const { dryRun, set, rows } = request.postDataJSON();
    calls.push({ key: request.headers()['idempotency-key'] ?? '', dryRun, part: set.part, rows: rows.length });
  });
  return calls;
}

/** Whether a request sends the second part, in earnest. */
function isSecond(request: Request): boolean {
  if (request.method() !== 'POST' || !request.url().endsWith('/v1/imports')) return false;
  const { dryRun, set } = request.postDataJSON();
  return !dryRun && set.part === 2;
}

export function longImportStory(city: () => BrowserCity): void {
  describe('importing a list that is longer than one call', () => {
    test('is sent in parts by a key each, goes on after a reload in the middle, and comes back whole', async () => {
      const office = await city().official('office-1', '#/enterprises/import', { isNew: true });
      const { page } = office;
      const calls = callsOf(page);
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '长表.csv', mimeType: 'text/csv', buffer: sheet() });
      await page.getByText('已读取“长表.csv”：5,200 行。').waitFor();
      await page.getByLabel('类别').click();
      await page.getByTitle('隐形冠军').click();
      await page.getByLabel('认定文件名称').fill('关于公布隐形冠军名单的通知');
      await office.button('预览变动').click();
      await page.getByText('将新增 2 项、变更 0 项、撤销 0 项资质；5,198 行不能导入，将被跳过。').waitFor();
      await page.getByRole('row', { name: new RegExp(`5199 ${known(3)}`) }).waitFor();

      // The second part is cut off on its way, and the page with it.
      await page.route('**/v1/imports', (route) => (isSecond(route.request()) ? undefined : route.continue()));
      const first = page.waitForRequest(isSecond);
      await office.button('确认导入').click();
      await first;
      await page.getByText('正在发送：1 / 2 批').waitFor();
      await office.findsNoBarrier('sending');
      await office.screenshot('long-import-sending');
      const again = page.waitForRequest(isSecond);
      await page.reload();
      await again;
      // Not before the reload: what is held back goes on as soon as nobody holds it.
      await page.unroute('**/v1/imports');

      await page.getByRole('heading', { level: 1, name: '关于公布隐形冠军名单的通知' }).waitFor();
      await office.button('下载带结果的原表').waitFor();
      await office.findsNoBarrier('result');
      await office.screenshot('long-import-result');
      const committed = calls.filter(({ dryRun }) => !dryRun);
      expect(
        committed.map(({ part }) => part),
        'the first part is not sent again',
      ).toEqual([1, 2, 2]);
      expect(committed[1]?.key, 'the second goes by the same key').toBe(committed[2]?.key);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(4);
      expect(committed.slice(1).map(({ rows }) => rows)).toEqual([200, 200]);

      const download = page.waitForEvent('download');
      await office.button('下载带结果的原表').click();
      const parts = unzipSync(readFileSync(await (await download).path()));
      const said = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      const rows = said.match(/<row r="\d+">.*?<\/row>/g) ?? [];
      expect(rows).toHaveLength(rowsInAll + 1);
      expect(rows[1]).toContain('已导入');
      expect(rows[2]).toMatch(/未导入.*与本次导入的另一行矛盾/);
      expect(rows[3]).toMatch(/未导入.*统一社会信用代码不对/);
      expect(rows[rowsInAll - 1]).toContain('已导入');
      expect(rows[rowsInAll]).toMatch(/未导入.*与本次导入的另一行矛盾/);

      await page.getByRole('link', { name: '第 2 / 2 批' }).click();
      await page.getByRole('link', { name: '查看整张表的导入结果' }).click();
      await page.getByText('分批情况').waitFor();
      expect(await page.evaluate(sheetsKept)).toBe(1);
      await office.button('退出登录').click();
      await office.button('登录').waitFor();
      expect(await page.evaluate(sheetsKept), 'the next one at this machine finds no sheet').toBe(0);
      await office.leaves();
    });

    test('a part that cannot be sent is told and goes on from there; what a replace revokes waits for a release', async () => {
      const { api } = city();
      const unnamed = [{ creditCode: creditCode(914), name: '未列入有限公司', issuedOn: '2025-01-01' }];
      const before = { category: 'single-product-champion', mode: 'merge', source: { title: '旧名单' }, rows: unnamed };
      await untilImported(api, String(expected(await api.post('office-1', '/v1/imports', before), 202).importId));
      const office = await city().official('office-1', '#/enterprises/import');
      const { page } = office;
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '长表.csv', mimeType: 'text/csv', buffer: sheet() });
      await page.getByLabel('类别').click();
      await page.getByTitle('单项冠军').click();
      await page.getByText('替换：表中未列的同类证书将被撤销').click();
      await page.getByLabel('认定文件名称').fill('关于公布单项冠军名单的通知');
      await page.route('**/v1/imports', (route) =>
        route.request().postDataJSON()?.set?.part === 2 ? route.abort() : route.continue(),
      );
      await office.button('预览变动').click();
      await page.getByText('已发送 1 / 2 批，余下的未能发送：').waitFor();
      await office.findsNoBarrier('stopped');
      await office.screenshot('long-import-stopped');
      await page.unroute('**/v1/imports');
      await office.button('继续发送').click();
      await page.getByText('将新增 2 项、变更 0 项、撤销 1 项资质；5,198 行不能导入，将被跳过。').waitFor();
      await page.getByText('撤销超过该类别的 10%，导入后须由另一名工作人员放行才会执行。').waitFor();

      await office.button('确认导入').click();
      await page.getByText('将撤销 1 项资质（该类别共 2 项）。').waitFor();
      await office.findsNoBarrier('awaits release');
      await office.screenshot('long-import-awaiting');
      const { items } = expected(await api.get('office-2', '/v1/imports?limit=1'));
      const [last] = items as { importId: string; set: { part: number } }[];
      expect(last?.set.part).toBe(2);
      expected(await api.post('office-2', `/v1/imports/${last?.importId}/release`, {}));
      await page.getByRole('row', { name: '第 2 / 2 批 200 已完成' }).waitFor();
      await office.leaves();
    });

    test('of a sheet that is not on this machine any more is said so', async () => {
      const office = await city().official(
        'office-1',
        '#/enterprises/import?plan=738f5fe1-ef69-4a8d-a3c9-d7af022f6025',
      );
      await office.page.getByText('这张表已不在本机').waitFor();
      await office.button('选择表格文件').waitFor();
      await office.findsNoBarrier('gone');
      await office.leaves();
    });
  });
}
