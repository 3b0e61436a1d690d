import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const anApplication = (code: string, institutionId: string, amountFen: number) => ({
  creditCode: code,
  institutionId,
  amountFen,
  termMonths: 12,
  mode: 'credit',
  purpose: '研发投入',
});

describe('over HTTP, many at once', () => {
  let system: RunningSystem;
  let api: Api;
  beforeAll(async () => {
    system = await startSystem();
    api = new Api(system.url);
    await prepareCity(api, [creditCode(1), creditCode(2)]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('sixty applications racing from two banks use the cap to the fen and never pass it', async () => {
    const code = creditCode(1);
    // 20,000,000 fen fit fifty times into 1,000,000,000: fifty are taken, ten refused, nothing is left.
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const institutionId = index % 2 === 0 ? 'rcb' : 'icbc';
        return api.post(`bank-${institutionId}`, '/v1/applications', anApplication(code, institutionId, 20_000_000));
      }),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(50).fill(201), ...Array(10).fill(422)]);
    for (const { status, body } of replies) if (status === 422) expect(body.code).toBe('cap-exceeded');
    const enterprise = await api.get('office-1', `/v1/enterprises/${code}`);
    expect(enterprise.body).toMatchObject({ exposureFen: 1_000_000_000, capFen: 1_000_000_000, leftFen: 0 });
  });

  test('the same request sent 25 times at once is one application with one answer', async () => {
    const code = creditCode(2);
    const body = anApplication(code, 'rcb', 300_000_000);
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => api.post('bank-rcb', '/v1/applications', body, { key: 'one-key-for-all' })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const firsts = replies.filter(({ headers }) => headers.get('idempotency-replayed') === null);
    expect(firsts).toHaveLength(1);
    const listed = await api.get('bank-rcb', `/v1/applications?creditCode=${code}`);
    expect(listed.body.items).toHaveLength(1);
    const again = await api.post('bank-rcb', '/v1/applications', { ...body, amountFen: 1 }, { key: 'one-key-for-all' });
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });
});
