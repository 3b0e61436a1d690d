import { beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
let loanPath: string;
const code = creditCode(21);
const today = dayAt(new Date().toISOString());

beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await list(api.services, code);
  loanPath = await lend('HT-1');
});

async function lend(contractNumber: string): Promise<string> {
  const application = {
    creditCode: code,
    institutionId: 'rcb',
    amountFen: 1_000_000,
    termMonths: 12,
    mode: 'credit',
    purpose: '研发',
  };
  const { applicationId } = (await api.post(bankOf('rcb'), '/v1/applications', application)).body;
  const path = `/v1/applications/${applicationId}`;
  await api.post(bankOf('rcb'), `${path}/reviews`, { decision: 'approve' });
  const maturesOn = `${Number(today.slice(0, 4)) + 1}-01-31`;
  const report = { amountFen: 1_000_000, disbursedOn: today, maturesOn, contractNumber, annualRateBp: 400 };
  return `/v1/loans/${(await api.post(bankOf('rcb'), `${path}/disbursement`, report)).body.loanId}`;
}

const post = (call: string, body: object, headers = {}) =>
  api.post(bankOf('rcb'), `${loanPath}/${call}`, body, { headers });

describe('a servicing command', () => {
  const paid = { principalFen: 1, interestFen: 0, paidOn: today };

  test.each([
    ['repayments', { ...paid, principalFen: -1, interestFen: 2 }, 'principalFen'],
    ['repayments', { ...paid, interestFen: 0.5 }, 'interestFen'],
    ['repayments', { principalFen: 1, paidOn: today }, 'interestFen'],
    ['repayments', { ...paid, paidOn: '2026-02-29' }, 'paidOn'],
    ['extensions', { maturesOn: today, reason: ' ' }, 'reason'],
    ['classifications', { class: 'good', asOf: today, overdueDays: 0 }, 'class'],
    ['classifications', { class: 'normal', asOf: today, overdueDays: -1 }, 'overdueDays'],
    ['evidence', { reference: 'A-1' }, 'kind'],
    ['write-off', { on: today }, 'reason'],
  ])('%s %j is refused for its form', async (call, body, path) => {
    const reply = await post(call, body);
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ path }] } });
  });

  test.each(['enterprise', 'guarantor', 'office', 'member', 'finance', 'auditor'] as const)(
    'is not for the role %s',
    async (role) => {
      const reply = await api.post(claimsOf(role, code), `${loanPath}/repayments`, paid);
      expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    },
  );

  test('says in both languages what was wrong and what would be right, with the figures', async () => {
    const tooMuch = { ...paid, principalFen: 1_000_001 };
    const english = await post('repayments', tooMuch);
    expect(english.body).toMatchObject({
      code: 'amount-exceeds-outstanding',
      rule: 'R17',
      detail: '10,000.01 yuan of principal repaid, 10,000.00 outstanding; at most that is possible.',
    });
    const chinese = await post('repayments', tooMuch, { 'accept-language': 'zh-CN' });
    expect(chinese.body.detail).toBe('归还本金 10,000.01 元，未还本金为 10,000.00 元；不得高于未还本金。');
    const tooLong = await post('extensions', { maturesOn: '2999-12-31', reason: '展期' });
    expect(tooLong.body.detail).toMatch(/^Maturity 2999-12-31 is too late: .* through \d{4}-\d\d-\d\d\.$/);
  });

  test('names the version that it means, and answers with the next', async () => {
    expect((await post('repayments', paid, { 'if-match': '"7"' })).status).toBe(412);
    const reply = await post('repayments', paid, { 'if-match': '"1"' });
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { version: 2 } });
  });
});

describe('a loan full of evidence', () => {
  test('takes forty pieces and no more, and stays an answer of at most 32 KiB', async () => {
    loanPath = await lend('HT-2');
    const paper = { kind: 'k'.repeat(64), reference: '长'.repeat(100), datedOn: today };
    for (let piece = 1; piece <= 40; piece += 1) expect((await post('evidence', paper)).status).toBe(201);
    expect(await post('evidence', paper)).toMatchObject({
      status: 422,
      body: { code: 'too-many-items', detail: 'There are 40 already; 40 is the most.' },
    });
    await post('classifications', { class: 'loss', asOf: today, overdueDays: 0, reason: '长'.repeat(2000) });
    const lost = await post('write-off', { on: today, reason: '长'.repeat(2000) });
    expect(lost.status).toBe(200);
    expect(Buffer.byteLength(lost.text)).toBeLessThanOrEqual(32 * 1024);
  });
});
