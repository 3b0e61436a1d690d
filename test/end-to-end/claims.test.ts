import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('a loan of 300,000 yuan that goes bad with its interest paid, and is claimed for', () => {
  let system: RunningSystem;
  let api: Api;
  const code = creditCode(1);
  const kinds = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];
  /** 300,000 yuan at 3.85 % over the 91 days from 2 March to 1 June. */
  const termInterestFen = 291_958;
  let loanPath: string;
  let claimPath: string;

  const readiness = async () => (await api.get('bank-rcb', `${loanPath}/claim-readiness`)).body;
  const missing = async () => ((await readiness()).missing as { code: string }[]).map((defect) => defect.code);
  const claim = { principalLossFen: 30_000_000, interestLossFen: 0, evidence: [], statement: '客户未付款，无力归还' };
  const file = async (change = {}) => api.post('bank-rcb', `${loanPath}/claims`, { ...claim, ...change });

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, [code]);
    const application = {
      creditCode: code,
      institutionId: 'rcb',
      amountFen: 30_000_000,
      termMonths: 3,
      mode: 'credit',
      purpose: '研发投入',
    };
    const { applicationId } = (await api.post('bank-rcb', '/v1/applications', application)).body;
    await api.post('bank-rcb', `/v1/applications/${applicationId}/reviews`, { decision: 'approve', annualRateBp: 385 });
    const reply = await api.post('bank-rcb', `/v1/applications/${applicationId}/disbursement`, {
      amountFen: 30_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2026-06-01',
      contractNumber: 'HT-1',
      annualRateBp: 385,
    });
    expect(reply.status, reply.text).toBe(201);
    loanPath = `/v1/loans/${reply.body.loanId}`;
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('from the day of disbursement the bank sees all that a claim would lack, and what it would bring', async () => {
    expect(await missing()).toEqual(['not-non-performing', ...kinds.map(() => 'evidence-missing')]);
    expect(await readiness()).toMatchObject({
      ready: false,
      estimate: { lossFen: 30_000_000 + termInterestFen, uncoveredFen: 0 },
    });
    expect(await file()).toMatchObject({ status: 422, body: { code: 'not-non-performing' } });
  });

  test('with the interest of the term paid in full the loss is the principal: 180,000 from the fund, 120,000 the bank’s', async () => {
    await api.moveClock(at('2026-06-01', '09:00:00'));
    const interest = { principalFen: 0, interestFen: termInterestFen, paidOn: '2026-06-01' };
    expect((await api.post('bank-rcb', `${loanPath}/repayments`, interest)).status).toBe(200);
    expect(await readiness()).toMatchObject({
      estimate: {
        lossFen: 30_000_000,
        shares: { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
      },
    });
  });

  test('on overdue day 90 it is too early; the night after, the papers are all that is missing', async () => {
    await api.moveClock(at('2026-08-30', '23:00:00'));
    expect(await missing()).toContain('not-non-performing');
    await api.moveClock(at('2026-08-31', '00:11:00'));
    expect(await missing()).toEqual(kinds.map(() => 'evidence-missing'));
    const refused = await file();
    expect(refused).toMatchObject({ status: 422, body: { code: 'claim-not-ready', rule: 'R20' } });
    expect(refused.body.facts).toEqual({ missing: (await readiness()).missing });
  });

  test('with each paper added there is one less, until it is ready', async () => {
    for (const [index, kind] of kinds.entries()) {
      const paper = { kind, reference: `档案-${index + 1}`, datedOn: '2026-08-30' };
      expect((await api.post('bank-rcb', `${loanPath}/evidence`, paper)).status).toBe(201);
      expect((await missing()).length).toBe(kinds.length - index - 1);
    }
    expect(await readiness()).toMatchObject({ ready: true, missing: [] });
  });

  test('a fen more than the principal is refused; the principal is taken, and the loan is claimed', async () => {
    expect(await file({ interestLossFen: 1 })).toMatchObject({
      status: 422,
      body: { code: 'loss-exceeds-outstanding', facts: { asked: 30_000_001, most: 30_000_000 } },
    });
    const filed = await file();
    expect(filed).toMatchObject({ status: 201, body: { state: 'submitted', claimedFen: 30_000_000, shares: null } });
    claimPath = String(filed.headers.get('location'));
    expect(claimPath).toBe(`/v1/claims/${filed.body.claimId}`);
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'claimed' });
    expect(await file()).toMatchObject({ status: 409, body: { code: 'state-conflict', facts: { state: 'claimed' } } });
  });

  test('the office returns it with what is to be corrected, the bank files it again, and it is accepted', async () => {
    const note = '1. 催收记录缺签章；2. 补充起诉日期';
    expect((await api.post('office-1', `${claimPath}/acceptance`, { decision: 'return', note })).body).toMatchObject({
      state: 'returned',
      note,
    });
    const again = { ...claim, defaultedOn: '2026-06-02', suitFiledOn: '2026-06-01' };
    expect(await api.post('bank-rcb', `${claimPath}/resubmission`, again)).toMatchObject({
      status: 422,
      body: { code: 'out-of-date-order', facts: { field: 'suitFiledOn', after: 'defaultedOn', last: '2026-06-02' } },
    });
    const corrected = { ...again, suitFiledOn: '2026-08-28' };
    expect((await api.post('bank-rcb', `${claimPath}/resubmission`, corrected)).body).toMatchObject({
      state: 'submitted',
      suitFiledOn: '2026-08-28',
    });
    expect((await api.post('office-2', `${claimPath}/acceptance`, { decision: 'accept' })).body).toMatchObject({
      state: 'accepted',
      note: null,
      version: 4,
    });
  });

  test('its enterprise sees where it stands and no more, its history is whole', async () => {
    expect((await api.get(`enterprise:${code}`, claimPath)).body).toMatchObject({
      state: 'accepted',
      claimedFen: null,
      statement: null,
    });
    const claimId = claimPath.split('/').at(-1);
    const { body } = await api.get('auditor-1', `/v1/audit/verification?kind=claims&id=${claimId}`);
    expect(body).toMatchObject({ ok: true, events: 4, brokenAt: null });
  });

  test('withdrawn it makes room for another, which the loan’s repayment ends', async () => {
    const withdrawn = await api.post('bank-rcb', `${claimPath}/withdrawal`, { reason: '借款人提出还款方案' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', note: '借款人提出还款方案' });
    expect((await api.get('bank-rcb', loanPath)).body).toMatchObject({ state: 'non-performing' });
    const second = await file();
    expect(second.status, second.text).toBe(201);
    expect(second.body.claimId).not.toBe(withdrawn.body.claimId);
    const paid = { principalFen: 30_000_000, interestFen: 0, paidOn: '2026-08-31' };
    expect((await api.post('bank-rcb', `${loanPath}/repayments`, paid)).body).toMatchObject({ state: 'repaid' });
    expect((await api.get('bank-rcb', `/v1/claims/${second.body.claimId}`)).body).toMatchObject({
      state: 'withdrawn',
      shares: null,
      payableFen: null,
    });
    const { body } = await api.get('office-1', '/v1/claims?state=withdrawn');
    expect((body.items as object[]).length).toBe(2);
  });
});
