import { beforeAll, describe, expect, test } from 'vitest';
import { creditCode } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
});

const rcb = { institutionId: 'rcb', name: '平湖农商银行', kind: 'bank', creditCode: creditCode(1).toLowerCase() };
const admit = { state: 'admitted', from: '2018-01-01', reason: '首批准入' };

const closed = {
  isOpen: false,
  openedOn: null,
  releasedOn: null,
  reason: null,
  ratioBp: null,
  limitBp: null,
  compensatedFen: 0,
  disbursedFen: 0,
};

describe('institutions', () => {
  test('the office enters one, which has then applied; its credit code is kept in its normal form', async () => {
    const reply = await api.post(officer, '/v1/institutions', rcb);
    expect(reply.status).toBe(201);
    expect(reply.headers).toMatchObject({ etag: '"1"', location: '/v1/institutions/rcb' });
    const entered = { ...rcb, creditCode: creditCode(1), state: 'applied', admissions: [], version: 1 };
    expect(reply.body).toEqual({ ...entered, breaker: closed });
  });

  test('an id that is taken is refused by name', async () => {
    const reply = await api.post(officer, '/v1/institutions', { ...rcb, name: '另一家' });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: 'already-exists', facts: { institutionId: 'rcb' } });
    expect(reply.body.detail).toContain('rcb');
  });

  test.each(['office', 'audit', 'finance-bureau', 'science', 'pboc', 'system', 'null'])(
    'cannot have the id %s, which officials or the system itself go by',
    async (institutionId) => {
      const reply = await api.post(officer, '/v1/institutions', { ...rcb, institutionId });
      expect(reply.body).toMatchObject({ code: 'already-exists', facts: { institutionId, takenBy: 'official' } });
      expect((await api.get(officer, `/v1/institutions/${institutionId}`)).status).toBe(404);
    },
  );

  test('only the office enters and admits', async () => {
    expect((await api.post(bankOf('rcb'), '/v1/institutions', rcb)).status).toBe(403);
    expect((await api.post(auditor, '/v1/institutions/rcb/admission', admit)).status).toBe(403);
  });

  test('it is admitted, suspended and admitted again, each from its day; a move that is not legal is refused', async () => {
    const path = '/v1/institutions/rcb/admission';
    expect((await api.post(officer, path, { ...admit, state: 'suspended' })).body).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'applied', allowed: 'admitted' },
    });
    expect((await api.post(officer, path, admit)).body).toMatchObject({ state: 'admitted', version: 2 });
    const announced = { state: 'suspended', from: '2999-01-01', reason: '整改' };
    const reply = await api.post(officer, path, announced, { headers: { 'if-match': '"2"' } });
    expect(reply.body).toMatchObject({ state: 'admitted', admissions: [admit, announced], version: 3 });
    const stale = await api.post(officer, path, admit, { headers: { 'if-match': '"2"' } });
    expect(stale.body).toMatchObject({ code: 'version-mismatch', facts: { given: 2, current: 3 } });
    expect((await api.post(officer, '/v1/institutions/none/admission', admit)).status).toBe(404);
  });

  test('everybody sees name and admission; the reasons are for the office, the auditor and itself', async () => {
    for (const claims of [officer, auditor, bankOf('rcb')]) {
      const { body } = await api.get(claims, '/v1/institutions/rcb');
      expect(body).toMatchObject({ name: '平湖农商银行', admissions: [{ reason: '首批准入' }, { reason: '整改' }] });
    }
    for (const claims of [bankOf('icbc'), claimsOf('enterprise', 'rcb'), claimsOf('finance', 'finance-bureau')]) {
      const { body } = await api.get(claims, '/v1/institutions/rcb');
      expect(body).toMatchObject({ name: '平湖农商银行', admissions: [{ reason: null }, { reason: null }] });
    }
  });

  test('what was compensated of a bank is for the office, the auditor and itself; others have no breaker', async () => {
    for (const claims of [officer, auditor, bankOf('rcb')]) {
      expect((await api.get(claims, '/v1/institutions/rcb')).body.breaker).toEqual(closed);
    }
    expect((await api.get(bankOf('icbc'), '/v1/institutions/rcb')).body.breaker).toBeNull();
    const { items } = (await api.get(officer, '/v1/institutions')).body as { items: { breaker: object | null }[] };
    expect(items.map(({ breaker }) => breaker)).toEqual([closed]);
    const holding = { institutionId: 'jinkong', name: '金控', kind: 'holding', creditCode: creditCode(4) };
    expect((await api.post(officer, '/v1/institutions', holding)).body.breaker).toBeNull();
  });

  test('a breaker that is not open is not released, nor by anybody but the office', async () => {
    const path = '/v1/institutions/rcb/breaker-release';
    expect((await api.post(officer, path, {})).body).toMatchObject({ errors: [{ path: 'reason' }] });
    expect((await api.post(bankOf('rcb'), path, { reason: '整改完成' })).status).toBe(403);
    expect((await api.post(officer, path, { reason: '整改完成' })).body).toMatchObject({
      status: 409,
      code: 'state-conflict',
      facts: { state: 'breaker-closed' },
    });
    expect((await api.post(officer, '/v1/institutions/none/breaker-release', { reason: '整改' })).status).toBe(404);
  });

  test('the history shows reasons to the institution alone, and admissions to everybody', async () => {
    const whole = await api.get(bankOf('rcb'), '/v1/institutions/rcb/history?limit=2');
    expect((whole.body.items as { type: string }[]).map(({ type }) => type)).toEqual([
      'institution-applied',
      'admission-decided',
    ]);
    const cursor = encodeURIComponent(String(whole.body.nextCursor));
    const rest = await api.get(bankOf('rcb'), `/v1/institutions/rcb/history?limit=2&cursor=${cursor}`);
    expect(rest.body).toMatchObject({ items: [{ sequence: 3, data: { reason: '整改' } }], nextCursor: null });
    const others = await api.get(bankOf('icbc'), '/v1/institutions/rcb/history');
    expect(others.body).toMatchObject({ items: [{ sequence: 1 }, { sequence: 2 }, { sequence: 3, salt: null }] });
    expect(others.text).not.toContain('reason');
    expect((await api.get(officer, '/v1/institutions/none/history')).status).toBe(404);
  });

  test('the list goes by id, page by page, and by kind and state', async () => {
    const others = [
      { institutionId: 'icbc', name: '工商银行平湖支行', kind: 'bank', creditCode: creditCode(2) },
      { institutionId: 'talent-guarantee', name: '人才科创担保分公司', kind: 'guarantor', creditCode: creditCode(3) },
    ];
    for (const other of others) await api.post(officer, '/v1/institutions', other);
    const first = await api.get(bankOf('icbc'), '/v1/institutions?limit=2');
    expect(ids(first)).toEqual(['icbc', 'jinkong']);
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    expect(ids(await api.get(bankOf('icbc'), `/v1/institutions?limit=2&cursor=${cursor}`))).toEqual([
      'rcb',
      'talent-guarantee',
    ]);
    expect((await api.get(bankOf('rcb'), `/v1/institutions?limit=2&cursor=${cursor}`)).body.code).toBe(
      'cursor-invalid',
    );
    expect(ids(await api.get(officer, '/v1/institutions?kind=bank&state=applied'))).toEqual(['icbc']);
  });
});

const ids = ({ body }: { body: Readonly<Record<string, unknown>> }): readonly string[] =>
  (body.items as { institutionId: string }[]).map(({ institutionId }) => institutionId);
