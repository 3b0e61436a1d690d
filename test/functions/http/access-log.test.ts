import { beforeAll, describe, expect, test, vi } from 'vitest';
import { announcementOf, aPdf } from '../../support/documents.ts';
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

interface Entry {
  readonly kind: string;
  readonly outcome: string;
  readonly sub: string | null;
  readonly org: string | null;
  readonly operationId: string;
  readonly path: string;
  readonly status: number;
  readonly code: string | null;
  readonly count: number;
  readonly traceId: string;
  readonly address: string | null;
}

let api: Handlers;
const code = creditCode(71);
beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await list(api.services, code);
});

/** What the auditor finds. */
const found = async (query = ''): Promise<readonly Entry[]> => {
  const { status, body } = await api.get(auditor, `/v1/access-log?limit=200${query}`);
  expect(status).toBe(200);
  return body.items as Entry[];
};
const someone = (sub: string, org = 'rcb'): Claims => claimsOf('bank', org, sub);

describe('a refusal is found by who was refused', () => {
  test('of what is not theirs or not there (404), with the call and its path', async () => {
    const { body } = await api.get(someone('peeker'), '/v1/loans/none');
    expect(await found('&sub=peeker')).toMatchObject([
      {
        kind: 'call',
        outcome: 'refused',
        sub: 'peeker',
        org: 'rcb',
        operationId: 'getLoan',
        path: '/v1/loans/none',
        status: 404,
        code: 'not-found',
        count: 1,
        traceId: body.traceId,
      },
    ]);
  });

  test('of what their role may not do (403), of a read and of a command', async () => {
    await api.get(someone('climber'), '/v1/audit');
    await api.post(someone('climber'), '/v1/institutions', {});
    expect((await found('&sub=climber')).map(({ operationId, status }) => [operationId, status])).toEqual(
      expect.arrayContaining([
        ['searchTrail', 403],
        ['createInstitution', 403],
      ]),
    );
  });

  test('without a good token (401), by address and nobody’s name', async () => {
    await api.get(null, '/v1/loans');
    const [entry] = (await found('&outcome=refused')).filter(({ status }) => status === 401);
    expect(entry).toMatchObject({
      sub: null,
      org: null,
      operationId: 'listLoans',
      code: 'unauthenticated',
      address: '192.0.2.7',
    });
  });

  test('for four eyes that are two', async () => {
    const body = {
      creditCode: code,
      institutionId: 'rcb',
      amountFen: 1000,
      termMonths: 12,
      mode: 'credit',
      purpose: '研发',
    };
    const operator = { handledBy: '张三', checkedBy: '张三' };
    await api.post(someone('alone'), '/v1/applications', { ...body, operator });
    expect(await found('&sub=alone')).toMatchObject([{ code: 'four-eyes', status: 403 }]);
  });

  test('a plain reading that is answered leaves no entry', async () => {
    expect((await api.get(someone('reader'), '/v1/loans')).status).toBe(200);
    expect(await found('&sub=reader')).toEqual([]);
  });

  test('a wrong form is no refusal of a person', async () => {
    expect((await api.get(someone('typist'), '/v1/loans?limit=none')).status).toBe(400);
    expect(await found('&sub=typist')).toEqual([]);
  });

  test('a flood of one person writes the bound, and no query is ever kept', async () => {
    for (let call = 0; call < 30; call += 1) await api.get(someone('flood'), `/v1/loans/none-${call}`);
    expect(await found('&sub=flood')).toHaveLength(10);
    await api.get(someone('asker'), '/v1/audit?actor=%E5%BC%A0%E4%B8%89');
    const entries = await found('&sub=asker');
    expect(entries.map(({ path }) => path)).toEqual(['/v1/audit']);
  });
});

