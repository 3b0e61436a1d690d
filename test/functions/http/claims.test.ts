import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { settleInYear } from '../../../shared/store/settled-years.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const code = creditCode(71);
const today = dayAt(new Date().toISOString());
const loans: Record<string, string> = {};
const claims: Record<string, string> = {};

const papers = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'].map((kind) => ({
  kind,
  reference: `档案-${kind}`,
  documentId: null,
  datedOn: null,
}));
const claim = {
  principalLossFen: 30_000_000,
  interestLossFen: 0,
  evidence: papers,
  statement: '借款人的客户未付款，无力归还',
};
const guarantor = claimsOf('guarantor', 'talent-guarantee');
const finance = claimsOf('finance', 'finance-bureau');
const member = claimsOf('member', 'science');
const enterprise = claimsOf('enterprise', code);

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await admit(api.services, 'talent-guarantee', 'guarantor');
  await list(api.services, code);
  // All before the first goes bad, which bars the enterprise.
  loans.credit = await lend('HT-1');
  loans.guaranteed = await lend('HT-2', 'rcb', { mode: 'guarantee', guarantorId: 'talent-guarantee' });
  loans.other = await lend('HT-3', 'icbc');
  loans.good = await lend('HT-4');
  for (const [name, org] of [
    ['credit', 'rcb'],
    ['guaranteed', 'rcb'],
    ['other', 'icbc'],
  ] as const) {
    const report = { class: 'loss', asOf: today, overdueDays: 0, unpaidInterestFen: 0 };
    await api.post(bankOf(org), `/v1/loans/${loans[name]}/classifications`, report);
    const filed = await api.post(bankOf(org), `/v1/loans/${loans[name]}/claims`, claim);
    expect(filed.status, filed.text).toBe(201);
    claims[name] = String(filed.body.claimId);
  }
});

async function lend(contractNumber: string, org = 'rcb', terms = {}): Promise<string> {
  const application = {
    creditCode: code,
    institutionId: org,
    amountFen: 30_000_000,
    termMonths: 12,
    mode: 'credit',
    purpose: '研发',
    ...terms,
  };
  const { applicationId } = (await api.post(bankOf(org), '/v1/applications', application)).body;
  const path = `/v1/applications/${applicationId}`;
  await api.post(bankOf(org), `${path}/reviews`, { decision: 'approve' });
  const maturesOn = addDays(today, 364);
  const report = { amountFen: 30_000_000, disbursedOn: today, maturesOn, contractNumber, annualRateBp: 400 };
  return String((await api.post(bankOf(org), `${path}/disbursement`, report)).body.loanId);
}

const shown = async (who: Parameters<Handlers['get']>[0], name: string) => api.get(who, `/v1/claims/${claims[name]}`);

