import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { recountFigures } from '../../../shared/operations/checks/recount-figures.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const today = dayAt(new Date().toISOString());
const ago = (days: number): string => addDays(today, -days);
const ids: string[] = [];

async function lend(org: string, index: number, amountFen: number, terms = {}): Promise<void> {
  const application = {
    creditCode: creditCode(index),
    institutionId: org,
    amountFen,
    termMonths: 12,
    mode: 'credit',
    purpose: '研发',
    ...terms,
  };
  const { applicationId } = (await api.post(bankOf(org), '/v1/applications', application)).body;
  await api.post(bankOf(org), `/v1/applications/${applicationId}/reviews`, { decision: 'approve' });
  const reply = await api.post(bankOf(org), `/v1/applications/${applicationId}/disbursement`, {
    amountFen,
    disbursedOn: today,
    maturesOn: addDays(today, 365),
    contractNumber: `HT-${index}`,
    annualRateBp: 400,
  });
  expect(reply.status, reply.text).toBe(201);
  ids.push(String(reply.body.loanId));
}

const read = async (claims: Parameters<Handlers['get']>[0] = officer, query = '') => {
  const { status, body } = await api.get(claims, `/v1/statistics${query}`);
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await admit(api.services, 'talent-guarantee', 'guarantor');
  for (const index of [1, 2, 3]) await list(api.services, creditCode(index));
});

describe('the programme’s figures', () => {
  test('of a city without loans are zeros in every field', async () => {
    const body = await read();
    expect(body).toMatchObject({
      asOf: today,
      enterprisesListed: 3,
      loansCount: 0,
      loansCumulativeFen: 0,
      outstandingFen: 0,
      creditAndIpShareBp: 0,
      compensatedFen: 0,
      byInstitution: [],
      byMonth: [],
    });
    expect(body.byCategory).toMatchObject({ 'high-tech': 3, gazelle: 0 });
    expect(body.byMode).toMatchObject({ credit: { count: 0, amountFen: 0 }, other: { count: 0, amountFen: 0 } });
  });

  test('hold an answered command at the next reading', async () => {
    await lend('rcb', 1, 300_000_000);
    expect(await read()).toMatchObject({ loansCount: 1, loansCumulativeFen: 300_000_000, outstandingFen: 300_000_000 });
    await lend('icbc', 2, 100_000_000, { mode: 'guarantee', guarantorId: 'talent-guarantee' });
    const body = await read();
    expect(body).toMatchObject({
      loansCount: 2,
      loansCumulativeFen: 400_000_000,
      creditAndIpShareBp: 7500,
      byMode: { credit: { count: 1, amountFen: 300_000_000 }, guarantee: { count: 1, amountFen: 100_000_000 } },
      byMonth: [{ month: today.slice(0, 7), count: 2, amountFen: 400_000_000 }],
    });
    const repaid = { principalFen: 100_000_000, interestFen: 1, paidOn: today };
    await api.post(bankOf('rcb'), `/v1/loans/${ids[0]}/repayments`, repaid);
    expect(await read()).toMatchObject({ loansCount: 2, loansCumulativeFen: 400_000_000, outstandingFen: 300_000_000 });
  });

  test('show all rows to office, members, finance and auditor, its own to a bank or guarantor, none to an enterprise', async () => {
    const [icbc, rcb] = [
      { institutionId: 'icbc', loansCount: 1, loansCumulativeFen: 100_000_000, outstandingFen: 100_000_000 },
      { institutionId: 'rcb', loansCount: 1, loansCumulativeFen: 300_000_000, outstandingFen: 200_000_000 },
    ];
    const guarantor = { ...icbc, institutionId: 'talent-guarantee' };
    for (const claims of [
      officer,
      claimsOf('member', 'science'),
      claimsOf('finance', 'finance-bureau'),
      claimsOf('auditor', 'audit'),
    ]) {
      const body = await read(claims);
      expect(body).toMatchObject({ byInstitution: [icbc, rcb], byGuarantor: [guarantor] });
    }
    expect(await read(bankOf('rcb'))).toMatchObject({ loansCount: 2, byInstitution: [rcb], byGuarantor: [] });
    const idle = await read(bankOf('abc'));
    expect(idle.byInstitution).toEqual([
      {
        institutionId: 'abc',
        name: 'abc',
        loansCount: 0,
        loansCumulativeFen: 0,
        outstandingFen: 0,
        compensatedFen: 0,
      },
    ]);
    const ofGuarantor = await read(claimsOf('guarantor', 'talent-guarantee'));
    expect(ofGuarantor).toMatchObject({ loansCount: 2, byInstitution: [], byGuarantor: [guarantor] });
    const ofEnterprise = await read(claimsOf('enterprise', creditCode(1)));
    expect(ofEnterprise).toMatchObject({ loansCount: 2, byInstitution: [], byGuarantor: [] });
  });

  test('as of yesterday know nothing of today, as of today everything, and of tomorrow there are none', async () => {
    expect(await read(officer, `?asOf=${ago(1)}`)).toMatchObject({ asOf: ago(1), loansCount: 0 });
    expect(await read(officer, '?asOf=2019-12-31')).toMatchObject({
      enterprisesListed: 0,
      byCategory: { 'high-tech': 0 },
    });
    expect(await read(officer, `?asOf=${today}`)).toEqual(await read());
    const ahead = await api.get(officer, `/v1/statistics?asOf=${addDays(today, 1)}`);
    expect(ahead.status).toBe(422);
    expect(ahead.body).toMatchObject({ code: 'date-out-of-range', facts: { field: 'asOf', through: today } });
  });

  test('are what a recount of all histories gives', async () => {
    expect(await recountFigures(api.services)).toEqual({ examined: 6, differences: [] });
  });

  test('that somebody meddled with are found by the recount and named, in each bucket', async () => {
    const stray = { kind: 'count', on: '2024-02-29', figure: 'lentFen/credit', by: 1 } as const;
    expect(await commit(api.services.database, [stray])).toBe('committed');
    const { differences } = await recountFigures(api.services);
    const difference = { figure: 'lentFen/credit', counted: 1, recounted: 0 };
    const named = ['2024', '2024-02', '2024-02-29'].map((period) => ({ period, ...difference }));
    expect(differences).toHaveLength(3);
    expect(differences).toEqual(expect.arrayContaining(named));
  });
});
