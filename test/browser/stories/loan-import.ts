import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expected } from '../../support/lender.ts';
import type { BrowserCity } from '../browser-city.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export function loanImportStory(city: () => BrowserCity): void {
  describe('importing older loans', () => {
    test('a sheet is read, checked, imported, and comes back with reasons', async () => {
      const [, , , , , , , , , , code] = city().codes;
      const days = `${daysAgo(300)},${daysAgo(290)},${daysAgo(-75)}`;
      const sheet = [
        '统一社会信用代码,贷款银行,合同编号,贷款金额（万元）,贷款余额（元）,担保方式,年利率,申请日期,放款日期,到期日',
        `${code},平湖农商银行,旧-1,30,250000,信用,4.35%,${days}`,
        `${code},不认识的银行,旧-2,30,300000,信用,4.35%,${days}`,
        `${code},平湖农商银行,旧-3,约三十,300000,信用,4.35%,${days}`,
      ].join('\n');
      const office = await city().official('office-1', '#/loans');
      const { page } = office;
      await page.getByRole('link', { name: '导入历史贷款' }).click();
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: '旧贷款.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet, 'utf8') });
      await page.getByText('已读取“旧贷款.csv”：3 行。').waitFor();
      await office.findsNoBarrier('file');
      await office.screenshot('loan-import-file');
      await office.button('核对').click();

      await page.getByText('有 2 行的金额、利率或机构没有读懂（表中标红），导入时会被退回。').waitFor();
      await page.getByRole('row', { name: /^1 .*平湖农商银行 旧-1 30 万元 25 万元 信用 4.35 %/ }).waitFor();
      await office.findsNoBarrier('check');
      await office.screenshot('loan-import-check');
      await page.reload();
      await office.button('确认导入').click();

      await page.getByRole('heading', { level: 1, name: '历史贷款导入' }).waitFor();
      await page.getByText('未导入的行').waitFor();
      await page.getByRole('cell', { name: '贷款银行不对：应为系统中机构的名称或代号。' }).waitFor();
      await office.findsNoBarrier('result');
      await office.screenshot('loan-import-result');
      const download = page.waitForEvent('download');
      await office.button('下载带结果的原表').click();
      const parts = unzipSync(readFileSync(await (await download).path()));
      const rows =
        strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).match(/<row r="\d+">.*?<\/row>/g) ?? [];
      expect(rows[1]).toContain('已导入');
      expect(rows[3]).toMatch(/未导入.*金额不对：.*应为数字，以元计/);
      const { items } = expected(await city().api.get('office-1', '/v1/loans?contractNumber=旧-1'));
      expect(items).toMatchObject([{ creditCode: code, principalFen: 30_000_000, outstandingFen: 25_000_000 }]);
      await office.leaves();
    });
  });
}