describe('what leaves is found', () => {
  test('a sheet, each time; the access log’s own too', async () => {
    const sheet = { accept: 'text/csv' };
    const finance = claimsOf('finance', 'finance-bureau', 'payer');
    for (let time = 0; time < 2; time += 1)
      expect((await api.get(finance, '/v1/fund/payment-list', sheet)).status).toBe(200);
    expect((await found('&sub=payer&kind=export')).map(({ operationId }) => operationId)).toEqual([
      'listPaymentsDue',
      'listPaymentsDue',
    ]);
    const reader = claimsOf('auditor', 'audit', 'exporter');
    const log = await api.get(reader, '/v1/access-log?sub=payer', sheet);
    expect(log.headers['content-type']).toMatch('text/csv');
    expect(log.text.split('\r\n').filter((line) => line.includes('listPaymentsDue'))).toHaveLength(2);
    expect(await found('&sub=exporter')).toMatchObject([
      { kind: 'export', operationId: 'listAccesses', outcome: 'allowed' },
    ]);
  });

  test('a document once a reader and day, and not while there is nothing to fetch', async () => {
    const bank = someone('clerk');
    const content = aPdf();
    const announced = await api.post(bank, '/v1/documents', announcementOf(content));
    const path = `/v1/documents/${announced.body.documentId}`;
    await api.get(bank, path);
    expect(await found('&sub=clerk')).toEqual([]);
    const { uploadUrl, headers } = announced.body as { uploadUrl: string; headers: Record<string, string> };
    expect((await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(content) })).status).toBe(200);
    for (let time = 0; time < 3; time += 1) expect((await api.get(bank, path)).body.downloadUrl).toMatch('http');
    expect(await found('&sub=clerk')).toMatchObject([{ kind: 'download', path, outcome: 'allowed', count: 1 }]);
  });

  test('a token’s first call, whatever it asks, and no later one', async () => {
    const claims = { ...someone('early'), tokenId: 'token-1' };
    await api.get(claims, '/v1/loans?limit=none');
    await api.get(claims, '/v1/loans');
    await api.get({ ...claims, tokenId: 'token-2' }, '/v1/loans');
    const entries = await found('&sub=early');
    expect(entries.map(({ kind }) => kind)).toEqual(['sign-in', 'sign-in']);
    expect(JSON.stringify(entries)).not.toContain('token-1');
  });
});

describe('the list', () => {
  test('is filtered by organisation, kind and outcome, and turns its pages', async () => {
    for (const institutionId of ['a', 'b', 'c']) await api.get(someone('paging', 'icbc'), `/v1/loans/${institutionId}`);
    const all = await found('&org=icbc&kind=call&outcome=refused');
    expect(all.map(({ path }) => path)).toEqual(['/v1/loans/c', '/v1/loans/b', '/v1/loans/a']);
    const first = await api.get(auditor, '/v1/access-log?org=icbc&limit=2');
    const second = await api.get(auditor, `/v1/access-log?org=icbc&limit=2&cursor=${first.body.nextCursor}`);
    expect([...(first.body.items as Entry[]), ...(second.body.items as Entry[])]).toEqual(all);
    expect(await found('&org=icbc&outcome=allowed')).toEqual([]);
  });

  test('is the auditor’s and the office’s alone', async () => {
    expect((await api.get(officer, '/v1/access-log')).status).toBe(200);
    expect((await api.get(bankOf('rcb'), '/v1/access-log')).status).toBe(403);
  });

  test('refuses a range that is backwards', async () => {
    const { status, body } = await api.get(auditor, '/v1/access-log?from=2026-03-02&to=2026-03-01');
    expect([status, body.code]).toEqual([400, 'validation-failed']);
  });
});

describe('where the log cannot be written', () => {
  test('a refusal stays a refusal, and a sheet does not leave', async () => {
    const table = process.env.TABLE_ACCESS_LOG;
    vi.resetModules();
    process.env.TABLE_ACCESS_LOG = 'not-there';
    try {
      expect((await api.get(someone('unlucky'), '/v1/loans/none')).status).toBe(404);
      const payer = claimsOf('finance', 'finance-bureau', 'payer');
      expect((await api.get(payer, '/v1/fund/payment-list', { accept: 'text/csv' })).status).toBe(503);
      expect((await api.get(payer, '/v1/fund/payment-list')).status).toBe(200);
    } finally {
      process.env.TABLE_ACCESS_LOG = table;
      vi.resetModules();
    }
  });
});
