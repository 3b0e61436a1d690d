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

/** Loans that matured on 1 March 2027: by 15 June the days alone have made them non-performing. */
beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
  for (const [name, code] of Object.entries(late)) {
    await list(api.services, code);
    loans[name] = await lend(api.services, code, name);
  }
  api.setNow('2027-06-15T04:00:00.000Z');
});

const send = (name: string, call: string, body: object) => api.post(rcb, `/v1/loans/${loans[name]}/${call}`, body);
const typesOf = async (name: string): Promise<readonly string[]> => {
  const { items } = (await api.get(auditor, `/v1/loans/${loans[name]}/history`)).body;
  return (items as { type: string }[]).map(({ type }) => type);
};
const saidFirst = ['loan-disbursed', 'loan-became-overdue', 'loan-became-non-performing'];

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
