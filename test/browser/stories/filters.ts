import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';

/** What has the focus, as it is read out. */
const focused = (page: Page): Promise<unknown> =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.tagName');

export function filtersStory(city: () => BrowserCity): void {
  describe('filtering a list', () => {
    test('each filter in force is a chip that takes it away, by click and by keyboard, and the address follows', async () => {
      const office = await city().official('office-1', '#/enterprises?q=平湖第&listed=true&category=high-tech');
      const { page } = office;
      const chips = page.getByRole('list', { name: '当前筛选' });
      await chips.waitFor();
      expect(await chips.getByRole('listitem').allInnerTexts()).toEqual([
        '搜索：平湖第',
        '名单状态：在名单内',
        '类别：高新技术企业',
        '清除筛选',
      ]);
      await page.getByRole('cell', { name: '平湖第1科技有限公司', exact: true }).waitFor();
      await office.findsNoBarrier('chips');
      await office.screenshot('chips');

      await office.button('取消筛选 搜索：平湖第').click();
      await chips.getByText('搜索').waitFor({ state: 'detached' });
      expect(await page.getByLabel('统一社会信用代码、名称或拼音首字母').inputValue()).toBe('');
      expect(page.url()).not.toContain('q=');
      expect(await focused(page), 'the next chip has the focus').toBe('取消筛选 名单状态：在名单内');

      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#\/enterprises\?listed=true$/);
      expect(await focused(page)).toBe('取消筛选 名单状态：在名单内');
      await page.keyboard.press('Space');
      await chips.waitFor({ state: 'detached' });
      expect(page.url()).toMatch(/#\/enterprises$/);
      expect(await focused(page), 'the filters themselves, when no chip is left').toBe('筛选条件');
      await office.leaves();
    });

    test('a word too short to search by is no filter, and all filters go at once', async () => {
      const office = await city().official('office-1', '#/enterprises?q=平');
      const { page } = office;
      await page.getByRole('cell', { name: '平湖第1科技有限公司', exact: true }).waitFor();
      expect(await page.getByRole('list', { name: '当前筛选' }).count()).toBe(0);
      await office.goes('/loans?state=overdue&mode=credit');
      await office.button('取消筛选 担保方式：信用').waitFor();
      await office.button('清除筛选').click();
      expect(page.url()).toMatch(/#\/loans$/);
      await office.leaves();
    });

    test('in English, and on a list within a page', async () => {
      const auditor = await city().official('auditor-1', '#/fund?from=2024-01-01', { language: 'en' });
      await auditor.button(/^Remove the filter From: 2024-01-01$/).waitFor();
      await auditor.findsNoBarrier('chips in English');
      await auditor.screenshot('chips-fund-en');
      await auditor.leaves();
    });

    test('the sheet of a list says states in words', async () => {
      const office = await city().official('office-1', '#/institutions');
      const download = office.page.waitForEvent('download');
      await office.page.getByRole('cell', { name: 'rcb', exact: true }).waitFor();
      await office.button('导出表格').first().click();
      const parts = unzipSync(readFileSync(await (await download).path()));
      const said = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(said).toContain('已准入');
      expect(said).not.toContain('admitted');
      await office.leaves();
    });
  });
}
