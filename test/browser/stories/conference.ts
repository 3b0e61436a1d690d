import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';
import { acceptedClaim, submittedClaim } from '../seed.ts';

const units = ['science', 'economy', 'finance', 'market', 'talent', 'fdc', 'pboc'];

/** From a claim that has come in to its payment, by everybody who has a part in it, each in a browser context of their own. */
export function conferenceStory(city: () => BrowserCity): void {
  describe('a conference', () => {
    let claimId: string;
    let address: string;

    test('the office accepts a claim with its papers before it', async () => {
      const { api, codes } = city();
      claimId = await submittedClaim(api, String(codes[10]), '平农商借字（2021）第0325号');
      const office = await city().official('office-1', `#/claims/${claimId}`);
      await office.page.getByText('材料齐全，符合申请条件。').waitFor();
      await office.findsNoBarrier();
      await office.screenshot('claim');
      await office.button('受理').click();
      await office.page.getByRole('dialog').getByRole('button', { name: '受理' }).click();
      await office.page.getByText('已受理，可以列入会议。').waitFor();
      await office.leaves();
    });

    test('is convened', async () => {
      const { api, codes } = city();
      await acceptedClaim(api, String(codes[11]), 'HT-2');
      const office = await city().official('office-1', '#/meetings/new');
      const { page } = office;
      await page.getByLabel('会议名称').fill('2026年第一次联席会议');
      await page.getByRole('checkbox', { name: new RegExp(String(codes[10])) }).check();
      await page.getByRole('checkbox', { name: new RegExp(String(codes[11])) }).check();
      await office.findsNoBarrier();
      await office.screenshot('convene');
      await office.button('召开会议').click();
      await page.getByRole('heading', { level: 1, name: '2026年第一次联席会议' }).waitFor();
      address = new URL(page.url()).hash;
      await office.leaves();
    });

    test('is voted on by seven members on phones, one by keyboard alone, while the office watches the count', async () => {
      const office = await city().official('office-1', address);
      for (const unit of units) {
        const member = await city().official(`member-${unit}`, `${address}/vote`, { width: 390, height: 844 });
        const { page } = member;
        const forms = page.locator('form');
        await forms.nth(1).waitFor();
        if (unit === 'pboc') {
          await page.getByRole('radio', { name: '同意', exact: true }).first().focus();
          await page.keyboard.press('Space');
          await member.tabsTo('提交投票');
          await page.keyboard.press('Enter');
        } else {
          await forms
            .nth(0)
            .getByText(unit === 'market' ? '弃权' : '同意', { exact: true })
            .click();
          await forms.nth(0).getByLabel('意见（可不填）').fill(`${unit} 同意按本金认定`);
          await forms.nth(0).getByRole('button', { name: '提交投票' }).click();
        }
        await page.getByText(/^投票已提交/).waitFor();
        if (unit === 'science') {
          await member.findsNoBarrier();
          await member.screenshot('vote-phone');
        }
        await forms.nth(1).getByText('不同意', { exact: true }).click();
        await forms.nth(1).getByRole('button', { name: '提交投票' }).click();
        await page.getByText('您单位已投：不同意').waitFor();
        await member.leaves();
      }
      await office.page.getByText('同意 6，不同意 0，弃权 1，回避 0；7 / 7 个单位已投票。').waitFor();
      await office.findsNoBarrier();
      await office.screenshot('meeting');
      await office.leaves();
    });

    test('resolves, settles what was approved once there is money, and its minutes are printed', async () => {
      const office = await city().official('office-1', address);
      const { page } = office;
      await office.button('形成决议').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('决议后投票结束').waitFor();
      await office.findsNoBarrier();
      await dialog.getByRole('button', { name: '形成决议' }).click();
      await page.getByText('决议执行进度：2 / 2').waitFor();
      await office.goes(`/claims/${claimId}`, '代偿申请');
      await page.getByText('等待资金。').waitFor();

      const finance = await city().official('finance-1', '#/fund');
      await finance.button('登记拨款').click();
      const form = finance.page.getByRole('dialog');
      await form.getByLabel('金额').fill('1000');
      await form.getByText('即 10,000,000.00 元').waitFor();
      await form.getByLabel('拨款文号').fill('平财企〔2026〕12号');
      await form.getByRole('button', { name: '登记拨款' }).click();
      await finance.page.getByText('已登记拨款 1,000 万元。').waitFor();
      await finance.findsNoBarrier();
      await finance.screenshot('fund');

      await page.getByText('已结算待拨付').waitFor();
      await page.getByText('18 万元').first().waitFor();
      await office.findsNoBarrier();
      await office.screenshot('claim-settled');
      await office.goes(`${address.slice(1)}/minutes`);
      await page.getByText('2026年第一次联席会议').first().waitFor();
      await office.findsNoBarrier();
      await office.screenshot('minutes');
      const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(printed.subarray(0, 5).toString()).toBe('%PDF-');

      await finance.goes('/fund/payments', '待拨付');
      await finance.button('登记拨付').click();
      const payment = finance.page.getByRole('dialog');
      await payment.getByLabel('凭证号').fill('2026-0001');
      await payment.getByRole('button', { name: '登记拨付' }).click();
      await finance.page.getByText('已登记拨付。').waitFor();
      await finance.leaves();
      await office.leaves();
      const { body } = await city().api.get('office-1', `/v1/claims/${claimId}`);
      expect(body).toMatchObject({ state: 'paid', voucherNumber: '2026-0001', shares: { fundFen: 18_000_000 } });
    });
  });
}
