import { beforeAll, expect, test, vi } from 'vitest';
import { clientLimitsVariable } from '../../../shared/platform/config.ts';
import { claimsOf, type Handlers, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
});

test('a client who asks too much is told 429, when to come again, and on every answer what is left', async () => {
  const bank = claimsOf('bank', 'rcb', 'busy');
  vi.stubEnv(
    clientLimitsVariable,
    JSON.stringify({ calls: { perMinute: 60, burst: 2 }, lists: { perMinute: 1, burst: 1 } }),
  );
  vi.resetModules();
  try {
    const first = await api.get(bank, '/v1/loans');
    expect([first.status, first.headers['ratelimit-policy'], first.headers.ratelimit]).toEqual([
      200,
      '"lists";q=1;w=60',
      expect.stringMatching(/^"lists";r=0;t=\d+$/),
    ]);
    const second = await api.get(bank, '/v1/loans');
    expect([second.status, second.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(1);
    expect(second.headers.ratelimit).toMatch(/^"lists";r=0;t=\d+$/);
    // Refused or of a wrong form, an answer says what is left, too.
    expect((await api.get(bank, '/v1/loans/none')).headers.ratelimit).toMatch(/^"calls";r=1;t=\d+$/);
    expect((await api.get(bank, '/v1/loans/!')).headers.ratelimit).toMatch(/^"calls";r=0;t=\d+$/);
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
  }
});

test('without limits an answer says nothing of them', async () => {
  const { headers } = await api.get(claimsOf('bank', 'rcb', 'free'), '/v1/loans');
  expect(Object.keys(headers).filter((name) => name.startsWith('ratelimit'))).toEqual([]);
});
