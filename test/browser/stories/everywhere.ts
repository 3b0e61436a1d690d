import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';

const pages: readonly (readonly [string, string])[] = [
  ['/inclusions', '特别纳入'],
  ['/loans', '贷款'],
  ['/claims', '代偿'],
  ['/meetings', '联席会议'],
  ['/institutions', '机构'],
  ['/institutions/rcb', '平湖农商银行'],
  ['/policies', '政策'],
  ['/policies/measures-2024', ''],
  ['/audit/checks', '夜间检查'],
  ['/enterprises/imports', '导入记录'],
  ['/audit', '审计'],
];

export function everywhereStory(city: () => BrowserCity): void {
  describe('every page', () => {
    test('opens without a barrier, in Chinese', async () => {
      const auditor = await city().official('auditor-1');
      for (const [path, heading] of pages) {
        await auditor.goes(path, heading);
        await auditor.page.waitForLoadState('networkidle');
        await auditor.findsNoBarrier();
        await auditor.screenshot(`page${path.replaceAll('/', '-')}`);
      }
      await auditor.button('验证').click();
      await auditor.page.getByText(/条记录全部一致。$/).waitFor();
      await auditor.goes('/nowhere');
      await auditor.page.getByText('没有这个页面', { exact: true }).first().waitFor();
      await auditor.leaves();
    });

    test('fits a phone: nothing is wider than the screen', async () => {
      const member = await city().official('member-science', '', { width: 390, height: 844 });
      for (const path of ['/', '/enterprises', '/meetings', '/fund']) {
        await member.goes(path);
        await member.page.waitForLoadState('networkidle');
        expect(await member.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      }
      await member.button('菜单').click();
      await member.page.getByRole('dialog').getByRole('link', { name: '资金' }).waitFor();
      await member.findsNoBarrier();
      await member.screenshot('phone-menu');
      await member.leaves();
    });
  });
}
