import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';
import { settle } from '../../support/settling.ts';

let api: Handlers;
const code = creditCode(73);
const today = dayAt(new Date().toISOString());
const financier = claimsOf('finance', 'finance-bureau');
const lossFen = 30_000_000;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ids: { readonly claimId: string; readonly loanId: string }[] = [];

beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await list(api.services, code);
  const million = { amountFen: 100_000_000, documentNumber: 'D', appropriatedOn: today };
  await api.post(financier, '/v1/fund/appropriations', million);
  // All before the first goes bad, which bars the enterprise.
  const loans = [await lend('=HT-1'), await lend('HT-2')];
  for (const loanId of loans) ids.push({ loanId, claimId: await claimFor(loanId) });
});

async function lend(contractNumber: string): Promise<string> {
  const application = {
    ...{ creditCode: code, institutionId: 'rcb', amountFen: lossFen, termMonths: 12, mode: 'credit', purpose: '研发' },
  };
  const { applicationId } = (await api.post(bankOf('rcb'), '/v1/applications', application)).body;
  const path = `/v1/applications/${applicationId}`;
  await api.post(bankOf('rcb'), `${path}/reviews`, { decision: 'approve' });
  const maturesOn = addDays(today, 364);
  const report = { amountFen: lossFen, disbursedOn: today, maturesOn, contractNumber, annualRateBp: 400 };
  return String((await api.post(bankOf('rcb'), `${path}/disbursement`, report)).body.loanId);
}

async function claimFor(loanId: string): Promise<string> {
  const report = { class: 'loss', asOf: today, overdueDays: 0, unpaidInterestFen: 0 };
  await api.post(bankOf('rcb'), `/v1/loans/${loanId}/classifications`, report);
  const kinds = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];
  const evidence = kinds.map((kind) => ({ kind, reference: `档案-${kind}`, datedOn: null }));
  const claim = { principalLossFen: lossFen, interestLossFen: 0, evidence, statement: '无力归还' };
  const claimId = String((await api.post(bankOf('rcb'), `/v1/loans/${loanId}/claims`, claim)).body.claimId);
  await settle(api.services, claimId, { lossFen }, new Date().toISOString());
  return claimId;
}

const path = (call: string, index = 0) => `/v1/claims/${ids[index]?.claimId}/${call}`;

describe('the payment list', () => {
  const row = (index: number) => ({
    claimId: ids[index]?.claimId,
    institutionId: 'rcb',
    institutionName: 'rcb',
    creditCode: code,
    enterpriseName: expect.stringContaining('平湖测试'),
    loanId: ids[index]?.loanId,
    contractNumber: ['=HT-1', 'HT-2'][index],
    meetingId: 'meeting-1',
    settledOn: today,
    lossFen,
    shares: { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
    uncoveredFen: 0,
    setOffFen: 0,
    payableFen: 18_000_000,
    version: 5,
  });

  test('has every settled claim that is to be paid, for finance, office and auditor', async () => {
    for (const who of [financier, officer, auditor]) {
      const { body } = await api.get(who, '/v1/fund/payment-list');
      expect(body).toEqual({ items: [row(0), row(1)], nextCursor: null });
    }
    for (const role of ['bank', 'enterprise', 'guarantor', 'member'] as const) {
      expect((await api.get(claimsOf(role, 'rcb'), '/v1/fund/payment-list')).status).toBe(403);
    }
  });

  test('comes page by page', async () => {
    const first = (await api.get(financier, '/v1/fund/payment-list?limit=1')).body;
    const rest = await api.get(financier, `/v1/fund/payment-list?limit=1&cursor=${first.nextCursor}`);
    expect([first.items, rest.body.items]).toEqual([[row(0)], [row(1)]]);
    expect(rest.body.nextCursor).toBeNull();
  });

  test('as CSV is all of it in yuan, with no cell that a spreadsheet would run', async () => {
    const headers = { accept: 'text/csv', 'accept-language': 'zh-CN' };
    const { text, headers: got } = await api.get(financier, '/v1/fund/payment-list', headers);
    expect(got['content-disposition']).toBe(`attachment; filename="payment-list-${today}.csv"`);
    const [heads, first, second] = text.replace('\uFEFF', '').split('\r\n');
    expect(heads).toContain('代偿申请编号,机构编号,机构名称');
    expect(heads).toMatch(/应拨付（元）$/);
    expect(first).toContain("'=HT-1,meeting-1");
    expect(first).toMatch(/,300000\.00,180000\.00,0\.00,120000\.00,0\.00,180000\.00$/);
    expect(second).toContain('HT-2');
    expect(text.startsWith('\uFEFF')).toBe(true);
  });

  test('as a workbook is a ZIP archive whose sheet has texts as texts and amounts as numbers', async () => {
    const { text, headers } = await api.get(financier, '/v1/fund/payment-list', { accept: workbook });
    expect(headers['content-type']).toBe(workbook);
    const parts = unzip(Buffer.from(text, 'base64'));
    expect([...parts.keys()]).toContain('[Content_Types].xml');
    const sheet = String(parts.get('xl/worksheets/sheet1.xml'));
    // Style 2 is quoted: a cell that is opened for editing and left stays a text.
    expect(sheet).toContain('<c t="inlineStr" s="2"><is><t xml:space="preserve">=HT-1</t></is>');
    expect(sheet).toContain('<c><v>180000.00</v></c>');
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<row /g)).toHaveLength(3);
  });
});

