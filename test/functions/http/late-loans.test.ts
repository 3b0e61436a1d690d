import { beforeAll, describe, expect, test } from 'vitest';
import { aClaim } from '../../support/claiming.ts';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { guardOf, lend } from '../../support/lending.ts';

let api: Handlers;
const rcb = bankOf('rcb');
const late = { claimed: creditCode(801), evidenced: creditCode(802), lost: creditCode(803) };
const loans: Record<string, string> = {};
const barred = creditCode(804);
/** Applications of an enterprise with such a loan, from the days before: one waits for the bank, one was returned. */
const waiting: Record<'submitted' | 'returned', string> = { submitted: '', returned: '' };

/** Loans that matured on 1 March 2027: by 15 June the days alone have made them non-performing. */
beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
  for (const [name, code] of Object.entries(late)) {
    await list(api.services, code);
    loans[name] = await lend(api.services, code, name);
  }
  await list(api.services, barred);
  await lend(api.services, barred, 'barred');
  api.setNow('2027-05-30T04:00:00.000Z');
  waiting.submitted = await apply();
  waiting.returned = await apply();
  await api.post(rcb, `/v1/applications/${waiting.returned}/reviews`, { decision: 'return', reason: '补材料' });
  api.setNow('2027-06-15T04:00:00.000Z');
});

const application = anApplication(barred, { amountFen: 1_000_000 });
async function apply(): Promise<string> {
  const { status, body, text } = await api.post(rcb, '/v1/applications', application);
  expect(status, text).toBe(201);
  return String(body.applicationId);
}

const send = (name: string, call: string, body: object) => api.post(rcb, `/v1/loans/${loans[name]}/${call}`, body);
const typesOf = async (name: string): Promise<readonly string[]> => {
  const { items } = (await api.get(auditor, `/v1/loans/${loans[name]}/history`)).body;
  return (items as { type: string }[]).map(({ type }) => type);
};
const saidFirst = ['loan-disbursed', 'loan-became-overdue', 'loan-became-non-performing'];

describe('an enterprise with a loan of which nobody has said yet that the days have made it non-performing (R16)', () => {
  const inDefault = { status: 422, body: { code: 'borrower-in-default', rule: 'R16', facts: { loans: 1 } } };

  test('is told that it may not apply', async () => {
    const answer = await api.get(rcb, `/v1/enterprises/${barred}/eligibility`);
    expect(answer).toMatchObject({ status: 200, body: { eligible: false } });
  });

  test('may not apply, and not submit again', async () => {
    expect(await api.post(rcb, '/v1/applications', application)).toMatchObject(inDefault);
    const again = `/v1/applications/${waiting.returned}/resubmission`;
    expect(await api.post(rcb, again, { amountFen: 2_000_000 })).toMatchObject(inDefault);
  });

  test('is not confirmed by itself', async () => {
    const reviews = `/v1/applications/${waiting.submitted}/reviews`;
    const reply = await api.post(rcb, reviews, { decision: 'approve', annualRateBp: 365 });
    expect(reply).toMatchObject({ status: 200, body: { state: 'approved-by-institution' } });
  });
});

describe('a loan of which nobody has said yet that the days have made it non-performing', () => {
  test.each([
    ['claimed', 'claims', aClaim(), 201, 'loan-claimed'],
    ['evidenced', 'evidence', { kind: 'collection-record', reference: 'C-1' }, 201, 'loan-evidence-added'],
    ['lost', 'write-off', { on: '2027-06-15', reason: '无可执行财产' }, 200, 'loan-written-off'],
  ] as const)(
    '%s: the same transaction says it first, and bars the enterprise',
    async (name, call, body, status, type) => {
      expect(await guardOf(api.services, late[name])).toMatchObject({ exposureFen: 100_000_000 });
      expect((await guardOf(api.services, late[name]))?.defaults ?? 0).toBe(0);
      const reply = await send(name, call, body);
      expect(reply.status, reply.text).toBe(status);
      expect(await typesOf(name)).toEqual([...saidFirst, type]);
      expect(await guardOf(api.services, late[name])).toMatchObject({ exposureFen: 100_000_000, defaults: 1 });
      const again = await api.post(rcb, '/v1/applications', anApplication(late[name]));
      expect(again).toMatchObject({ status: 422, body: { code: 'borrower-in-default', rule: 'R16' } });
    },
  );
});
