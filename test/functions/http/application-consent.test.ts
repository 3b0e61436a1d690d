import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { announcementOf, aPdf, upload } from '../../support/documents.ts';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import {
  auditor,
  bankOf,
  type Claims,
  claimsOf,
  type Handlers,
  officer,
  openHandlers,
} from '../../support/handlers.ts';
import { approveVersion } from '../../support/policies.ts';

const [rcb, icbc] = [bankOf('rcb'), bankOf('icbc')];
const today = dayAt(new Date().toISOString());
/** 100,000 yuan. */
const least = 10_000_000;
const cap = 1_000_000_000;

let api: Handlers;
let next = 5_200;
let code = '';
let own: Claims;

beforeAll(async () => {
  api = await openHandlers();
  api.setNow(`${addDays(today, -1)}T02:00:00.000Z`);
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  const asked = { applicationConsentRequired: true, consentValidDays: 30, minApplicationFen: least };
  await approveVersion(api.services, today, asked);
  api.setNow(new Date().toISOString());
});
beforeEach(async () => {
  next += 1;
  code = creditCode(next);
  own = claimsOf('enterprise', code);
  await list(api.services, code);
});

const consent = { number: 'SQ-2026-001', signedOn: today, documentId: null, reference: '授权书档案 001' };
const apply = (change: object = {}, claims = rcb) =>
  api.post(claims, '/v1/applications', {
    ...anApplication(code, { institutionId: claims.org, amountFen: least }),
    ...{ consent, ...change },
  });
const exposure = async () => (await api.get(officer, `/v1/enterprises/${code}`)).body.exposureFen;

async function uploaded(mark: string, claims = rcb): Promise<string> {
  const content = aPdf(1_000, mark);
  const { body } = await api.post(claims, '/v1/documents', announcementOf(content, { kind: 'consent' }));
  expect((await upload(body, content)).status).toBe(200);
  return String(body.documentId);
}

