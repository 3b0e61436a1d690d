import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';

const nextYear = (): string => `${new Date().getUTCFullYear() + 1}-07-01`;

export function policyStory(city: () => BrowserCity): void {
  describe('a policy version', () => {
    test('is drafted, tried on today’s list, and approved by another; its drafter is told that they cannot', async () => {
      const drafter = await city().official('office-1', '#/policies/new');
      const { page } = drafter;
      await page.getByLabel('名称', { exact: true }).fill('2027年修订');
      await page.getByLabel('生效日').fill(nextYear());
      await page.getByLabel('文件名称').fill('关于修订实施办法的通知');
      await page.getByLabel('要修改的参数').fill('单户');
      await page.getByTitle('单户贷款上限').click();
      await page.keyboard.press('Escape');
      await page.getByLabel('单户贷款上限 (R10)').fill('二百万');
      await drafter.button('起草新版本').click();
      await page.getByText('填写格式不对: 按万元填写').waitFor();
      await page.getByLabel('单户贷款上限 (R10)').fill('500');
      await drafter.findsNoBarrier();
      await drafter.screenshot('policy-draft');
      await drafter.button('起草新版本').click();
      await page.getByRole('heading', { level: 1, name: '2027年修订' }).waitFor();
      const address = new URL(page.url()).hash;
      await page.getByText('您是起草人，须由另一名工作人员批准。').waitFor();
      expect(await drafter.button('批准').isDisabled()).toBe(true);
      await drafter.leaves();

      const other = await city().official('office-2', address);
      await other.page.getByRole('cell', { name: '500 万元' }).first().waitFor();
      await other.button('试算').click();
      await other.page.getByText(/^试算完成：核对/).waitFor();
      await other.findsNoBarrier();
      await other.screenshot('policy');
      await other.button('批准').click();
      await other.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      await other.page.getByText('已批准，自生效日起施行。').waitFor();
      await other.leaves();
    });
  });
}