/** The files of a ZIP archive, read by their local headers. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const packed = archive.readUInt32LE(at + 18);
    const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
    const start = nameEnd + archive.readUInt16LE(at + 28);
    const bytes = inflateRawSync(archive.subarray(start, start + packed));
    files.set(archive.toString('utf8', at + 30, nameEnd), bytes.toString('utf8'));
    at = start + packed;
  }
  return files;
}

describe('paying and recovering over HTTP', () => {
  test.each([
    ['payment', { voucherNumber: ' ', paidOn: today }, 'voucherNumber', 'too-small'],
    ['payment', { voucherNumber: 'V', paidOn: '2026-02-30' }, 'paidOn', 'date-invalid'],
    ['payment-return', { returnedOn: today }, 'reason', 'invalid-type'],
    ['remittances', { amountFen: 0, receivedOn: today, voucherNumber: 'S' }, 'amountFen', 'too-small'],
    ['recoveries', { amountFen: 0, costsFen: 0, recoveredOn: today }, 'amountFen', 'nothing-recovered'],
    ['recoveries', { amountFen: 1, costsFen: 2, recoveredOn: today }, 'costsFen', 'costs-exceed-amount'],
    ['recoveries', { amountFen: 1, costsFen: -1, recoveredOn: today }, 'costsFen', 'too-small'],
  ])('%s with %j is refused for its form', async (call, body, at, fault) => {
    const who = call === 'recoveries' ? bankOf('rcb') : financier;
    const reply = await api.post(who, path(call), body);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: at, code: fault }] } });
  });

  test('is each for its own role, and another bank’s claim is not there', async () => {
    const recovery = { amountFen: 1, costsFen: 0, recoveredOn: today };
    expect((await api.post(financier, path('recoveries'), recovery)).status).toBe(403);
    expect((await api.post(bankOf('icbc'), path('recoveries'), recovery)).status).toBe(404);
    const payment = { voucherNumber: 'V', paidOn: today };
    for (const who of [officer, auditor, bankOf('rcb')]) {
      expect((await api.post(who, path('payment'), payment)).status).toBe(403);
    }
  });

  test('pays, takes back, pays again, recovers and hands over; refusals say what would be right in both languages', async () => {
    const payment = { voucherNumber: 'V-1', paidOn: today };
    const paid = await api.post(financier, path('payment'), payment, { key: 'payment-one' });
    expect(paid).toMatchObject({
      status: 200,
      headers: { etag: '"6"' },
      body: { state: 'paid', payableFen: 18_000_000 },
    });
    const again = await api.post(financier, path('payment'), payment, { key: 'payment-one' });
    expect(again).toMatchObject({ text: paid.text, headers: { 'idempotency-replayed': 'true' } });
    const taken = await api.post(financier, path('payment', 1), payment);
    expect(taken).toMatchObject({ status: 409, body: { code: 'already-exists', rule: 'R26' } });
    expect(taken.body.detail).toContain('V-1');
    const returned = await api.post(financier, path('payment-return'), { returnedOn: today, reason: '账号有误' });
    expect(returned.body).toMatchObject({ state: 'settled', paidOn: null });
    const second = { voucherNumber: 'V-2', paidOn: today };
    expect((await api.post(financier, path('payment'), second)).body).toMatchObject({ state: 'paid' });
    const listed = (await api.get(financier, '/v1/fund/payment-list')).body.items as { claimId: string }[];
    expect(listed.map(({ claimId }) => claimId)).toEqual([ids[1]?.claimId]);

    const recovery = { amountFen: 10_000_000, costsFen: 1_000_000, recoveredOn: today };
    expect((await api.post(bankOf('rcb'), path('recoveries'), recovery)).body).toMatchObject({
      recoveredFen: 9_000_000,
    });
    const tooMuch = { amountFen: 21_000_001, costsFen: 0, recoveredOn: today };
    const refused = await api.post(bankOf('rcb'), path('recoveries'), tooMuch, {
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'amount-exceeds-loss', rule: 'R27' } });
    expect(refused.body.detail).toContain('至多还可登记 210,000.00 元');
    const remittance = { amountFen: 5_400_001, receivedOn: today, voucherNumber: 'S-1' };
    const over = await api.post(financier, path('remittances'), remittance);
    expect(over.body.detail).toContain('54,000.00 owed');
    const handed = await api.post(financier, path('remittances'), { ...remittance, amountFen: 5_400_000 });
    expect(handed.body).toMatchObject({ remittedFen: 5_400_000 });
    const types = ((await api.get(financier, '/v1/fund/entries')).body.items as { type: string }[]).map(
      ({ type }) => type,
    );
    expect(types.sort()).toEqual([
      ...['appropriation', 'payment', 'payment', 'recovery', 'remittance', 'reversal', 'settlement', 'settlement'],
    ]);
  });
});
