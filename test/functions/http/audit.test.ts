import { beforeAll, describe, expect, test } from 'vitest';
import { absent, commit } from '../../../shared/store/transaction.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await list(api.services, creditCode(21));
});

const verification = (kind: string, id: string) =>
  api.get(auditor, `/v1/audit/verification?kind=${kind}&id=${encodeURIComponent(id)}`);

describe('verification of the trail', () => {
  test('a history that is whole verifies, and says how many events it has', async () => {
    expect((await verification('institutions', 'rcb')).body).toEqual({ ok: true, events: 2, brokenAt: null });
    const inLowerCase = await verification('enterprises', creditCode(21).toLowerCase());
    expect(inLowerCase.body).toEqual({ ok: true, events: 1, brokenAt: null });
  });

  test('what is not there is not found, whatever its kind', async () => {
    expect((await verification('enterprises', creditCode(22))).status).toBe(404);
    for (const kind of ['institutions', 'loans', 'claims', 'meetings', 'fund', 'policies', 'imports']) {
      expect((await verification(kind, 'none')).status, kind).toBe(404);
    }
    expect((await verification('tables', 'none')).status).toBe(400);
  });

  test.each([
    ['loans', '["contract","rcb","HT-1",""]'],
    ['loans', 'losses#rcb'],
    ['applications', 'open#rcb'],
    ['fund', 'set-off#rcb'],
    ['institutions', 'RCB'],
    ['enterprises', 'none'],
    ['enterprises', 'rcb'],
  ])('of %s, %s has the form of no id, and raises no alarm', async (kind, id) => {
    const { status, body } = await verification(kind, id);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'id', code: 'id-not-of-kind' }]);
  });

  test('a run of a check beside the repairs is no repair that was tampered with', async () => {
    const checkId = 'check-01M84FYP8E5GAC4B6NWJ59D50W';
    const item = { pk: checkId, roster: 'checks', checkId, step: 0 };
    await commit(api.services.database, [{ kind: 'put', table: 'checks', item, condition: absent() }]);
    expect((await verification('repairs', checkId)).status).toBe(404);
  });

  test('only auditor and office may ask', async () => {
    const path = '/v1/audit/verification?kind=institutions&id=rcb';
    expect((await api.get(bankOf('rcb'), path)).status).toBe(403);
    expect((await api.get(officer, path)).status).toBe(200);
  });
});
