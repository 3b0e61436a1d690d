import { describe, expect, test } from 'vitest';
import { creditCode } from '../../support/fixtures.ts';
import { expected } from '../../support/lender.ts';
import type { BrowserCity } from '../browser-city.ts';

export function enteringStory(city: () => BrowserCity): void {
  describe('what the office enters itself', () => {
    test('a guarantee agreement, refused with the rule until a guarantor is a party of it', async () => {
      const office = await city().official('office-1', '#/institutions');
      const { page } = office;
      await office.button('登记担保协议').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('当事方').click();
      await page.getByTitle('平湖农商银行（银行）').click();
      await page.keyboard.press('Escape');
      await dialog.getByLabel('签订日').fill('2024-11-11');
      await dialog.getByLabel('有效期至').fill('2099-12-31');
      await dialog.getByLabel('额度').fill('5000');
      await dialog.getByLabel('担保费率（年）').fill('0.85');
      await office.findsNoBarrier('agreement');
      await office.screenshot('agreement');
      await dialog.getByRole('button', { name: '登记担保协议' }).click();
      await dialog.getByText('规则 R12').waitFor();
      await dialog.getByLabel('当事方').click();
      await page.getByTitle('人才科创担保分公司（担保机构）').click();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: '登记担保协议' }).click();
      await page.getByRole('cell', { name: '平湖农商银行、人才科创担保分公司' }).waitFor();
      const { items } = expected(await city().api.get('office-1', '/v1/agreements'));
      expect(items).toMatchObject([{ kind: 'guarantee', quotaFen: 5_000_000_000, feeBp: 85, signedOn: '2024-11-11' }]);
      await office.leaves();
    });

    test('a request for inclusion, kept through a reload, which then waits for the conference', async () => {
      const office = await city().official('office-1', '#/inclusions');
      const { page } = office;
      await page.getByRole('link', { name: '提出纳入申请' }).click();
      await page.getByRole('heading', { level: 1, name: '提出纳入申请' }).waitFor();
      await page.getByLabel('统一社会信用代码').fill(creditCode(921));
      await page.getByLabel('企业', { exact: true }).fill('平湖新纳入科技有限公司');
      await page.getByLabel('创新发展需要').fill('中试线建设');
      await page.getByLabel('缺乏融资渠道的情况').fill('轻资产，无抵押物');
      await page.getByLabel('第 1 份材料的档案编号').fill('档案-2026-1');
      await office.button('增加一份材料').click();
      await page.getByLabel('第 2 份材料的档案编号').fill('档案-2026-2');
      await office.findsNoBarrier('inclusion');
      await office.screenshot('inclusion-new');
      await page.reload();
      await page.getByText('已恢复您上次未提交的内容。').waitFor();
      await office.button('删除第 2 份材料').click();
      await office.button('提出纳入申请').click();
      await page.getByRole('heading', { level: 1, name: '特别纳入申请：平湖新纳入科技有限公司' }).waitFor();
      await page.getByRole('cell', { name: '档案-2026-1' }).waitFor();
      expect(await page.getByRole('cell', { name: '档案-2026-2' }).count()).toBe(0);
      await office.findsNoBarrier('inclusion submitted');
      await office.screenshot('inclusion-submitted');
      await office.leaves();
    });
  });
}
