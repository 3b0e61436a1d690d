import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { capOf, expected, inConflict, Lender, refusalIn, ruledOut } from '../support/lender.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const million = 1_000_000;

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('the whole life of loans, day by day at the edge of every rule', () => {
  let system: RunningSystem;
  let api: Api;
  let bank: Lender;
  const [payer, silent, long] = [1, 2, 3].map(creditCode) as [string, string, string];
  /** Applications, and later loans, by the name of their enterprise. */
  const ids = { payer: '', silent: '', long: '', forgotten: '' };

  /** Asks for one fen and gives it back: whether the enterprise may apply, and why not. */
  async function applies(code: string): Promise<unknown> {
    const reply = await bank.apply(code, 1);
    if (reply.status !== 201) return refusalIn(reply);
    expected(await bank.withdraw(String(reply.body.applicationId)));
    return 'accepted';
  }
  const capRead = (code: string, exposureFen: number) =>
    expect(capOf(api, code)).resolves.toEqual({ exposureFen, leftFen: 1_000 * million - exposureFen });

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    bank = new Lender(api);
    await prepareCity(api, [payer, silent, long]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('what is applied for is reserved at once, and may be decided through the sixtieth day after', async () => {
    ids.payer = await bank.applied(payer, 300 * million);
    ids.forgotten = await bank.applied(payer, 50 * million);
    ids.silent = await bank.applied(silent, 500 * million);
    ids.long = await bank.applied(long, 700 * million);
    await capRead(payer, 350 * million);
    expect((await api.get('bank-rcb', `/v1/applications/${ids.payer}`)).body).toMatchObject({
      state: 'submitted',
      expiresOn: '2026-05-01',
    });
    await api.moveClock(at('2026-04-30', '23:59:00'));
    expect((await bank.approve(ids.long)).body).toMatchObject({ state: 'confirmed', expiresOn: '2026-07-29' });
    await api.moveClock(at('2026-05-01', '23:59:00'));
    expect((await bank.approve(ids.silent)).body).toMatchObject({ state: 'confirmed', expiresOn: '2026-07-30' });
    expect(refusalIn(await bank.approve(ids.payer, { approvedAmountFen: 300 * million + 1 }))).toEqual(
      ruledOut('R13', 'amount-exceeds-applied', { asked: 300 * million + 1, applied: 300 * million }),
    );
    const lower = await bank.approve(ids.payer, { approvedAmountFen: 250 * million });
    expect(lower.body).toMatchObject({ state: 'confirmed', approvedAmountFen: 250 * million, expiresOn: '2026-07-30' });
    await capRead(payer, 300 * million);
    await api.moveClock(at('2026-05-02', '00:01:00'));
    expect(refusalIn(await bank.approve(ids.forgotten))).toEqual(inConflict('expired', 'submitted'));
    await api.moveClock(at('2026-05-02', '00:11:00'));
    await capRead(payer, 250 * million);
  });

  test('a disbursement lies between confirmation and today, and its maturity at most 36 months after it', async () => {
    const report = { amountFen: 700 * million, disbursedOn: '2026-04-30', maturesOn: '2029-04-30' };
    for (const disbursedOn of ['2026-04-29', '2026-05-03']) {
      expect(refusalIn(await bank.disburse(ids.long, { ...report, disbursedOn }))).toEqual(
        ruledOut('R15', 'date-out-of-range', {
          field: 'disbursedOn',
          given: disbursedOn,
          from: '2026-04-30',
          through: '2026-05-02',
        }),
      );
    }
    expect(refusalIn(await bank.disburse(ids.long, { ...report, maturesOn: '2026-04-30' }))).toEqual(
      ruledOut('R15', 'date-out-of-range', { field: 'maturesOn', given: '2026-04-30', from: '2026-05-01' }),
    );
    expect(refusalIn(await bank.disburse(ids.long, { ...report, maturesOn: '2029-05-01' }))).toEqual(
      ruledOut('R15', 'term-too-long', { maturesOn: '2029-05-01', latest: '2029-04-30', maxTermMonths: 36 }),
    );
    const application = ids.long;
    ids.long = await bank.lent(application, report);
    expect(refusalIn(await bank.disburse(application, { ...report, contractNumber: 'HT-again' }))).toEqual(
      inConflict('disbursed', 'confirmed'),
    );
  });

  test('on the last day of its confirmation less may be disbursed than approved, and the rest is free at once', async () => {
    await api.moveClock(at('2026-07-30', '23:00:00'));
    const days = { disbursedOn: '2026-07-30', maturesOn: '2026-10-28' };
    expect(refusalIn(await bank.disburse(ids.payer, { ...days, amountFen: 250 * million + 1 }))).toEqual(
      ruledOut('R15', 'amount-exceeds-approved', { asked: 250 * million + 1, approved: 250 * million }),
    );
    ids.payer = await bank.lent(ids.payer, { ...days, amountFen: 240 * million });
    await capRead(payer, 240 * million);
    await api.moveClock(at('2026-07-31', '00:01:00'));
    // The night has not yet said that it expired; it was disbursed in time all the same.
    const late = { ...days, amountFen: 500 * million };
    expect(refusalIn(await bank.disburse(ids.silent, { ...late, disbursedOn: '2026-07-31' }))).toEqual(
      ruledOut('R15', 'date-out-of-range', {
        field: 'disbursedOn',
        given: '2026-07-31',
        from: '2026-05-01',
        through: '2026-07-30',
      }),
    );
    await api.moveClock(at('2026-07-31', '00:11:00'));
    await capRead(silent, 0);
    ids.silent = await bank.lent(ids.silent, late);
    await capRead(silent, 500 * million);
  });

  test('two parts are repaid in order, neither before the disbursement nor tomorrow, and free the cap in that moment', async () => {
    await api.moveClock(at('2026-08-15', '09:00:00'));
    const first = { principalFen: 40 * million, interestFen: 410_000, paidOn: '2026-07-31' };
    for (const paidOn of ['2026-07-29', '2026-08-16']) {
      expect(refusalIn(await bank.service(ids.payer, 'repayments', { ...first, paidOn }))).toEqual(
        ruledOut('R17', 'date-out-of-range', {
          field: 'paidOn',
          given: paidOn,
          from: '2026-07-30',
          through: '2026-08-15',
        }),
      );
    }
    expected(await bank.service(ids.payer, 'repayments', first));
    await capRead(payer, 200 * million);
    const second = { ...first, principalFen: 100 * million };
    expect(refusalIn(await bank.service(ids.payer, 'repayments', { ...second, paidOn: '2026-07-30' }))).toEqual(
      ruledOut('R17', 'out-of-date-order', { field: 'paidOn', given: '2026-07-30', last: '2026-07-31' }),
    );
    expect((await bank.service(ids.payer, 'repayments', second)).body).toMatchObject({
      state: 'active',
      outstandingFen: 100 * million,
    });
    await capRead(payer, 100 * million);
  });

  test('on its maturity a loan is active, the day after overdue; the third part, to the fen, ends it', async () => {
    await api.moveClock(at('2026-10-28', '23:59:00'));
    expect(await bank.loan(ids.payer)).toMatchObject({ state: 'active', overdueDays: 0 });
    await api.moveClock(at('2026-10-29', '00:11:00'));
    expect(await bank.loan(ids.payer)).toMatchObject({ state: 'overdue', overdueDays: 1 });
    const third = { principalFen: 100 * million + 1, interestFen: 0, paidOn: '2026-10-29' };
    expect(refusalIn(await bank.service(ids.payer, 'repayments', third))).toEqual(
      ruledOut('R17', 'amount-exceeds-outstanding', { asked: 100 * million + 1, outstanding: 100 * million }),
    );
    const whole = await bank.service(ids.payer, 'repayments', { ...third, principalFen: 100 * million });
    expect(whole.body).toMatchObject({ state: 'repaid', outstandingFen: 0, overdueDays: 0 });
    await capRead(payer, 0);
    const more = { ...third, principalFen: 0, interestFen: 1 };
    expect(refusalIn(await bank.service(ids.payer, 'repayments', more))).toMatchObject({
      status: 409,
      code: 'state-conflict',
      facts: { state: 'repaid' },
    });
  });

  test('an overdue loan is extended from tomorrow on, by its own term at most and once, and is active again', async () => {
    const extend = (maturesOn: string) => bank.service(ids.silent, 'extensions', { maturesOn, reason: '客户回款延迟' });
    expect(await bank.loan(ids.silent)).toMatchObject({ state: 'overdue', overdueDays: 1 });
    expect(refusalIn(await extend('2026-10-29'))).toEqual(
      ruledOut('R18', 'date-out-of-range', { field: 'maturesOn', given: '2026-10-29', from: '2026-10-30' }),
    );
    // 30 July to 28 October are ninety days, which end on 26 January.
    expect(refusalIn(await extend('2027-01-27'))).toEqual(
      ruledOut('R18', 'extension-limit', { maturesOn: '2027-01-27', latest: '2027-01-26' }),
    );
    expect((await extend('2027-01-26')).body).toMatchObject({
      state: 'active',
      overdueDays: 0,
      maturesOn: '2027-01-26',
      originalMaturesOn: '2026-10-28',
    });
    expect(refusalIn(await extend('2027-01-27'))).toEqual(
      ruledOut('R18', 'extension-limit', { extensions: 1, maxExtensions: 1 }),
    );
    await capRead(silent, 500 * million);
  });

  test('ninety days overdue it only is, the next night non-performing, with nobody reporting', async () => {
    await api.moveClock(at('2027-01-26', '23:59:00'));
    expect(await bank.loan(ids.silent)).toMatchObject({ state: 'active', overdueDays: 0 });
    await api.moveClock(at('2027-01-27', '00:11:00'));
    expect(await bank.loan(ids.silent)).toMatchObject({ state: 'overdue', overdueDays: 1 });
    await api.moveClock(at('2027-04-26', '23:59:00'));
    expect(await bank.loan(ids.silent)).toMatchObject({ state: 'overdue', overdueDays: 90, nonPerformingSince: null });
    expect(await applies(silent)).toBe('accepted');
    await api.moveClock(at('2027-04-27', '00:11:00'));
    expect(await bank.loan(ids.silent)).toMatchObject({
      state: 'non-performing',
      overdueDays: 91,
      bankOverdueDays: null,
      nonPerformingSince: '2027-04-27',
      class: 'normal',
    });
    const { items } = (await api.get('bank-rcb', `/v1/loans/${ids.silent}/history`)).body;
    expect((items as object[]).at(-1)).toMatchObject({
      type: 'loan-became-non-performing',
      actor: { sub: 'job:overdue-loans' },
    });
  });

  test('made so by the days it bars its enterprise, whatever the bank reports, until it is repaid', async () => {
    const barred = ruledOut('R16', 'borrower-in-default', { creditCode: silent, loans: 1 });
    expect(await applies(silent)).toEqual(barred);
    const report = { class: 'special-mention', asOf: '2027-04-27', overdueDays: 0 };
    expect((await bank.service(ids.silent, 'classifications', report)).body).toMatchObject({
      state: 'non-performing',
      class: 'special-mention',
      overdueDays: 91,
      bankOverdueDays: 0,
    });
    const extension = { maturesOn: '2027-05-31', reason: '再展期' };
    expect(refusalIn(await bank.service(ids.silent, 'extensions', extension))).toEqual(
      inConflict('non-performing', 'active, overdue'),
    );
    const paid = { principalFen: 500 * million - 1, interestFen: 0, paidOn: '2027-04-27' };
    expect((await bank.service(ids.silent, 'repayments', paid)).body).toMatchObject({ state: 'non-performing' });
    await capRead(silent, 1);
    expect(await applies(silent)).toEqual(barred);
    const rest = await bank.service(ids.silent, 'repayments', { ...paid, principalFen: 1 });
    expect(rest.body).toMatchObject({ state: 'repaid', overdueDays: 0 });
    await capRead(silent, 0);
    expect(await applies(silent)).toBe('accepted');
  });

  test('made so by its class it is cured by the bank’s report, as far as the bank’s own days allow', async () => {
    const classify = async (report: object) =>
      (await bank.service(ids.long, 'classifications', { asOf: '2027-04-27', ...report })).body;
    expect(await classify({ class: 'special-mention', overdueDays: 90 })).toMatchObject({
      state: 'overdue',
      overdueDays: 0,
      bankOverdueDays: 90,
    });
    expect(await classify({ class: 'substandard', overdueDays: 0 })).toMatchObject({ state: 'non-performing' });
    expect(await applies(long)).toMatchObject({ code: 'borrower-in-default' });
    expect(await classify({ class: 'special-mention', overdueDays: 91 })).toMatchObject({ state: 'non-performing' });
    expect(await classify({ class: 'special-mention', overdueDays: 90 })).toMatchObject({
      state: 'overdue',
      nonPerformingSince: null,
    });
    expect(await applies(long)).toBe('accepted');
    expect(await classify({ class: 'special-mention', overdueDays: 0 })).toMatchObject({ state: 'active' });
    expect(
      refusalIn(
        await bank.service(ids.long, 'classifications', { class: 'normal', asOf: '2027-04-26', overdueDays: 0 }),
      ),
    ).toEqual(ruledOut('R19', 'out-of-date-order', { field: 'asOf', given: '2027-04-26', last: '2027-04-27' }));
  });

  test('after its thirty-six months it is found by the nights like all loans, and every history is whole', async () => {
    await api.moveClock(at('2029-04-30', '23:59:00'));
    expect(await bank.loan(ids.long)).toMatchObject({ state: 'active', overdueDays: 0 });
    await api.moveClock(at('2029-07-29', '23:59:00'));
    expect(await bank.loan(ids.long)).toMatchObject({ state: 'overdue', overdueDays: 90 });
    await api.moveClock(at('2029-07-30', '00:11:00'));
    expect(await bank.loan(ids.long)).toMatchObject({ state: 'non-performing', overdueDays: 91 });
    for (const id of [ids.payer, ids.silent, ids.long]) {
      const verified = await api.get('auditor-1', `/v1/audit/verification?kind=loans&id=${id}`);
      expect(verified.body).toMatchObject({ ok: true, brokenAt: null });
    }
  });
});