describe('a claim', () => {
  test('carries every field of the contract, null where nothing is fixed yet', async () => {
    const { body, headers } = await shown(bankOf('rcb'), 'credit');
    expect(headers.etag).toBe('"1"');
    expect(body).toEqual({
      claimId: claims.credit,
      loanId: loans.credit,
      creditCode: code,
      institutionId: 'rcb',
      mode: 'credit',
      guarantorId: null,
      state: 'submitted',
      claimedFen: 30_000_000,
      ...claim,
      defaultedOn: null,
      suitFiledOn: null,
      filedOn: today,
      submittedOn: today,
      note: null,
      meetingId: null,
      itemId: null,
      proposedAssessedFen: null,
      assessedFen: null,
      resolvedAt: null,
      lossFen: null,
      shares: null,
      uncoveredFen: null,
      setOffFen: null,
      payableFen: null,
      working: null,
      settledAt: null,
      settlementYear: null,
      paidOn: null,
      voucherNumber: null,
      heldBackFen: 0,
      recoveredFen: 0,
      remittedFen: 0,
      policy: 'measures-2024',
      version: 1,
    });
  });

  test('is seen by those whom it concerns, and looks as if it were not there to others', async () => {
    for (const who of [bankOf('rcb'), guarantor, finance, officer, claimsOf('auditor', 'audit'), enterprise]) {
      expect((await shown(who, 'guaranteed')).status).toBe(200);
    }
    for (const who of [bankOf('icbc'), member, claimsOf('enterprise', creditCode(72)), claimsOf('guarantor', 'x')]) {
      expect((await shown(who, 'guaranteed')).status).toBe(404);
      expect((await api.get(who, `/v1/claims/${claims.guaranteed}/history`)).status).toBeGreaterThanOrEqual(403);
    }
  });

  test('shows its enterprise nothing but its state, and its guarantor all but the bank’s papers', async () => {
    const { body: seen } = await shown(enterprise, 'guaranteed');
    const known = ['claimId', 'loanId', 'creditCode', 'institutionId', 'mode', 'guarantorId', 'state', 'version'];
    expect(Object.keys(seen).filter((name) => seen[name] !== null)).toEqual(known);
    const { body: guaranteed } = await shown(guarantor, 'guaranteed');
    expect(guaranteed).toMatchObject({ evidence: null, statement: claim.statement, claimedFen: 30_000_000 });
    const { body: history } = await api.get(guarantor, `/v1/claims/${claims.guaranteed}/history`);
    expect(JSON.stringify(history)).not.toContain('档案');
    const full = await api.get(finance, `/v1/claims/${claims.guaranteed}/history`);
    expect(full.body).toMatchObject({ items: [{ sequence: 1, type: 'claim-submitted' }] });
    expect((await api.get(enterprise, `/v1/claims/${claims.guaranteed}/history`)).status).toBe(403);
  });

  test('lets finance see its loan, which it did not see before', async () => {
    expect((await api.get(finance, `/v1/loans/${loans.credit}`)).body).toMatchObject({ state: 'claimed' });
    expect((await api.get(finance, `/v1/loans/${loans.good}`)).status).toBe(404);
    const { body } = await api.get(finance, '/v1/loans');
    expect((body.items as object[]).length).toBe(3);
  });

  test.each([
    [{ ...claim, principalLossFen: 0 }, 'principalLossFen', 'nothing-claimed'],
    [{ ...claim, principalLossFen: -1, interestLossFen: 2 }, 'principalLossFen', 'too-small'],
    [{ ...claim, interestLossFen: 0.5 }, 'interestLossFen', 'invalid-type'],
    [{ ...claim, statement: ' ' }, 'statement', 'too-small'],
    [{ ...claim, evidence: [{ reference: 'A' }] }, 'evidence.0.kind', 'invalid-type'],
    [{ ...claim, defaultedOn: '2026-02-30' }, 'defaultedOn', 'date-invalid'],
    [{ ...claim, mode: 'credit' }, 'mode', 'unrecognized-keys'],
  ])('is refused for its form (case %#)', async (body, path, fault) => {
    for (const call of [`/v1/loans/${loans.good}/claims`, `/v1/claims/${claims.credit}/resubmission`]) {
      expect(await api.post(bankOf('rcb'), call, body)).toMatchObject({
        status: 400,
        body: { errors: [{ path, code: fault }] },
      });
    }
  });

  test('on a loan that is not bad is refused for that alone; on another bank’s the loan is not there', async () => {
    const path = `/v1/loans/${loans.good}/claims`;
    expect(await api.post(bankOf('rcb'), path, { ...claim, evidence: [] })).toMatchObject({
      status: 422,
      body: { code: 'not-non-performing', rule: 'R20', facts: { state: 'active' } },
    });
    expect((await api.post(bankOf('icbc'), path, claim)).status).toBe(404);
    expect(await api.post(bankOf('rcb'), `/v1/loans/${loans.credit}/claims`, claim)).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'claimed' } },
    });
  });

  test('names the version of its loan, or of itself, that it means', async () => {
    const stale = { headers: { 'if-match': '"1"' } };
    expect((await api.post(bankOf('rcb'), `/v1/loans/${loans.credit}/claims`, claim, stale)).status).toBe(412);
    const other = { headers: { 'if-match': '"9"' } };
    expect((await api.post(bankOf('rcb'), `/v1/claims/${claims.credit}/withdrawal`, {}, other)).status).toBe(412);
  });

  test('is returned with a note or not at all', async () => {
    const path = `/v1/claims/${claims.other}/acceptance`;
    expect(await api.post(officer, path, { decision: 'return' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'note', code: 'reason-required' }] },
    });
    const note = '1. 催收记录缺签章；2. 缺分类认定日期';
    expect((await api.post(officer, path, { decision: 'return', note })).body).toMatchObject({
      state: 'returned',
      note,
    });
    expect(await api.post(officer, path, { decision: 'accept' })).toMatchObject({
      status: 409,
      body: { facts: { state: 'returned', allowed: 'submitted' } },
    });
    expect((await api.post(bankOf('icbc'), path, { decision: 'accept' })).status).toBe(403);
  });
});

