import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { policyBookKey } from '../../../shared/store/policy-book.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
});

const second = claimsOf('office', 'office', 'office-2');
const source = { title: '修订通知', documentNumber: '平科〔2026〕1号', issuedOn: '2026-02-28' };
const aDraft = (parameters: object, effectiveFrom = '2096-04-01', more: object = {}) => ({
  name: '二〇二六年修订',
  effectiveFrom,
  source,
  parameters,
  ...more,
});

describe('writing the policy book', () => {
  const ids: Record<string, string> = {};

  test('an official drafts a version, and sees all of it', async () => {
    const reply = await api.post(officer, '/v1/policies', aDraft({ enterpriseCapFen: 500_000_000 }));
    expect(reply).toMatchObject({
      status: 201,
      body: {
        state: 'draft',
        builtIn: false,
        inForce: false,
        version: 1,
        source,
        parameters: { enterpriseCapFen: 500_000_000, maxTermMonths: 36, splitOther: { fund: 6 } },
      },
    });
    ids.first = String(reply.body.policyId);
    expect(reply.headers.location).toBe(`/v1/policies/${ids.first}`);
    const again = await api.get(officer, `/v1/policies/${ids.first}`);
    expect(again.text).toBe(reply.text);
  });

  test('a draft is the office’s and the auditor’s to see; for all others there is none', async () => {
    expect((await api.get(auditor, `/v1/policies/${ids.first}`)).status).toBe(200);
    for (const path of ['', '/history']) {
      expect((await api.get(bankOf('rcb'), `/v1/policies/${ids.first}${path}`)).status).toBe(404);
    }
    expect((await api.get(bankOf('rcb'), '/v1/policies')).body.items).toHaveLength(2);
    expect((await api.get(officer, '/v1/policies')).body.items).toHaveLength(3);
  });

  test.each([
    ['a parameter that nobody knows', { enterpriseCap: 1 }, 'parameters.enterpriseCap'],
    ['a cap of nothing', { enterpriseCapFen: 0 }, 'parameters.enterpriseCapFen'],
    ['more than the whole', { totalPublicCoverBp: 10_001 }, 'parameters.totalPublicCoverBp'],
    ['a unit named twice', { conferenceUnits: ['science', 'science'] }, 'parameters.conferenceUnits'],
    [
      'weights with an unknown party',
      { splitOther: { fund: 1, guarantor: 0, institution: 1, city: 1 } },
      'parameters.splitOther.city',
    ],
    ['days of grace below zero', { listingGraceDays: { gazelle: -1 } }, 'parameters.listingGraceDays.gazelle'],
  ])('%s is refused with its path', async (_, parameters, path) => {
    const reply = await api.post(officer, '/v1/policies', aDraft(parameters));
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ path }] } });
  });

  test('parameters that contradict each other are refused with the figures', async () => {
    const reply = await api.post(officer, '/v1/policies', aDraft({ quorumUnits: 8 }));
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', rule: 'R1', facts: { parameter: 'quorumUnits', given: 8, most: 7 } },
    });
    expect(reply.body.detail).toBe('The policy parameter quorumUnits is 8; it must be at most 7.');
  });

  test('a version that would begin today is refused with the first day that is possible', async () => {
    const today = dayAt(new Date().toISOString());
    const reply = await api.post(officer, '/v1/policies', aDraft({}, today));
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', rule: 'R1', facts: { from: addDays(today, 1) } },
    });
  });

  test('who drafted it does not approve it; another official does, once', async () => {
    const path = `/v1/policies/${ids.first}/approval`;
    expect(await api.post(officer, path)).toMatchObject({ status: 403, body: { code: 'four-eyes', rule: 'R1' } });
    expect((await api.post(bankOf('rcb'), path)).status).toBe(403);
    const stale = await api.post(second, path, undefined, { headers: { 'if-match': '"7"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect(await api.post(second, path)).toMatchObject({ status: 200, body: { state: 'approved', version: 2 } });
    expect(await api.post(second, path)).toMatchObject({ status: 409, body: { facts: { state: 'approved' } } });
    expect((await api.post(second, `/v1/policies/${ids.first}/discard`)).status).toBe(409);
  });

  test('an approved version is in everybody’s book, after those before it', async () => {
    const { body } = await api.get(bankOf('rcb'), '/v1/policies');
    expect(body.items).toMatchObject([
      { policyId: ids.first, effectiveFrom: '2096-04-01', effectiveThrough: null, inForce: false },
      { policyId: 'measures-2024', effectiveThrough: '2096-03-31', inForce: true },
      { policyId: 'former-measures' },
    ]);
    const history = await api.get(bankOf('rcb'), `/v1/policies/${ids.first}/history`);
    expect(history.body.items).toMatchObject([{ type: 'policy-drafted' }, { type: 'policy-approved' }]);
  });

  test('a draft that another version has overtaken is not approved any more, but may be discarded', async () => {
    const late = await api.post(officer, '/v1/policies', aDraft({}, '2096-05-01'));
    const early = await api.post(officer, '/v1/policies', aDraft({}, '2096-04-15'));
    expect((await api.post(second, `/v1/policies/${late.body.policyId}/approval`)).status).toBe(200);
    const overtaken = `/v1/policies/${early.body.policyId}`;
    expect(await api.post(second, `${overtaken}/approval`)).toMatchObject({
      status: 422,
      body: { code: 'date-out-of-range', facts: { from: '2096-05-02', newest: late.body.policyId } },
    });
    expect(await api.post(officer, `${overtaken}/discard`, { reason: '已被取代' })).toMatchObject({
      status: 200,
      body: { state: 'discarded', effectiveThrough: null },
    });
    expect((await api.post(second, `${overtaken}/approval`)).status).toBe(409);
  });

  test('the list goes page by page over drafts, versions and those that came with the system', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(auditor, `/v1/policies?limit=1${cursor}`);
      for (const { effectiveFrom } of body.items as { effectiveFrom: string }[]) seen.push(effectiveFrom);
      cursor = body.nextCursor === null ? '' : `&cursor=${encodeURIComponent(String(body.nextCursor))}`;
    } while (cursor !== '' && seen.length < 10);
    expect(seen).toEqual(['2096-05-01', '2096-04-15', '2096-04-01', '2024-01-01', '2018-01-01']);
  });

  test('a version that came with the system is approved for good', async () => {
    for (const command of ['approval', 'discard']) {
      const reply = await api.post(second, `/v1/policies/measures-2024/${command}`);
      expect(reply).toMatchObject({ status: 409, body: { facts: { state: 'approved' } } });
      expect((await api.post(second, `/v1/policies/none/${command}`)).status).toBe(404);
    }
  });

  test('every version verifies, until the book by which all is judged says something else', async () => {
    const path = `/v1/audit/verification?kind=policies&id=${ids.first}`;
    expect((await api.get(auditor, path)).body).toEqual({ ok: true, events: 2, brokenAt: null });
    const { database } = api.services;
    const set = {
      expression: 'SET approved[0].#parameters.enterpriseCapFen = :cap',
      names: { '#parameters': 'parameters' },
      values: { ':cap': 600_000_000 },
    };
    expect(await commit(database, [{ kind: 'update', ...policyBookKey, set }])).toBe('committed');
    expect((await api.get(auditor, path)).body).toEqual({ ok: false, events: 2, brokenAt: 2 });
  });
});
