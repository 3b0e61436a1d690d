import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const code = creditCode(81);
const today = dayAt(new Date().toISOString());
const amountFen = 1_000_000;

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await list(api.services, code);
});

async function confirmed(org = 'rcb'): Promise<string> {
  const terms = { creditCode: code, institutionId: org, amountFen, termMonths: 12, mode: 'credit', purpose: '研发' };
  const { applicationId } = (await api.post(bankOf(org), '/v1/applications', terms)).body;
  const path = `/v1/applications/${applicationId}`;
  const approval = await api.post(bankOf(org), `${path}/reviews`, { decision: 'approve' });
  expect(approval.body.state).toBe('confirmed');
  return path;
}
const disburse = async (path: string, report: object, claims = bankOf('rcb')) =>
  api.post(claims, `${path}/disbursement`, {
    amountFen,
    disbursedOn: today,
    maturesOn: addDays(today, 365),
    annualRateBp: 400,
    ...report,
  });

describe('a contract number', () => {
  test('with its note number is taken once at an institution, however it is typed', async () => {
    expect((await disburse(await confirmed(), { contractNumber: 'HT-7', noteNumber: 'J-1' })).status).toBe(201);
    const again = await confirmed();
    for (const typed of [
      { contractNumber: 'HT-7', noteNumber: 'J-1' },
      { contractNumber: ' ＨＴ-7 ', noteNumber: 'Ｊ-1' },
    ]) {
      const reply = await disburse(again, typed);
      expect(reply).toMatchObject({ status: 409, body: { code: 'already-exists', rule: 'R15' } });
    }
    // Another note of the contract is another loan, and so is the contract without one.
    expect((await disburse(again, { contractNumber: 'HT-7', noteNumber: 'J-2' })).status).toBe(201);
    expect((await disburse(await confirmed(), { contractNumber: 'HT-7' })).status).toBe(201);
  });

  test('of another institution does not stand in the way', async () => {
    const reply = await disburse(
      await confirmed('icbc'),
      { contractNumber: 'HT-7', noteNumber: 'J-1' },
      bankOf('icbc'),
    );
    expect(reply.status).toBe(201);
  });
});

describe('a disbursement', () => {
  test.each([
    ['no contract number', { contractNumber: ' ' }, 'contractNumber'],
    ['half a fen', { contractNumber: 'HT-8', amountFen: 0.5 }, 'amountFen'],
    ['a day that there is not', { contractNumber: 'HT-8', disbursedOn: '2026-02-30' }, 'disbursedOn'],
    ['two rates that differ', { contractNumber: 'HT-8', annualRatePpm: 47_850 }, 'annualRatePpm'],
  ])('with %s is refused for its form', async (_, report, path) => {
    const reply = await disburse('/v1/applications/app-1', report);
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ path }] } });
  });

  test('is reported by the bank of the application alone, and once', async () => {
    const path = await confirmed();
    const report = { contractNumber: 'HT-9' };
    expect((await disburse(path, report, officer)).status).toBe(403);
    expect((await disburse(path, report, claimsOf('enterprise', code))).status).toBe(403);
    expect((await disburse(path, report, bankOf('icbc'))).status).toBe(404);
    const reply = await disburse(path, report);
    expect(reply).toMatchObject({ status: 201, body: { state: 'active', class: 'normal', principalFen: amountFen } });
    expect(reply.headers.location).toBe(`/v1/loans/${reply.body.loanId}`);
    expect(await disburse(path, { contractNumber: 'HT-10' })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'disbursed', allowed: 'confirmed' } },
    });
  });

  test.each([
    [{ amountFen: amountFen + 1 }, 'amount-exceeds-approved', { asked: amountFen + 1, approved: amountFen }],
    [
      { disbursedOn: addDays(today, -1) },
      'date-out-of-range',
      { field: 'disbursedOn', given: addDays(today, -1), from: today, through: today },
    ],
    [
      { disbursedOn: addDays(today, 1), maturesOn: addDays(today, 9) },
      'date-out-of-range',
      { field: 'disbursedOn', given: addDays(today, 1), from: today, through: today },
    ],
    [{ maturesOn: today }, 'date-out-of-range', { field: 'maturesOn', given: today, from: addDays(today, 1) }],
  ])('%j is refused with the figures that decided', async (report, expected, facts) => {
    const reply = await disburse(await confirmed(), { contractNumber: 'HT-11', ...report });
    expect(reply).toMatchObject({ status: 422, body: { code: expected, rule: 'R15', facts } });
  });

  test('may mature the day after', async () => {
    const reply = await disburse(await confirmed(), { contractNumber: 'HT-12', maturesOn: addDays(today, 1) });
    expect(reply).toMatchObject({ status: 201, body: { maturesOn: addDays(today, 1), overdueDays: 0 } });
  });
});
