import { beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
});

const enterprise = claimsOf('enterprise', '91330482MA0000001X');

describe('policy versions', () => {
  test('everybody reads which version governs, from when to when and with what parameters', async () => {
    const { body } = await api.get(enterprise, '/v1/policies');
    expect(body).toMatchObject({
      items: [
        { policyId: 'measures-2024', effectiveThrough: null, inForce: true, builtIn: true, version: 1 },
        { policyId: 'former-measures', effectiveThrough: '2023-12-31', inForce: false, builtIn: true },
      ],
      nextCursor: null,
    });
  });

  test('the list goes page by page', async () => {
    const first = await api.get(officer, '/v1/policies?limit=1');
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    const second = await api.get(officer, `/v1/policies?limit=1&cursor=${cursor}`);
    expect(second.body).toMatchObject({ items: [{ policyId: 'former-measures' }], nextCursor: null });
  });

  test('one version is shown with its cap', async () => {
    const reply = await api.get(enterprise, '/v1/policies/former-measures');
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({ state: 'approved', parameters: { enterpriseCapFen: 300_000_000 } });
    expect((await api.get(enterprise, '/v1/policies/none')).status).toBe(404);
  });

  test('a built-in version has the one event that it came with, and verifies', async () => {
    const { body } = await api.get(officer, '/v1/policies/measures-2024/history');
    expect(body).toMatchObject({ items: [{ sequence: 1, type: 'policy-built-in' }], nextCursor: null });
    const verified = await api.get(officer, '/v1/audit/verification?kind=policies&id=measures-2024');
    expect(verified.body).toEqual({ ok: true, events: 1, brokenAt: null });
    expect((await api.get(officer, '/v1/policies/none/history')).status).toBe(404);
  });
});
