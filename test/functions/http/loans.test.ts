import { beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const [one, two] = [creditCode(11), creditCode(12)];
const today = dayAt(new Date().toISOString());
const loans: Record<string, string> = {};

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await admit(api.services, 'talent-guarantee', 'guarantor');
  for (const code of [one, two]) await list(api.services, code);
  await lend('first', 'rcb', one, 12, 'A-1');
  await lend('second', 'icbc', one, 6, 'A-1');
  await lend('third', 'rcb', two, 24, ' Ａ－3 ', { mode: 'guarantee', guarantorId: 'talent-guarantee' });
});

async function lend(name: string, org: string, code: string, months: number, contractNumber: string, terms = {}) {
  const application = {
    creditCode: code,
    institutionId: org,
    amountFen: 1_000_000,
    termMonths: months,
    mode: 'credit',
    purpose: '研发',
    ...terms,
  };
  const { applicationId } = (await api.post(bankOf(org), '/v1/applications', application)).body;
  await api.post(bankOf(org), `/v1/applications/${applicationId}/reviews`, { decision: 'approve' });
  const maturesOn = `${Number(today.slice(0, 4)) + Math.ceil(months / 12)}-01-${String(months).padStart(2, '0')}`;
  const reply = await api.post(bankOf(org), `/v1/applications/${applicationId}/disbursement`, {
    amountFen: 1_000_000,
    disbursedOn: today,
    maturesOn,
    contractNumber,
    annualRateBp: 400,
  });
  expect(reply.status, reply.text).toBe(201);
  loans[name] = String(reply.body.loanId);
}

const found = async (claims: Parameters<Handlers['get']>[0], query = ''): Promise<readonly string[]> => {
  const { body } = await api.get(claims, `/v1/loans${query}`);
  const names = new Map(Object.entries(loans).map(([name, id]) => [id, name]));
  return (body.items as { loanId: string }[]).map(({ loanId }) => names.get(loanId) ?? loanId);
};

describe('loans', () => {
  test('each sees those that concern it, newest first', async () => {
    expect(await found(officer)).toEqual(['third', 'second', 'first']);
    expect(await found(bankOf('rcb'))).toEqual(['third', 'first']);
    expect(await found(claimsOf('enterprise', one))).toEqual(['second', 'first']);
    expect(await found(claimsOf('guarantor', 'talent-guarantee'))).toEqual(['third']);
    expect(await found(claimsOf('finance', 'finance-bureau'))).toEqual([]);
    expect(await found(claimsOf('member', 'science'))).toEqual([]);
  });

  test('a filter only ever narrows what the caller may see', async () => {
    expect(await found(bankOf('rcb'), `?creditCode=${one}`)).toEqual(['first']);
    expect(await found(bankOf('rcb'), '?institutionId=icbc')).toEqual([]);
    expect(await found(officer, `?creditCode=${one.toLowerCase()}&institutionId=icbc`)).toEqual(['second']);
    expect(await found(officer, '?state=repaid')).toEqual([]);
    expect(await found(officer, '?institutionId=rcb&state=active')).toEqual(['third', 'first']);
  });

  test('a contract number is found trimmed and width-folded, at one institution or at all', async () => {
    expect(await found(bankOf('rcb'), '?contractNumber=A-3')).toEqual(['third']);
    expect(await found(officer, '?contractNumber=A-1')).toEqual(['second', 'first']);
    expect(await found(officer, '?contractNumber=A-1&institutionId=icbc')).toEqual(['second']);
  });

  test('those maturing before a day come the soonest first, and that day itself is not before it', async () => {
    const year = Number(today.slice(0, 4));
    expect(await found(officer, `?maturingBefore=${year + 1}-01-13`)).toEqual(['second', 'first']);
    expect(await found(officer, `?maturingBefore=${year + 1}-01-12`)).toEqual(['second']);
    expect(await found(bankOf('rcb'), `?maturingBefore=${year + 1}-01-13`)).toEqual(['first']);
    const first = await api.get(officer, `/v1/loans?limit=1&maturingBefore=${year + 9}-01-01`);
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    expect(await found(officer, `?maturingBefore=${year + 9}-01-01&cursor=${cursor}`)).toEqual(['first', 'third']);
  });

  test('the enterprise does not see how the bank classifies its loan; another bank does not see the loan', async () => {
    const path = `/v1/loans/${loans.first}`;
    expect((await api.get(bankOf('rcb'), path)).body).toMatchObject({ class: 'normal', state: 'active', version: 1 });
    expect((await api.get(claimsOf('enterprise', one), path)).body).toMatchObject({ class: null, state: 'active' });
    for (const claims of [bankOf('icbc'), claimsOf('enterprise', two), claimsOf('member', 'science')]) {
      expect((await api.get(claims, path)).status).toBe(404);
      expect((await api.get(claims, `${path}/history`)).status).toBe(404);
    }
    expect((await api.get(bankOf('rcb'), `${path}/history`)).body).toMatchObject({
      items: [{ sequence: 1, type: 'loan-disbursed' }],
    });
  });

  test('a cursor tells nothing of the loans that its caller may not see', async () => {
    const { body } = await api.get(bankOf('rcb'), `/v1/loans?creditCode=${one}&limit=1`);
    const cursor = String(body.nextCursor ?? '');
    const readable = cursor.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(readable.join()).not.toContain('loan-');
  });
});
