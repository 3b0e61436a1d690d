import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('two loans, one repaid in three parts, one extended, overdue, non-performing, cured and bad again', () => {
  let system: RunningSystem;
  let api: Api;
  const [payer, slow] = [1, 2].map(creditCode) as [string, string];
  const loans: Record<string, string> = {};

  const apply = (code: string, amountFen: number) =>
    api.post('bank-rcb', '/v1/applications', {
      creditCode: code,
      institutionId: 'rcb',
      amountFen,
      termMonths: 3,
      mode: 'credit',
      purpose: '研发投入',
    });
  /** Applies and withdraws: whether the enterprise could. */
  async function applies(code: string, amountFen = 1): Promise<unknown> {
    const reply = await apply(code, amountFen);
    if (reply.status !== 201) return reply.body.code;
    await api.post('bank-rcb', `/v1/applications/${reply.body.applicationId}/withdrawal`, {});
    return 'accepted';
  }
  const command = (name: string, call: string, body: object, client = 'bank-rcb') =>
    api.post(client, `/v1/loans/${loans[name]}/${call}`, body);
  const shown = async (name: string, client = 'bank-rcb') =>
    (await api.get(client, `/v1/loans/${loans[name]}`)).body as Record<string, unknown>;
  const historyOf = async (name: string, client: string): Promise<readonly string[]> => {
    const { body } = await api.get(client, `/v1/loans/${loans[name]}/history`);
    return (body.items as { type: string }[]).map(({ type }) => type);
  };

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, [payer, slow]);
    for (const [name, code, amountFen] of [
      ['payer', payer, 1_000_000_000],
      ['slow', slow, 500_000_000],
    ] as const) {
      const { applicationId } = (await apply(code, amountFen)).body;
      const approval = { decision: 'approve', annualRateBp: 385 };
      await api.post('bank-rcb', `/v1/applications/${applicationId}/reviews`, approval);
      const reply = await api.post('bank-rcb', `/v1/applications/${applicationId}/disbursement`, {
        amountFen,
        disbursedOn: '2026-03-02',
        maturesOn: '2026-06-01',
        contractNumber: `HT-${name}`,
        annualRateBp: 385,
      });
      expect(reply.status, reply.text).toBe(201);
      loans[name] = String(reply.body.loanId);
    }
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('what is repaid is room under the cap at once, to the fen', async () => {
    expect(await applies(payer)).toBe('cap-exceeded');
    await api.moveClock(at('2026-04-01', '09:00:00'));
    const paid = { principalFen: 400_000_000, interestFen: 3_208_333, paidOn: '2026-04-01' };
    expect(await command('payer', 'repayments', { ...paid, paidOn: '2026-04-02' })).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', facts: { from: '2026-03-02', through: '2026-04-01' } },
    });
    expect(await command('payer', 'repayments', { ...paid, paidOn: '2026-03-01' })).toMatchObject({
      body: { code: 'date-out-of-range' },
    });
    expect(await command('payer', 'repayments', { ...paid, principalFen: 0, interestFen: 0 })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'principalFen', code: 'nothing-paid' }] },
    });
    expect(await command('payer', 'repayments', paid, 'bank-icbc')).toMatchObject({ status: 404 });
    expect(await command('payer', 'repayments', paid)).toMatchObject({
      status: 200,
      body: { state: 'active', outstandingFen: 600_000_000, interestPaidFen: 3_208_333, lastRepaidOn: '2026-04-01' },
    });
    expect(await applies(payer, 400_000_001)).toBe('cap-exceeded');
    expect(await applies(payer, 400_000_000)).toBe('accepted');
  });

  test('the second part may be of the same day, not of the day before; the third ends the loan', async () => {
    const second = { principalFen: 599_999_999, interestFen: 0 };
    expect(await command('payer', 'repayments', { ...second, paidOn: '2026-03-31' })).toMatchObject({
      status: 422,
      body: { code: 'out-of-date-order', rule: 'R17', facts: { last: '2026-04-01' } },
    });
    const reply = await command('payer', 'repayments', { ...second, paidOn: '2026-04-01' });
    expect(reply.body).toMatchObject({ state: 'active', outstandingFen: 1 });
    await api.moveClock(at('2026-06-01', '23:00:00'));
    const third = { principalFen: 2, interestFen: 6_000_000, paidOn: '2026-06-01' };
    expect(await command('payer', 'repayments', third)).toMatchObject({
      status: 422,
      body: { code: 'amount-exceeds-outstanding', facts: { asked: 2, outstanding: 1 } },
    });
    expect((await command('payer', 'repayments', { ...third, principalFen: 1 })).body).toMatchObject({
      state: 'repaid',
      outstandingFen: 0,
      overdueDays: 0,
      interestPaidFen: 9_208_333,
    });
    expect(await command('payer', 'repayments', { ...third, principalFen: 0 })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'repaid' } },
    });
    expect(await applies(payer, 1_000_000_000)).toBe('accepted');
  });

  test('on its maturity a loan is extended within its term once more, and not by a day beyond it', async () => {
    // 2 March through 1 June are 92 days, three whole months, which end on 1 September.
    const reason = '客户回款延迟';
    expect(await command('slow', 'extensions', { maturesOn: '2026-06-01', reason })).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', rule: 'R18', facts: { from: '2026-06-02' } },
    });
    expect(await command('slow', 'extensions', { maturesOn: '2026-09-02', reason })).toMatchObject({
      status: 422,
      body: { code: 'extension-limit', rule: 'R18', facts: { latest: '2026-09-01' } },
    });
    expect(await command('slow', 'extensions', { maturesOn: '2026-08-31', reason })).toMatchObject({
      status: 200,
      body: { state: 'active', maturesOn: '2026-08-31', originalMaturesOn: '2026-06-01', extensions: 1 },
    });
    await api.moveClock(at('2026-08-31', '23:59:00'));
    expect(await shown('slow')).toMatchObject({ state: 'active', overdueDays: 0 });
  });

  test('the day after the new maturity it is overdue, found by the night with nobody reporting', async () => {
    await api.moveClock(at('2026-09-01', '00:11:00'));
    expect(await shown('slow')).toMatchObject({ state: 'overdue', overdueDays: 1 });
    const again = { maturesOn: '2026-09-30', reason: '再展期' };
    expect(await command('slow', 'extensions', again)).toMatchObject({
      status: 422,
      body: { code: 'extension-limit', facts: { extensions: 1, maxExtensions: 1 } },
    });
    expect(await applies(slow)).toBe('accepted');
  });

  test('classified substandard it is non-performing and bars its enterprise, which does not see the class', async () => {
    const report = { class: 'substandard', asOf: '2026-09-01', overdueDays: 1, unpaidInterestFen: 70_000 };
    expect(await command('slow', 'classifications', report)).toMatchObject({
      status: 200,
      body: { state: 'non-performing', class: 'substandard', bankOverdueDays: 1, nonPerformingSince: '2026-09-01' },
    });
    expect(await applies(slow)).toBe('borrower-in-default');
    const eligibility = await api.get('bank-icbc', `/v1/enterprises/${slow}/eligibility`);
    expect(eligibility.body).toMatchObject({ eligible: false });
    expect(await shown('slow', `enterprise:${slow}`)).toMatchObject({
      state: 'non-performing',
      class: null,
      classAsOf: null,
      bankOverdueDays: null,
      unpaidInterestFen: null,
    });
    expect(await historyOf('slow', 'bank-rcb')).toContain('loan-classified');
    expect(await historyOf('slow', `enterprise:${slow}`)).toEqual([
      'loan-disbursed',
      'loan-extended',
      'loan-became-overdue',
      'loan-became-non-performing',
    ]);
    expect(await command('slow', 'classifications', report, `enterprise:${slow}`)).toMatchObject({ status: 403 });
  });

  test('cured on overdue day 90 it applies again; on day 91 the days make it bad, and no report cures it', async () => {
    await api.moveClock(at('2026-11-29', '09:00:00'));
    const better = { class: 'special-mention', overdueDays: 90 };
    expect(await command('slow', 'classifications', { ...better, asOf: '2026-11-29' })).toMatchObject({
      body: { state: 'overdue', overdueDays: 90, nonPerformingSince: null },
    });
    expect(await applies(slow)).toBe('accepted');
    await api.moveClock(at('2026-11-30', '00:11:00'));
    expect(await shown('slow')).toMatchObject({
      state: 'non-performing',
      overdueDays: 91,
      nonPerformingSince: '2026-11-30',
    });
    expect(await applies(slow)).toBe('borrower-in-default');
    const report = { ...better, overdueDays: 0, asOf: '2026-11-30' };
    expect((await command('slow', 'classifications', report)).body.state).toBe('non-performing');
  });

  test('written off it still bars and still counts; recovered whole it frees its enterprise, and every history is whole', async () => {
    expect(
      await command('slow', 'evidence', { kind: 'collection-record', reference: '催收-1', datedOn: '2026-10-01' }),
    ).toMatchObject({ status: 201, body: { evidence: [{ kind: 'collection-record', addedOn: '2026-11-30' }] } });
    const writeOff = { reason: '无可执行财产', on: '2026-11-30' };
    expect(await command('payer', 'write-off', writeOff)).toMatchObject({ status: 409 });
    expect(await command('slow', 'write-off', { ...writeOff, on: '2026-12-01' })).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range' },
    });
    expect((await command('slow', 'write-off', writeOff)).body).toMatchObject({ state: 'written-off' });
    expect((await api.get('office-1', `/v1/enterprises/${slow}`)).body).toMatchObject({ exposureFen: 500_000_000 });
    expect(await applies(slow)).toBe('borrower-in-default');
    const paid = { principalFen: 500_000_000, interestFen: 0, paidOn: '2026-11-30' };
    expect((await command('slow', 'repayments', paid)).body).toMatchObject({ state: 'written-off', outstandingFen: 0 });
    expect(await applies(slow, 1_000_000_000)).toBe('accepted');
    for (const id of Object.values(loans)) {
      const verified = await api.get('auditor-1', `/v1/audit/verification?kind=loans&id=${id}`);
      expect(verified.body).toMatchObject({ ok: true, brokenAt: null });
    }
  });
});