describe('a bank that applies where the version asks for the enterprise’s authorisation', () => {
  test('without one is told nothing of the enterprise, whatever is left, and reserves nothing', async () => {
    const answers: unknown[] = [];
    for (const amountFen of [least, cap, cap + 1]) {
      const { status, body } = await apply({ consent: null, amountFen });
      const { traceId: _traceId, ...problem } = body;
      answers.push({ status, problem });
    }
    expect(answers[0]).toMatchObject({
      status: 422,
      problem: { code: 'consent-required', rule: 'R1', facts: { creditCode: code, consentValidDays: 30 } },
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await exposure()).toBe(0);
  });

  test('for one fen is refused by the least amount, and for that amount is not', async () => {
    for (const amountFen of [1, least - 1]) {
      const { status, body } = await apply({ amountFen });
      const facts = { asked: amountFen, minimum: least };
      expect({ status, body }).toMatchObject({ status: 422, body: { code: 'amount-below-minimum', facts } });
      expect(body.facts).not.toHaveProperty('left');
    }
    expect((await apply({ amountFen: least })).status).toBe(201);
  });

  test('shows it in the answer, and to the enterprise that looks who applied in its name', async () => {
    const { status, body } = await apply();
    const shown = { consent, consentConfirmedOn: null, consentRefusedOn: null };
    expect({ status, body }).toMatchObject({ status: 201, body: shown });
    expect((await api.get(own, '/v1/applications')).body.items).toMatchObject([{ institutionId: 'rcb', ...shown }]);
    expect((await api.get(officer, `/v1/applications/${body.applicationId}`)).body).toMatchObject(shown);
  });

  test.each([
    ['no reference and no document', { reference: null }, 400],
    ['no number', { number: undefined }, 400],
    ['a day to come', { signedOn: addDays(today, 1) }, 422],
    ['a day thirty-one days ago', { signedOn: addDays(today, -31) }, 422],
    ['a day thirty days ago', { signedOn: addDays(today, -30) }, 201],
  ])('with %s is answered as it should be', async (_what, change, expected) => {
    const { status, body, text } = await apply({ consent: { ...consent, ...change } });
    expect(status, text).toBe(expected);
    if (status === 422) expect(body).toMatchObject({ code: 'date-out-of-range', facts: { field: 'consent.signedOn' } });
  });

  test('with a document of its own links it, and with another bank’s or one that is not there is refused', async () => {
    const [mine, others] = [await uploaded('mine'), await uploaded('others', icbc)];
    for (const documentId of [others, 'doc-nowhere']) {
      const refused = await apply({ consent: { ...consent, documentId } });
      expect(refused).toMatchObject({ status: 422, body: { code: 'document-not-valid' } });
    }
    expect(await exposure()).toBe(0);
    const { status, body } = await apply({ consent: { ...consent, reference: null, documentId: mine } });
    expect({ status, body }).toMatchObject({ status: 201, body: { consent: { documentId: mine, reference: null } } });
    const verified = await api.get(auditor, `/v1/audit/verification?kind=documents&id=${mine}`);
    expect(verified.body).toMatchObject({ ok: true, events: 3 });
  });

  test('is no guarantor’s to see, who reads the application without the bank’s papers', async () => {
    await admit(api.services, `guarantor-${next}`, 'guarantor');
    const guaranteed = { mode: 'guarantee', guarantorId: `guarantor-${next}` };
    const { applicationId: id } = (await apply(guaranteed)).body;
    const guarantor = claimsOf('guarantor', `guarantor-${next}`);
    const read = [await api.get(guarantor, `/v1/applications/${id}`), await api.get(guarantor, '/v1/applications')];
    for (const { status, text } of read) {
      expect([status, text.includes(String(id))]).toEqual([200, true]);
      expect(text).not.toContain(consent.number);
    }
  });

  test('needs none for the enterprise itself', async () => {
    const { status, body } = await apply({ consent: null, institutionId: 'rcb' }, own);
    expect({ status, body }).toMatchObject({ status: 201, body: { appliedBy: code, consent: null } });
  });
});

describe('the enterprise, of an application in its name', () => {
  const decide = (id: unknown, body: object, claims = own) => api.post(claims, `/v1/applications/${id}/consent`, body);

  test('confirms it once, which its history says and changes nothing else', async () => {
    const { applicationId: id } = (await apply()).body;
    const confirmed = await decide(id, { decision: 'confirm' });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { state: 'submitted', consentConfirmedOn: today, version: 2 },
    });
    expect(await exposure()).toBe(least);
    expect(await decide(id, { decision: 'confirm' })).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    const { items } = (await api.get(rcb, `/v1/applications/${id}/history`)).body;
    expect(items).toMatchObject([{ type: 'application-submitted' }, { type: 'consent-confirmed' }]);
  });

  test('refuses it, confirmed by the office or not: what it held is free at once, and the bank is told', async () => {
    const { applicationId: id } = (await apply()).body;
    expect((await api.post(rcb, `/v1/applications/${id}/reviews`, { decision: 'approve' })).body.state).toBe(
      'confirmed',
    );
    const refused = await decide(id, { decision: 'refuse', reason: '未授权该行申请' });
    const told = { state: 'withdrawn', reservedFen: 0, consentRefusedOn: today, reason: '未授权该行申请' };
    expect(refused).toMatchObject({ status: 200, body: told });
    expect(await exposure()).toBe(0);
    expect((await api.get(rcb, `/v1/applications/${id}`)).body).toMatchObject(told);
    const { items } = (await api.get(rcb, `/v1/applications/${id}/history`)).body;
    expect((items as readonly object[]).at(-1)).toMatchObject({ type: 'consent-refused' });
    const report = { amountFen: least, disbursedOn: today, maturesOn: addDays(today, 300) };
    const paid = { ...report, contractNumber: code, annualRateBp: 400 };
    expect((await api.post(rcb, `/v1/applications/${id}/disbursement`, paid)).status).toBe(409);
    expect((await api.get(auditor, `/v1/audit/verification?kind=applications&id=${id}`)).body.ok).toBe(true);
  });

  test('cannot decide on another’s, and no bank or official can in its place', async () => {
    const { applicationId: id } = (await apply()).body;
    expect((await decide(id, { decision: 'refuse' }, claimsOf('enterprise', creditCode(1)))).status).toBe(404);
    for (const claims of [rcb, officer, auditor]) {
      expect((await decide(id, { decision: 'refuse' }, claims)).status).toBe(403);
    }
    expect(await exposure()).toBe(least);
  });
});
