import { beforeAll, describe, expect, test } from 'vitest';
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
    for (const kind of ['institutions', 'enterprises', 'loans', 'claims', 'meetings', 'fund', 'policies', 'imports']) {
      expect((await verification(kind, 'none')).status, kind).toBe(404);
    }
    expect((await verification('tables', 'none')).status).toBe(400);
  });

  test('only auditor and office may ask', async () => {
    const path = '/v1/audit/verification?kind=institutions&id=rcb';
    expect((await api.get(bankOf('rcb'), path)).status).toBe(403);
    expect((await api.get(officer, path)).status).toBe(200);
  });
});
