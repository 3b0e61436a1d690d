import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { creditCode } from '../../support/fixtures.ts';
import type { BrowserCity } from '../browser-city.ts';

const sheet = [
  '2026年平湖市瞪羚企业名单,,,',
  '单位名称,社会信用代码,认定日期,有效期至',
  `新星材料有限公司,${creditCode(901)},2025年12月1日,2027-11-30`,
  `远航电子有限公司,${creditCode(902)},2025/12/1,长期`,
  '错码科技有限公司,913304820000000000,2025-12-01,',
  `倒期科技有限公司,${creditCode(904)},2025-12-01,2024-12-01`,
].join('\r\n');

export function listImportStory(city: () => BrowserCity): void {
  describe('importing a list', () => {
    test('a sheet with bad rows is read, previewed, imported, and comes back with reasons', async () => {
      const office = await city().official('office-1', '#/enterprises/import');
      const { page } = office;
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '瞪羚.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet, 'utf8') });
      await page.getByText('已读取“瞪羚.csv”：4 行。').waitFor();
      await page.getByLabel('类别').click();
      await page.getByTitle('瞪羚企业').click();
      await page.getByLabel('认定文件名称').fill('关于公布瞪羚企业名单的通知');
      await office.findsNoBarrier();
      await office.screenshot('import-file');
      await office.button('预览变动').click();

      await page.getByText('将新增 2 项、变更 0 项、撤销 0 项资质；2 行不能导入，将被跳过。').waitFor();
      const unknown = await city().api.get('office-1', `/v1/enterprises/${creditCode(901)}`);
      expect(unknown.status, 'a preview writes nothing').toBe(404);
      await page.getByRole('cell', { name: '新星材料有限公司' }).waitFor();
      await office.findsNoBarrier();
      await office.screenshot('import-preview');
      await page.reload();
      await page.getByRole('tab', { name: '不能导入 (2)' }).click();
      await page.getByText('有效期早于发证日期；请核对两个日期。').waitFor();

      await office.button('确认导入').dblclick();
      await page.getByRole('heading', { level: 1, name: '关于公布瞪羚企业名单的通知' }).waitFor();
      const download = page.waitForEvent('download');
      await office.button('下载带结果的原表').click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('瞪羚-导入结果.xlsx');
      const parts = unzipSync(readFileSync(await file.path()));
      const said = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(said).toContain('有效期早于发证日期');
      expect(said.match(/>未导入</g)).toHaveLength(2);
      await office.findsNoBarrier();
      await office.screenshot('import-result');

      const { items } = (await city().api.get('office-1', '/v1/imports?limit=200')).body;
      const committed = (items as { category: string; dryRun: boolean }[]).filter(
        ({ category, dryRun }) => category === 'gazelle' && !dryRun,
      );
      expect(committed, 'a double click imports once').toHaveLength(1);
      await office.leaves();
    });

    test('the file of an enterprise shows standing, certificates, exposure and a history that verifies', async () => {
      const auditor = await city().official('auditor-1', `#/enterprises/${city().codes[0]}`);
      await auditor.page.getByRole('heading', { level: 1, name: '平湖第1科技有限公司' }).waitFor();
      await auditor.page.getByText('今天可以申请贷款').waitFor();
      await auditor.button('验证留痕').click();
      await auditor.page.getByText(/^留痕完整/).waitFor();
      await auditor.findsNoBarrier();
      await auditor.screenshot('enterprise');
      await auditor.leaves();
    });

    test('a file that is no sheet is refused in words', async () => {
      const office = await city().official('office-1', '#/enterprises/import');
      await office.page.locator('input[type="file"]').setInputFiles({
        name: 'x.xls',
        mimeType: 'application/vnd.ms-excel',
        buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      });
      await office.page.getByText('这是旧版 .xls 文件。').waitFor();
      await office.leaves();
    });
  });
}
