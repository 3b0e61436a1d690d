import { describe, expect, test } from 'vitest';
import { claimAreas } from '../../../shared/contracts/refusals/claim.ts';
import { conferenceRefusals } from '../../../shared/contracts/refusals/conference.ts';
import { lendingRefusals } from '../../../shared/contracts/refusals/lending.ts';
import { paymentRefusals } from '../../../shared/contracts/refusals/payment.ts';
import { type Refusal, refusedBy, stateConflict } from '../../../shared/domain/refusal.ts';
import { problemReply } from '../../../shared/platform/problem.ts';
import { importRows } from '../../support/city.ts';
import { creditCode } from '../../support/fixtures.ts';
import { Lender } from '../../support/lender.ts';
import type { BrowserCity } from '../browser-city.ts';

const problems = [...claimAreas, lendingRefusals, conferenceRefusals, paymentRefusals];

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Applications that no machine may confirm: the listing ends before a confirmation would. */
async function awaitingOffice(city: BrowserCity, number: number): Promise<string> {
  const code = creditCode(number);
  const row = { creditCode: code, name: `平湖短证第${number}有限公司`, issuedOn: '2024-01-01', validUntil: inDays(30) };
  await importRows(city.api, [row]);
  const lender = new Lender(city.api);
  const applicationId = await lender.applied(code, 200_000_000);
  await lender.approve(applicationId);
  return applicationId;
}

export function reviewStory(city: () => BrowserCity): void {
  describe('a review', () => {
    test('is returned by keyboard alone, through a session that ends while the reason is typed', async () => {
      const applicationId = await awaitingOffice(city(), 701);
      const office = await city().official('office-1', '#/reviews?state=approved-by-institution', { isNew: true });
      const { page } = office;
      await page.getByRole('link', { name: '平湖短证第701有限公司' }).waitFor();
      await office.findsNoBarrier();
      await office.screenshot('reviews');
      await office.goes(`/reviews/${applicationId}`, '贷款申请');
      await page.getByText('各项条件均符合。').waitFor();
      await office.findsNoBarrier();
      await office.screenshot('review');

      await office.button('退回').focus();
      await page.keyboard.press('Enter');
      const reason = page.getByRole('dialog').getByLabel('原因');
      await reason.focus();
      await page.keyboard.type('请补充研发费用明细');
      await office.loseToken();
      await office.tabsTo('退回');
      await page.keyboard.press('Enter');
      await page.getByText('登录已过期').waitFor();
      await office.findsNoBarrier();
      await office.screenshot('expired');
      await office.button('重新登录').click();

      await page.getByText('已恢复您上次未提交的内容。').waitFor();
      expect(await reason.inputValue()).toBe('请补充研发费用明细');
      await reason.focus();
      await office.tabsTo('退回');
      await page.keyboard.press('Enter');
      await page.getByText('已退回。').waitFor();
      await office.leaves();
      const { body } = await city().api.get('bank-rcb', `/v1/applications/${applicationId}`);
      expect(body).toMatchObject({ state: 'returned', reason: '请补充研发费用明细' });
    });

    test('of what somebody else has decided meanwhile is refused in the API’s own words, which stay', async () => {
      const applicationId = await awaitingOffice(city(), 702);
      const office = await city().official('office-1', `#/reviews/${applicationId}`);
      await office.button('驳回').click();
      const dialog = office.page.getByRole('dialog');
      await dialog.getByLabel('原因').fill('不符合用途');
      await city().api.post('office-2', `/v1/applications/${applicationId}/reviews`, { decision: 'approve' });
      await dialog.getByRole('button', { name: '驳回' }).click();
      await dialog.getByRole('alert').waitFor();
      await office.findsNoBarrier();
      await office.screenshot('refused');
      expect(await dialog.getByRole('alert').innerText()).toContain('当前为 3');
      expect(await dialog.getByLabel('原因').inputValue()).toBe('不符合用途');
      await office.leaves();
    });

    test('shows each fact of a refusal by its name and kind: money, counts, rates, states, and a list in words', async () => {
      const office = await city().official('office-1', `#/reviews/${await awaitingOffice(city(), 703)}`);
      await office.button('驳回').click();
      const dialog = office.page.getByRole('dialog');
      await dialog.getByLabel('原因').fill('不符合用途');
      const defects = ['loan-contract', 'collection-record'].map(
        (kind) => ({ rule: 'R20', code: 'evidence-missing', facts: { kind } }) as const,
      );
      const rows: readonly (readonly [Refusal, readonly (readonly [string, string])[]])[] = [
        [
          refusedBy('R29', 'fund-insufficient', { asked: 18_000_000, left: 10_000_050, missing: 7_999_950 }),
          [
            ['本次', '18 万元'],
            ['库存资金', '10.00005 万元'],
            ['尚缺', '7.99995 万元'],
          ],
        ],
        [
          refusedBy('R22', 'quorum-not-met', { itemId: 'item-1', voted: 3, needed: 5, left: 6 }),
          [
            ['已投票单位数', '3'],
            ['回避后单位数', '6'],
          ],
        ],
        [
          refusedBy('R28', 'breaker-open', { institutionId: 'rcb', openedOn: '2026-05-06', limitBp: 50 }),
          [
            ['机构', '平湖农商银行'],
            ['警戒线', '0.5 %'],
          ],
        ],
        [stateConflict('approved', ['accepted', 'deferred']), [['允许的范围', '已受理、暂缓']]],
        [
          refusedBy('R20', 'claim-not-ready', { missing: defects }),
          [['须补正', '缺少借款合同（loan-contract）；请补交后再提交。']],
        ],
      ];
      for (const [refusal, facts] of rows) {
        const place = { language: 'zh', instance: '/v1/-', traceId: 'trace-1', problems } as const;
        const { statusCode: status, headers, body } = problemReply(refusal, place);
        await office.page.route('**/reviews', (route) => route.fulfill({ status, headers, body }), { times: 1 });
        await dialog.getByRole('button', { name: '驳回' }).click();
        const alert = dialog.getByRole('alert');
        await alert.getByText(facts[0]?.[0] ?? '', { exact: true }).waitFor();
        await office.findsNoBarrier();
        await office.screenshot(`refused-${refusal.code}`);
        for (const [name, value] of facts) {
          const fact = alert.locator('.fact', { has: office.page.getByText(name, { exact: true }) });
          expect(await fact.locator('dd').innerText()).toContain(value);
        }
      }
      await office.leaves();
    });
  });
}