describe('the list of claims', () => {
  const found = async (who: Parameters<Handlers['get']>[0], query = '') => {
    const { body } = await api.get(who, `/v1/claims${query}`);
    const names = new Map(Object.entries(claims).map(([name, id]) => [id, name]));
    return (body.items as { claimId: string }[]).map(({ claimId }) => names.get(claimId));
  };

  test('holds for each what concerns them, newest first', async () => {
    expect(await found(officer)).toEqual(['other', 'guaranteed', 'credit']);
    expect(await found(finance)).toEqual(['other', 'guaranteed', 'credit']);
    expect(await found(bankOf('rcb'))).toEqual(['guaranteed', 'credit']);
    expect(await found(guarantor)).toEqual(['guaranteed']);
    expect(await found(enterprise)).toEqual(['other', 'guaranteed', 'credit']);
    expect(await found(member)).toEqual([]);
  });

  test('is narrowed by state, institution and year of settlement, never widened', async () => {
    expect(await found(officer, '?institutionId=icbc')).toEqual(['other']);
    expect(await found(officer, '?state=submitted')).toEqual(['guaranteed', 'credit']);
    expect(await found(officer, '?state=submitted&institutionId=icbc')).toEqual([]);
    expect(await found(bankOf('rcb'), '?institutionId=icbc')).toEqual([]);
    expect(await found(officer, `?year=${today.slice(0, 4)}`)).toEqual([]);
    expect(await found(bankOf('rcb'), `?year=${today.slice(0, 4)}`)).toEqual([]);
    expect((await api.get(officer, '/v1/claims?year=1999')).status).toBe(400);
    // The year of its settlement is not for the enterprise, and so no question of its.
    expect(await api.get(enterprise, `/v1/claims?year=${today.slice(0, 4)}`)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ path: 'year', code: 'filter-not-visible' }] },
    });
    expect((await api.get(officer, '/v1/claims?state=lost')).status).toBe(400);
  });
});

describe('claim readiness', () => {
  const readiness = (who: Parameters<Handlers['get']>[0], name: string, headers = {}) =>
    api.get(who, `/v1/loans/${loans[name]}/claim-readiness`, headers);

  test('says in both languages what is missing of a loan just disbursed, and what it would bring', async () => {
    const { body } = await readiness(bankOf('rcb'), 'good');
    expect(body).toMatchObject({
      loanId: loans.good,
      on: today,
      ready: false,
      estimate: {
        // 364 days at 4 % on 300,000 yuan are 12,133.33 yuan.
        lossFen: 31_213_333,
        shares: { fundFen: 18_727_999, guarantorFen: 0, institutionFen: 12_485_334 },
        uncoveredFen: 0,
      },
    });
    const missing = body.missing as { code: string; message: string }[];
    expect(missing.map((defect) => defect.code)).toEqual([
      'not-non-performing',
      ...papers.map(() => 'evidence-missing'),
    ]);
    expect(missing[1]?.message).toBe('There is no loan-contract with the loan or the claim; supply one.');
    const chinese = (await readiness(bankOf('rcb'), 'good', { 'accept-language': 'zh' })).body.missing as object[];
    expect(chinese[1]).toMatchObject({ rule: 'R20', message: '缺少借款合同（loan-contract）；请补交后再提交。' });
  });

  test('is for those who see the loan, and not for its enterprise', async () => {
    for (const who of [bankOf('rcb'), officer, guarantor, finance]) {
      expect((await readiness(who, 'guaranteed')).status).toBe(200);
    }
    expect((await readiness(bankOf('icbc'), 'guaranteed')).status).toBe(404);
    expect((await readiness(member, 'guaranteed')).status).toBe(404);
    expect((await readiness(enterprise, 'guaranteed')).status).toBe(403);
    expect((await api.get(officer, '/v1/loans/loan-none/claim-readiness')).status).toBe(404);
  });
});

