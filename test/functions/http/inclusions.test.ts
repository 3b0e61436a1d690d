import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const [ours, theirs, known] = [creditCode(41), creditCode(42), creditCode(43)];
const today = dayAt(new Date().toISOString());
const science = claimsOf('member', 'science');
const enterprise = (code: string) => claimsOf('enterprise', code);
const request = {
  name: '平湖新材料有限公司',
  innovationNeed: '新型膜材料中试',
  financingLack: '无抵押物，未取得资质',
  evidence: [{ kind: 'business-plan', reference: 'A-1', documentId: null, datedOn: today }],
};
const ids: Record<string, string> = {};

async function ask(name: string, claims: Parameters<Handlers['post']>[0], code: string, change: object = {}) {
  const reply = await api.post(claims, `/v1/enterprises/${code}/inclusions`, { ...request, ...change });
  if (reply.status === 201) ids[name] = String(reply.body.inclusionId);
  return reply;
}

const found = async (claims: Parameters<Handlers['get']>[0], query = '') => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const { body } = await api.get(claims, `/v1/inclusions${query}`);
  return (body.items as { inclusionId: string }[]).map(({ inclusionId }) => names.get(inclusionId));
};

beforeAll(async () => {
  api = await openHandlers();
  await list(api.services, known);
  await ask('bank', bankOf('rcb'), ours);
  await ask('own', enterprise(theirs), theirs, { validUntil: addDays(today, 365) });
  await ask('office', officer, known);
});

describe('a request for inclusion', () => {
  test('is answered with all its fields, and where it lies', async () => {
    const reply = await ask('fresh', bankOf('icbc'), creditCode(44), { validUntil: null });
    expect(reply.status, reply.text).toBe(201);
    expect(reply.headers).toMatchObject({ location: `/v1/inclusions/${ids.fresh}`, etag: '"1"' });
    expect(reply.body).toEqual({
      inclusionId: ids.fresh,
      creditCode: creditCode(44),
      ...request,
      validUntil: null,
      submittedBy: 'icbc',
      submittedOn: today,
      state: 'submitted',
      meetingId: null,
      itemId: null,
      includedFrom: null,
      reason: null,
      version: 1,
    });
    const withdrawn = await api.post(bankOf('icbc'), `/v1/inclusions/${ids.fresh}/withdrawal`, { reason: '重复' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason: '重复', version: 2 });
  });

  test('is one an enterprise: who asks again hears the state of the one that waits, and not whose it is', async () => {
    const reply = await ask('again', bankOf('icbc'), ours.toLowerCase());
    expect(reply).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    expect(reply.body.facts).toEqual({ state: 'submitted', allowed: 'approved, rejected, withdrawn, ended, revoked' });
  });

  test('of another enterprise is not there for an enterprise', async () => {
    expect(await ask('other', enterprise(theirs), ours)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test.each([
    ['no need', { innovationNeed: '' }, 'innovationNeed'],
    ['no lack', { financingLack: undefined }, 'financingLack'],
    ['too much evidence', { evidence: Array.from({ length: 21 }, () => ({ kind: 'other' })) }, 'evidence'],
    ['a day that is none', { validUntil: '2026-02-30' }, 'validUntil'],
    ['a field that is none', { urgent: true }, 'urgent'],
  ])('with %s is refused', async (_, change, path) => {
    const reply = await ask('bad', officer, creditCode(45), change);
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ path }] } });
  });

  test('with evidence of tomorrow is refused with the days', async () => {
    const evidence = [{ kind: 'other', datedOn: addDays(today, 1) }];
    const reply = await ask('bad', officer, creditCode(45), { evidence });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', rule: 'R5', facts: { through: today } },
    });
  });

  test('is not the guarantor’s, the finance bureau’s, a member’s or the auditor’s to make', async () => {
    for (const role of ['guarantor', 'finance', 'member', 'auditor'] as const) {
      expect((await ask('bad', claimsOf(role, 'x'), creditCode(45))).status).toBe(403);
    }
  });
});

describe('who sees which requests', () => {
  test('the bank its own, the enterprise those about it, the office and the auditor all, a member none yet', async () => {
    expect(await found(officer)).toEqual(['fresh', 'office', 'own', 'bank']);
    expect(await found(auditor)).toEqual(['fresh', 'office', 'own', 'bank']);
    expect(await found(bankOf('rcb'))).toEqual(['bank']);
    expect(await found(bankOf('icbc'))).toEqual(['fresh']);
    expect(await found(enterprise(ours))).toEqual(['bank']);
    expect(await found(enterprise(known))).toEqual(['office']);
    expect(await found(science)).toEqual([]);
  });

  test('filters only ever narrow', async () => {
    expect(await found(officer, '?state=submitted')).toEqual(['office', 'own', 'bank']);
    expect(await found(officer, `?state=submitted&creditCode=${theirs}`)).toEqual(['own']);
    expect(await found(bankOf('rcb'), `?creditCode=${theirs}`)).toEqual([]);
    expect(await found(enterprise(ours), `?creditCode=${theirs}`)).toEqual([]);
  });

  test('one that is not the caller’s to see is not there, nor its history', async () => {
    for (const claims of [bankOf('icbc'), enterprise(theirs), science]) {
      for (const path of [`/v1/inclusions/${ids.bank}`, `/v1/inclusions/${ids.bank}/history`]) {
        expect((await api.get(claims, path)).status).toBe(404);
      }
    }
    expect((await api.get(bankOf('rcb'), `/v1/inclusions/${ids.bank}/history`)).body.items).toMatchObject([
      { sequence: 1, type: 'inclusion-submitted', actor: { org: 'rcb' } },
    ]);
    expect((await api.get(claimsOf('finance', 'x'), '/v1/inclusions')).status).toBe(403);
  });
});

describe('withdrawal and revocation', () => {
  test('a request is withdrawn by those who see it; a second time it is not', async () => {
    const path = `/v1/inclusions/${ids.bank}/withdrawal`;
    expect((await api.post(bankOf('icbc'), path)).status).toBe(404);
    expect((await api.post(bankOf('rcb'), path, {}, { headers: { 'if-match': '"2"' } })).status).toBe(412);
    expect((await api.post(enterprise(ours), path)).body).toMatchObject({ state: 'withdrawn' });
    expect(await api.post(bankOf('rcb'), path)).toMatchObject({ status: 409, body: { facts: { state: 'withdrawn' } } });
    expect(await ask('bank', bankOf('rcb'), ours)).toMatchObject({ status: 201 });
  });

  test('only the office revokes, with a reason, and only what is in force', async () => {
    const path = `/v1/inclusions/${ids.own}/revocation`;
    expect((await api.post(enterprise(theirs), path, { reason: '不再符合' })).status).toBe(403);
    expect((await api.post(officer, path, {})).status).toBe(400);
    expect(await api.post(officer, path, { reason: '不再符合' })).toMatchObject({
      status: 409,
      body: { facts: { state: 'submitted', allowed: 'approved' } },
    });
  });

  test('the trail of the kind verifies', async () => {
    const verified = await api.get(auditor, '/v1/audit/verification?kind=inclusions');
    expect(verified.body).toMatchObject({ ok: true, broken: [] });
  });
});
