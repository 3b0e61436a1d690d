import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { importRows, prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { expected } from '../support/lender.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const units = ['science', 'economy', 'finance', 'market', 'talent', 'fdc', 'pboc'];
const principalFen = 30_000_000;
/** 364 days at 4.35 % of 360. */
const termInterestFen = 1_319_500;

/**
 * The first compensation ever paid, as the city published it, in its true order by the system's one clock: 300,000 yuan on
 * credit from Pinghu Rural Commercial Bank, 2021-03-25 to 2022-03-24, extended, reviewed on 2023-09-12 by the first
 * meeting of the year; the fund paid 180,000 yuan, the bank bore 120,000. Published are these; the other days are made up.
 */
describe('the first compensation, 2021 to 2023', () => {
  let system: RunningSystem;
  let api: Api;
  const code = creditCode(1);
  let loanPath: string;
  let claimPath: string;
  let meetingPath: string;
  let beforeSettlement: Readonly<Record<string, unknown>>;

  const claim = async (client = 'office-1') => (await api.get(client, claimPath)).body;
  const fund = async () => (await api.get('finance-1', '/v1/fund')).body;

  beforeAll(async () => {
    system = await startSystem({ now: at('2021-03-15', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, []);
    const row = { creditCode: code, name: '平湖𬭎科技有限公司', certificateNumber: 'KJ1', issuedOn: '2020-06-30' };
    await importRows(api, [row], { category: 'provincial-tech-sme' });
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('is found by two characters of its name, one of them rare', async () => {
    const found = await api.get('bank-rcb', `/v1/enterprises?q=${encodeURIComponent('湖𬭎')}`);
    expect(expected(found).items).toMatchObject([{ creditCode: code, name: '平湖𬭎科技有限公司' }]);
  });

  test('2021: the bank applies for it, and lends 300,000 yuan on credit from 25 March on', async () => {
    const application = { creditCode: code, institutionId: 'rcb', amountFen: principalFen, termMonths: 12 };
    const terms = { mode: 'credit', purpose: '流动资金' };
    const { applicationId } = expected(
      await api.post('bank-rcb', '/v1/applications', { ...application, ...terms }),
      201,
    );
    const approval = { decision: 'approve', annualRateBp: 435 };
    const reviewed = await api.post('bank-rcb', `/v1/applications/${applicationId}/reviews`, approval);
    expect(expected(reviewed)).toMatchObject({ state: 'confirmed', policy: 'former-measures' });
    await api.moveClock(at('2021-03-25', '10:00:00'));
    const disbursement = {
      ...{ amountFen: principalFen, disbursedOn: '2021-03-25', maturesOn: '2022-03-24', annualRateBp: 435 },
      contractNumber: '平农商借字（2021）第0325号',
    };
    const loan = expected(
      await api.post('bank-rcb', `/v1/applications/${applicationId}/disbursement`, disbursement),
      201,
    );
    loanPath = `/v1/loans/${loan.loanId}`;
    expect(loan).toMatchObject({ state: 'active', outstandingFen: principalFen, originalMaturesOn: '2022-03-24' });
  });

  test('2022: all interest of the term is paid, the principal cannot be, and the bank extends by a year', async () => {
    await api.moveClock(at('2022-03-23', '10:00:00'));
    const interest = { principalFen: 0, interestFen: termInterestFen, paidOn: '2022-03-23' };
    expected(await api.post('bank-rcb', `${loanPath}/repayments`, interest));
    const extension = { maturesOn: '2023-03-24', reason: '借款人经营困难' };
    expect(expected(await api.post('bank-rcb', `${loanPath}/extensions`, extension))).toMatchObject({
      state: 'active',
      maturesOn: '2023-03-24',
    });
  });

  test('2023: overdue from 25 March on, non-performing after ninety days, and then claimed for', async () => {
    await api.moveClock(at('2023-03-24', '23:59:00'));
    expect((await api.get('bank-rcb', loanPath)).body.state).toBe('active');
    await api.moveClock(at('2023-03-25', '00:11:00'));
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'overdue', overdueDays: 1 });
    await api.moveClock(at('2023-06-22', '23:59:00'));
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'overdue', overdueDays: 90 });
    await api.moveClock(at('2023-06-23', '00:11:00'));
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'non-performing', overdueDays: 91 });

    await api.moveClock(at('2023-07-10', '10:00:00'));
    const evidence = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'].map(
      (kind) => ({ kind, reference: `档案-${kind}` }),
    );
    const ready = expected(await api.get('bank-rcb', `${loanPath}/claim-readiness`));
    expect(ready).toMatchObject({ estimate: { lossFen: principalFen, shares: { fundFen: 18_000_000 } } });
    const terms = { principalLossFen: principalFen, interestLossFen: 0, evidence, statement: '借款人的客户未付款' };
    const filed = expected(await api.post('bank-rcb', `${loanPath}/claims`, terms), 201);
    claimPath = `/v1/claims/${filed.claimId}`;
    expected(await api.post('office-1', `${claimPath}/acceptance`, { decision: 'accept' }));
    const appropriation = { amountFen: 100_000_000, documentNumber: '平财〔2023〕1号', appropriatedOn: '2023-01-10' };
    expected(await api.post('finance-1', '/v1/fund/appropriations', appropriation), 201);
  });

  test('12 September 2023: the first meeting of the year reviews it, and what it resolves is settled at once', async () => {
    await api.moveClock(at('2023-09-12', '09:00:00'));
    const agenda = { title: '2023年第一次联席会议', convenesOn: '2023-09-12', number: 1, inclusionIds: [] };
    const claimIds = [claimPath.split('/').at(-1)];
    const meeting = expected(await api.post('office-1', '/v1/meetings', { ...agenda, claimIds }), 201);
    meetingPath = `/v1/meetings/${meeting.meetingId}`;
    beforeSettlement = await fund();
    for (const unit of units) {
      const vote = { itemId: 'item-1', vote: 'approve', opinion: '符合坏账条件' };
      expected(await api.post(`member-${unit}`, `${meetingPath}/votes`, vote));
    }
    expected(await api.post('office-1', `${meetingPath}/resolution`, { items: [] }), 202);
    // The clock answers when outbox and queues are empty: the resolution is carried out and the claim is settled.
    await api.moveClock(at('2023-09-12', '10:00:00'));
    expect(await claim()).toMatchObject({
      state: 'settled',
      ...{ claimedFen: principalFen, assessedFen: principalFen, settlementYear: 2023 },
      shares: { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
      ...{ uncoveredFen: 0, setOffFen: 0, payableFen: 18_000_000, paidOn: null, voucherNumber: null },
    });
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'compensated' });
  });

  test('the working tells how the 180,000 yuan were found, each step with its rule', async () => {
    const { working } = (await claim('bank-rcb')) as {
      working: { rule: string; what: string; text: { zh: string } }[];
    };
    expect(working.map(({ rule, what }) => `${rule} ${what}`)).toEqual([
      'R21 outstanding-principal',
      'R21 term-interest',
      'R21 left-out',
      'R21 loss',
      'R23 split',
      'R24 year-cap',
      'R24 result',
    ]);
    expect(working.at(-1)?.text.zh).toContain('资金 180,000.00 元');
    const minutes = await api.get('office-1', `${meetingPath}/minutes`, { accept: 'text/html' });
    expect(minutes.text).toContain('300,000.00');
  });

  test('the ledger shows it: falling at settlement, not at payment', async () => {
    expect(beforeSettlement).toMatchObject({ balanceFen: 100_000_000, compensatedFen: 0 });
    expect(await fund()).toMatchObject({
      ...{
        balanceFen: 82_000_000,
        cashFen: 100_000_000,
        payableFen: 18_000_000,
        compensatedFen: 18_000_000,
        paidFen: 0,
      },
    });
    await api.moveClock(at('2023-10-08', '10:00:00'));
    const payment = { voucherNumber: '记-2023-1008', paidOn: '2023-10-08' };
    expect(expected(await api.post('finance-1', `${claimPath}/payment`, payment))).toMatchObject({
      state: 'paid',
      ...payment,
    });
    expect(await fund()).toMatchObject({
      ...{ balanceFen: 82_000_000, cashFen: 82_000_000, payableFen: 0, paidFen: 18_000_000, awaitingFen: 0 },
    });
    const { items } = (await api.get('finance-1', '/v1/fund/entries')).body as {
      items: { type: string; bookedOn: string }[];
    };
    expect(items.map(({ type, bookedOn }) => `${bookedOn} ${type}`)).toEqual([
      '2023-10-08 payment',
      '2023-09-12 settlement',
      '2023-01-10 appropriation',
    ]);
  });

  test('the figures show it from the day of settlement on', async () => {
    const compensatedOn = async (day: string) =>
      (await api.get('office-1', `/v1/statistics?asOf=${day}`)).body.compensatedFen;
    expect([await compensatedOn('2023-09-11'), await compensatedOn('2023-09-12')]).toEqual([0, 18_000_000]);
  });

  test('recovered later, 100,000 yuan less 10,000 of costs go back 6:4', async () => {
    await api.moveClock(at('2023-12-01', '10:00:00'));
    const recovery = { amountFen: 10_000_000, costsFen: 1_000_000, recoveredOn: '2023-12-01' };
    expect(expected(await api.post('bank-rcb', `${claimPath}/recoveries`, recovery))).toMatchObject({
      recoveredFen: 9_000_000,
    });
    expect(await fund()).toMatchObject({ recoveredFen: 5_400_000, receivableFen: 5_400_000, balanceFen: 87_400_000 });
    const remittance = { amountFen: 5_400_000, receivedOn: '2023-12-01', voucherNumber: '收-2023-1201' };
    expected(await api.post('finance-1', `${claimPath}/remittances`, remittance));
    expect(await fund()).toMatchObject({ receivableFen: 0, cashFen: 87_400_000, spendableFen: 87_400_000 });
    expect((await api.get('bank-rcb', loanPath)).body.outstandingFen).toBe(21_000_000);
  });

  test('its whole trail verifies', async () => {
    const claimId = claimPath.split('/').at(-1);
    const { body } = await api.get('auditor-1', `/v1/audit/verification?kind=claims&id=${claimId}`);
    expect(body).toMatchObject({ ok: true, events: 8, brokenAt: null });
    const { items } = (await api.get('auditor-1', `${claimPath}/history`)).body as { items: { type: string }[] };
    expect(items.map(({ type }) => type)).toContain('claim-settled');
    for (const check of ['verify-trail', 'prove-ledger', 'recount-figures']) {
      expected(await api.send(null, 'POST', `/local/jobs/${check}`, {}));
    }
    const checks = (await api.get('auditor-1', '/v1/audit/checks')).body as {
      items: { check: string; findingsCount: number }[];
    };
    expect(checks.items.slice(0, 3).map(({ findingsCount }) => findingsCount)).toEqual([0, 0, 0]);
  });
});
