import { beforeAll, describe, expect, test } from 'vitest';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import {
  auditor,
  bankOf,
  type Claims,
  claimsOf,
  type Handlers,
  officer,
  openHandlers,
} from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await admit(api.services, 'icbc');
  await admit(api.services, 'talent-guarantee', 'guarantor');
  await admit(api.services, 'jinkong', 'holding');
});

const threeParty = {
  kind: 'three-party',
  parties: ['rcb', 'talent-guarantee', 'jinkong'],
  signedOn: '2024-11-11',
  validUntil: '2999-11-10',
  quotaFen: 10_000_000_000,
};

describe('guarantee agreements', () => {
  test('the office enters one, with its whole quota left', async () => {
    const reply = await api.post(officer, '/v1/agreements', threeParty);
    expect(reply.status).toBe(201);
    const { agreementId } = reply.body;
    expect(reply.body).toEqual({
      ...threeParty,
      agreementId,
      feeBp: null,
      usedFen: 0,
      leftFen: 10_000_000_000,
      version: 1,
    });
    expect(reply.headers.location).toBe(`/v1/agreements/${agreementId}`);
  });

  test.each([
    ['a party that nobody knows', { parties: ['rcb', 'nobody'] }, 'institution-not-admitted', 'nobody'],
    ['no party at all', { parties: [] }, 'institution-not-admitted', 'name a bank'],
    ['no bank', { parties: ['talent-guarantee', 'jinkong'] }, 'institution-not-admitted', 'name a bank'],
    ['no guarantor', { parties: ['rcb', 'jinkong'] }, 'guarantor-not-admitted', 'name a guarantor'],
    ['a signature yet to come', { signedOn: '2998-01-01' }, 'date-out-of-range', 'must not be after'],
    ['an end on the day of signing', { validUntil: '2024-11-11' }, 'date-out-of-range', 'before 2024-11-12'],
  ] as const)('%s is refused', async (_, change, code, text) => {
    const reply = await api.post(officer, '/v1/agreements', { ...threeParty, ...change });
    expect([reply.status, reply.body.code, reply.body.rule]).toEqual([422, code, 'R12']);
    expect(reply.body.detail).toContain(text);
  });

  test('its parties see it, and nobody else but the office and the auditor', async () => {
    const { body } = await api.get(officer, '/v1/agreements');
    const [first] = body.items as { agreementId: string }[];
    const path = `/v1/agreements/${first?.agreementId}`;
    for (const claims of [officer, auditor, bankOf('rcb'), claimsOf('guarantor', 'jinkong')]) {
      expect((await api.get(claims, path)).status).toBe(200);
      expect((await api.get(claims, '/v1/agreements')).body.items).toHaveLength(1);
    }
    expect((await api.get(bankOf('icbc'), path)).status).toBe(404);
    expect((await api.get(bankOf('icbc'), '/v1/agreements')).body).toEqual({ items: [], nextCursor: null });
    expect((await api.get(claimsOf('finance', 'finance-bureau'), path)).status).toBe(403);
    expect((await api.post(bankOf('rcb'), '/v1/agreements', threeParty)).status).toBe(403);
  });

  test('who is no party learns nothing of one by naming it: neither its end nor what is left of its quota', async () => {
    const { agreementId } = (await api.post(officer, '/v1/agreements', { ...threeParty, quotaFen: 100 })).body;
    await list(api.services, creditCode(31));
    const terms = { creditCode: creditCode(31), termMonths: 12, mode: 'guarantee', purpose: '研发投入' };
    const apply = (claims: Claims, change: object) =>
      api.post(claims, '/v1/applications', {
        ...terms,
        amountFen: 101,
        guarantorId: 'talent-guarantee',
        agreementId,
        ...change,
      });
    const foreign = await apply(bankOf('icbc'), { institutionId: 'icbc' });
    const unknown = await apply(bankOf('icbc'), { institutionId: 'icbc', agreementId: 'agr-none' });
    expect(foreign.body.facts).toEqual({ ...(unknown.body.facts as object), agreementId });
    expect(foreign.body).toMatchObject({ code: 'agreement-not-valid', facts: { validUntil: null } });

    const party = await apply(bankOf('rcb'), { institutionId: 'rcb' });
    expect(party.body).toMatchObject({ code: 'quota-exceeded', facts: { quota: 100, asked: 101, left: 100 } });
    const enterprise = await apply(claimsOf('enterprise', creditCode(31)), { institutionId: 'rcb' });
    expect(enterprise.body.facts).toEqual({ agreementId, quota: 100, asked: 101 });
  });
});
