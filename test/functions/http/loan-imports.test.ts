import { beforeAll, describe, expect, test } from 'vitest';
import { recountFigures } from '../../../shared/operations/checks/recount-figures.ts';
import { workAll } from '../../operations/list/list-city.ts';
import { aLoanRow } from '../../operations/loan-imports/loan-city.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const [one, two] = [creditCode(21), creditCode(22)];

/** The loan of the first compensation ever paid. */
const firstCase = aLoanRow(one, '平农商借字 2021-0325', {
  amountFen: 30_000_000,
  outstandingFen: 30_000_000,
  appliedOn: '2021-03-15',
  disbursedOn: '2021-03-25',
  originalMaturesOn: '2022-03-24',
  maturesOn: '2023-03-24',
  interestPaidFen: 1_319_500,
  class: 'doubtful',
});

const rows = [
  firstCase,
  aLoanRow(two, 'HT-2'),
  aLoanRow(two, 'HT-3', { appliedOn: '2023-07-01', disbursedOn: '2023-07-02', amountFen: 240_000_001 }),
  aLoanRow('91330482MA00000000', 'HT-4'),
  { ...aLoanRow(two, 'HT-5'), amountFen: '100000000' },
  'no row at all',
  aLoanRow(two, 'HT-6', { institutionId: 'abc' }),
];

async function send(sent: readonly unknown[]) {
  const accepted = await api.post(officer, '/v1/loan-imports', { rows: sent });
  expect(accepted.status, accepted.text).toBe(202);
  await workAll(api.services);
  return (await api.get(officer, `/v1/imports/${accepted.body.importId}`)).body;
}

const loanOf = async (contractNumber: string) => {
  const query = `contractNumber=${encodeURIComponent(contractNumber)}`;
  const { items } = (await api.get(bankOf('rcb'), `/v1/loans?${query}`)).body;
  return (items as Record<string, unknown>[])[0] ?? {};
};

beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  for (const code of [one, two]) await list(api.services, code);
});

describe('loans made before the system', () => {
  test('are the office’s to import', async () => {
    for (const claims of [bankOf('rcb'), auditor]) {
      expect((await api.post(claims, '/v1/loan-imports', { rows: [] })).status).toBe(403);
    }
    const tooMany = { rows: Array.from({ length: 5001 }, () => null) };
    expect((await api.post(officer, '/v1/loan-imports', tooMany)).status).toBe(400);
  });

  test('are taken row by row; what breaks a rule is rejected with the rule and its figures', async () => {
    const done = await send(rows);
    expect(done).toMatchObject({ kind: 'loans', state: 'done', total: 7, processed: 7, added: 2, rejected: 5 });
    const { items } = (await api.get(officer, `/v1/imports/${done.importId}/rejections`)).body;
    const found = (items as Record<string, unknown>[]).map(({ row, code, rule }) => [row, code, rule]);
    expect(found).toEqual(
      expect.arrayContaining([
        [3, 'cap-exceeded', 'R10'],
        [4, 'credit-code-invalid', null],
        [5, 'amount-invalid', null],
        [6, 'row-malformed', null],
        [7, 'institution-not-admitted', 'R9'],
      ]),
    );
    expect(found).toHaveLength(5);
    const sheet = await api.get(officer, `/v1/imports/${done.importId}/rejections?limit=200`);
    expect(sheet.text).toContain('240000001');
  });

  test('hold what the first compensation’s loan was, under the former measures', async () => {
    expect(await loanOf('平农商借字 2021-0325')).toMatchObject({
      applicationId: null,
      principalFen: 30_000_000,
      outstandingFen: 30_000_000,
      originalMaturesOn: '2022-03-24',
      maturesOn: '2023-03-24',
      interestPaidFen: 1_319_500,
      extensions: 1,
      class: 'doubtful',
      state: 'non-performing',
      policy: 'former-measures',
    });
    const file = (await api.get(officer, `/v1/enterprises/${one}`)).body;
    expect(file).toMatchObject({ exposureFen: 30_000_000, leftFen: 970_000_000 });
  });

  test('sent again change nothing and say so; with other figures the contract exists already', async () => {
    expect(await send(rows.slice(0, 2))).toMatchObject({ added: 0, unchanged: 2, rejected: 0 });
    const done = await send([aLoanRow(two, 'HT-2', { outstandingFen: 1 })]);
    const { items } = (await api.get(officer, `/v1/imports/${done.importId}/rejections`)).body;
    expect(items).toMatchObject([{ row: 1, code: 'already-exists', rule: 'R15' }]);
  });

  test('are serviced like any other, bar their enterprise while in default, and are verified and counted', async () => {
    const { loanId } = await loanOf('HT-2');
    const paid = { principalFen: 60_000_000, interestFen: 0, paidOn: '2024-01-10' };
    const repaid = await api.post(bankOf('rcb'), `/v1/loans/${loanId}/repayments`, paid);
    expect(repaid.body).toMatchObject({ state: 'repaid', outstandingFen: 0 });
    const application = {
      creditCode: one,
      institutionId: 'rcb',
      amountFen: 1,
      termMonths: 12,
      mode: 'credit',
      purpose: '研发',
    };
    const barred = await api.post(bankOf('rcb'), '/v1/applications', application);
    expect(barred.body).toMatchObject({ code: 'borrower-in-default', rule: 'R16' });
    const verified = (await api.get(auditor, '/v1/audit/verification?kind=loans')).body;
    expect(verified).toMatchObject({ ok: true, broken: [] });
    const figures = (await api.get(officer, '/v1/statistics?asOf=2023-12-31')).body;
    expect(figures).toMatchObject({ loansCount: 2, loansCumulativeFen: 130_000_000, outstandingFen: 130_000_000 });
    expect((await recountFigures(api.services)).differences).toEqual([]);
  });

  test('with a number that unfolds to more than a key may be are rejected alone', async () => {
    const good = Array.from({ length: 40 }, (_, index) =>
      aLoanRow(two, `HT-U${index}`, { amountFen: 1_000, outstandingFen: 1_000 }),
    );
    const [contract, note] = [aLoanRow(two, 'ﷺ'.repeat(100)), aLoanRow(two, 'HT-N', { noteNumber: 'ﷺ'.repeat(100) })];
    const done = await send([...good.slice(0, 20), contract, note, ...good.slice(20)]);
    expect(done).toMatchObject({ state: 'done', total: 42, added: 40, rejected: 2 });
    const { items } = (await api.get(officer, `/v1/imports/${done.importId}/rejections`)).body;
    expect(items).toMatchObject([
      { row: 21, code: 'contract-number-invalid' },
      { row: 22, code: 'note-number-invalid' },
    ]);
  });
});