describe('a compensation estimate', () => {
  const estimate = (who: Parameters<Handlers['get']>[0], body: object, request = {}) =>
    api.post(who, '/v1/compensation-estimates', { mode: 'credit', lossFen: 30_000_000, ...body }, request);

  test('is for everybody, by the version in force on the day asked about', async () => {
    for (const who of [bankOf('rcb'), enterprise, guarantor, officer, member, finance, claimsOf('auditor', 'audit')]) {
      expect(await estimate(who, {})).toMatchObject({
        status: 200,
        body: { policy: 'measures-2024', on: today, shares: { fundFen: 18_000_000, institutionFen: 12_000_000 } },
      });
    }
    expect((await estimate(officer, { on: '2023-09-12' })).body).toMatchObject({ policy: 'former-measures' });
    expect((await estimate(officer, { mode: 'guarantee' })).body).toMatchObject({
      shares: { fundFen: 12_000_000, guarantorFen: 12_000_000, institutionFen: 6_000_000 },
    });
    expect(await estimate(officer, { on: '2017-12-31' })).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', facts: { from: '2018-01-01' } },
    });
  });

  test('counts what an institution’s year has seen for those who may know it, and says so to the others', async () => {
    const capFen = 1_000_000_000;
    const settled = settleInYear({ institutionId: 'rcb', year: 2030, fundFen: 990_000_000, capFen });
    expect(await commit(api.services.database, [settled])).toBe('committed');
    const asked = { institutionId: 'rcb', on: '2030-06-01' };
    const cut = { shares: { fundFen: 10_000_000, institutionFen: 20_000_000 }, uncoveredFen: 8_000_000 };
    for (const who of [bankOf('rcb'), officer, finance, member]) {
      expect((await estimate(who, asked)).body).toMatchObject(cut);
    }
    for (const who of [enterprise, guarantor]) {
      const { body, text } = await estimate(who, asked);
      expect(body).toMatchObject({ shares: { fundFen: 18_000_000 }, uncoveredFen: 0 });
      expect(text).toContain('"usedBeforeFen":null');
    }
    expect((await estimate(officer, { ...asked, on: '2031-01-01' })).body).toMatchObject({ uncoveredFen: 0 });
  });

  test('is refused where a bank names another, or nobody is of that name', async () => {
    expect(await estimate(bankOf('rcb'), { institutionId: 'icbc' })).toMatchObject({
      status: 403,
      body: { facts: { named: 'icbc', own: 'rcb' } },
    });
    for (const institutionId of ['nobody', 'talent-guarantee']) {
      expect(await estimate(officer, { institutionId })).toMatchObject({
        status: 422,
        body: { code: 'institution-not-admitted', rule: 'R9' },
      });
    }
  });

  test('answers a key again byte for byte, and names no version', async () => {
    const first = await estimate(officer, {}, { key: 'estimate-once' });
    const again = await estimate(officer, {}, { key: 'estimate-once' });
    expect(first.headers.etag).toBeUndefined();
    expect(again).toMatchObject({ status: 200, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    expect((await estimate(officer, { lossFen: 1 }, { key: 'estimate-once' })).body.code).toBe(
      'idempotency-key-reused',
    );
    expect((await estimate(officer, { lossFen: 0 })).status).toBe(400);
    expect((await estimate(officer, { lossFen: 1 })).body).toMatchObject({ shares: { fundFen: 0, institutionFen: 1 } });
  });
});

describe('the size of answers', () => {
  test('stays within 32 KiB for a claim with as many and as long papers as are taken', async () => {
    const long = '长'.repeat(2000);
    const paper = { reference: '长'.repeat(100), datedOn: today };
    const evidence = [
      ...papers.map(({ kind }) => ({ ...paper, kind })),
      ...Array(21).fill({ ...paper, kind: 'k'.repeat(64) }),
    ];
    const path = `/v1/claims/${claims.other}`;
    const again = await api.post(bankOf('icbc'), `${path}/resubmission`, { ...claim, evidence, statement: long });
    expect(again.status, again.text).toBe(200);
    const returned = await api.post(officer, `${path}/acceptance`, { decision: 'return', note: long });
    expect(returned.status).toBe(200);
    // What settlement adds is its working, under 4 KiB in two languages.
    expect(Buffer.byteLength(returned.text)).toBeLessThanOrEqual(28 * 1024);
    expect(
      await api.post(bankOf('icbc'), `${path}/resubmission`, { ...claim, evidence: [...evidence, evidence[0]] }),
    ).toMatchObject({ status: 422, body: { code: 'too-many-items', facts: { items: 26, itemsMax: 25 } } });
  });
});
