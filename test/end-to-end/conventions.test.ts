import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role, Route } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const code = creditCode(1);

/** A local client of each role. */
const clientOf: Readonly<Record<Role, string>> = {
  bank: 'bank-rcb',
  enterprise: `enterprise:${code}`,
  guarantor: 'guarantor-talent',
  office: 'office-1',
  member: 'member-science',
  finance: 'finance-1',
  auditor: 'auditor-1',
};

/** A route's path with ids that have the right form and name nothing. */
const pathOf = ({ path }: Route): string =>
  path.replace('{creditCode}', creditCode(424242)).replace(/\{\w+\}/g, 'nothing-of-that-name');

const guarded = routes.filter((route) => route.roles !== 'public');
const commands = guarded.filter(({ method }) => method === 'POST');

const anApplication = {
  creditCode: code,
  institutionId: 'rcb',
  amountFen: 100,
  termMonths: 12,
  mode: 'credit',
  purpose: '研发',
};

describe('the conventions of the API, for every route of the table', () => {
  let system: RunningSystem;
  let api: Api;
  beforeAll(async () => {
    system = await startSystem();
    api = new Api(system.url);
    await prepareCity(api, [code]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test.each(commands)(
    '$method $path needs an Idempotency-Key before anything of the request is looked at',
    async (route) => {
      const client = clientOf[(route.roles as readonly Role[])[0] ?? 'office'];
      for (const key of ['', 'short', 'x'.repeat(65), '中文中文中文中文']) {
        const headers = key === '' || key.startsWith('中') ? {} : { 'idempotency-key': key };
        const reply = await fetch(`${system.url}${pathOf(route)}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await api.token(client)}`,
            'content-type': 'application/json',
            ...headers,
          },
          body: '{"unknown":1}',
        });
        expect(reply.status).toBe(400);
        expect(await reply.json()).toMatchObject({ code: 'idempotency-key-missing' });
      }
    },
  );

  test.each(commands)('$method $path refuses unknown fields, naming them', async (route) => {
    const client = clientOf[(route.roles as readonly Role[])[0] ?? 'office'];
    const reply = await api.post(client, pathOf(route), { surelyNotAField: 1 });
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(JSON.stringify(reply.body.errors)).toContain('surelyNotAField');
  });

  test('tokens that are forged, unsigned, of another issuer or audience, or expired are 401', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { name: 'x', org: 'office', roles: ['office'], sub: 'office-1' };
    const real = await api.token('office-1');
    const [header = '', payload = '', signature = ''] = real.split('.');
    const issuer = JSON.parse(Buffer.from(payload, 'base64url').toString()).iss as string;
    const forged = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).setIssuer(issuer).setIssuedAt();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const tampered = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), org: 'audit', roles: ['auditor'] }),
    ).toString('base64url');
    const bad = [
      'x',
      'a.b.c',
      unsigned,
      `${header}.${tampered}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -6)}AAAAAA`,
      await forged.setExpirationTime('1h').sign(privateKey),
    ];
    for (const token of bad) {
      const reply = await fetch(`${system.url}/v1/applications`, { headers: { authorization: `Bearer ${token}` } });
      expect(reply.status).toBe(401);
    }
  });

  test('an unknown path is a 404 problem, in Chinese unless English is asked for', async () => {
    const chinese = await api.send('office-1', 'GET', '/v1/no-such-thing', {
      headers: { 'accept-language': 'zh-CN,zh;q=0.9' },
    });
    expect(chinese).toMatchObject({ status: 404, body: { code: 'not-found', title: '不存在' } });
    const english = await api.send('office-1', 'GET', '/v1/no-such-thing', { headers: { 'accept-language': 'en-GB' } });
    expect(english.body.title).toBe('Not found');
  });

  test('size and media type come before the token', async () => {
    const large = await api.send(null, 'POST', '/v1/applications', { body: { purpose: 'x'.repeat(1024 * 1024) } });
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
    const text = await api.send(null, 'POST', '/v1/applications', {
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    });
    expect(text).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  test.each([
    ['a fraction', { amountFen: 1.5 }],
    ['a text', { amountFen: '100' }],
    ['an unsafe integer', { amountFen: 2 ** 53 }],
    ['zero', { amountFen: 0 }],
    ['a wrong check character', { creditCode: `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}` }],
    ['an unknown mode', { mode: 'barter' }],
    ['an empty purpose', { purpose: '   ' }],
    ['a purpose of 2,001 characters', { purpose: '字'.repeat(2001) }],
  ])('an application with %s is refused with its field', async (_name, change) => {
    const reply = await api.post('bank-rcb', '/v1/applications', { ...anApplication, ...change });
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect((reply.body.errors as { path: string }[])[0]?.path).toBe(Object.keys(change)[0]);
  });

  test('`__proto__`, broken JSON, deep nesting and doubled keys end in a 400 or an ordinary answer', async () => {
    for (const body of [
      '{"__proto__":{"admin":true}}',
      '{',
      '[]',
      'null',
      '"x"',
      '['.repeat(100_000),
      '{"amountFen":1,"amountFen":2}',
    ]) {
      const reply = await api.post('bank-rcb', '/v1/applications', body);
      expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    }
  });

  test('a bank may not apply for another institution, and an enterprise not for another credit code', async () => {
    const asOther = await api.post('bank-icbc', '/v1/applications', anApplication);
    expect(asOther).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const forOther = await api.post(`enterprise:${creditCode(2)}`, '/v1/applications', anApplication);
    expect(forOther).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('another organisation’s application is not found, in reading and in every command', async () => {
    const { body } = await api.post('bank-rcb', '/v1/applications', anApplication);
    const path = `/v1/applications/${body.applicationId}`;
    for (const client of [
      'bank-icbc',
      `enterprise:${creditCode(2)}`,
      'guarantor-talent',
      'member-finance',
      'finance-1',
    ]) {
      expect((await api.get(client, path)).status, client).toBe(404);
      expect((await api.get(client, `${path}/history`)).status, client).toBe(404);
    }
    const review = await api.post('bank-icbc', `${path}/reviews`, { decision: 'approve' });
    expect(review).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const client of ['bank-rcb', 'bank-rcb-2', `enterprise:${code}`, 'office-1', 'auditor-1']) {
      expect((await api.get(client, path)).body.applicationId, client).toBe(body.applicationId);
    }
  });

  test('If-Match guards against what the caller has not seen; the ETag says the version', async () => {
    const { body, headers } = await api.post('bank-rcb', '/v1/applications', anApplication);
    expect(headers.get('etag')).toBe('"1"');
    const path = `/v1/applications/${body.applicationId}`;
    const stale = await api.post('bank-rcb', `${path}/withdrawal`, undefined, { headers: { 'if-match': '"7"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-mismatch', facts: { given: 7, current: 1 } } });
    const fresh = await api.post('bank-rcb', `${path}/withdrawal`, undefined, { headers: { 'if-match': '"1"' } });
    expect(fresh).toMatchObject({ status: 200, body: { state: 'withdrawn', version: 2 } });
    expect(fresh.headers.get('etag')).toBe('"2"');
  });

  test('a cursor continues the same list of the same caller, and nothing else', async () => {
    const apply = () => api.post('bank-rcb', '/v1/applications', anApplication);
    await Promise.all([apply(), apply(), apply()]);
    const page = await api.get('bank-rcb', '/v1/applications?limit=1&state=submitted');
    const cursor = String(page.body.nextCursor);
    const next = await api.get('bank-rcb', `/v1/applications?limit=1&state=submitted&cursor=${cursor}`);
    expect(next.status).toBe(200);
    expect(next.body.items).not.toEqual(page.body.items);
    const wrong: [string, string][] = [
      ['bank-rcb', `/v1/applications?limit=1&state=withdrawn&cursor=${cursor}`],
      ['bank-rcb-2', `/v1/applications?limit=1&state=submitted&cursor=${cursor}`],
      ['office-1', `/v1/applications?limit=1&state=submitted&cursor=${cursor}`],
      [
        'bank-rcb',
        `/v1/applications?limit=1&state=submitted&cursor=${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`,
      ],
      ['bank-rcb', '/v1/applications?limit=1&state=submitted&cursor=nonsense'],
    ];
    for (const [client, path] of wrong) {
      expect(await api.get(client, path)).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    }
    for (const limit of ['0', '201', '1.5', 'x', '-1']) {
      expect((await api.get('bank-rcb', `/v1/applications?limit=${limit}`)).status).toBe(400);
    }
  });

  test('who handled and who checked must be two persons, and are kept in the trail', async () => {
    const same = { handledBy: '王芳', checkedBy: '王芳' };
    const refused = await api.post('bank-rcb', '/v1/applications', { ...anApplication, operator: same });
    expect(refused).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    const operator = { handledBy: '王芳', checkedBy: '李强' };
    const { body } = await api.post('bank-rcb', '/v1/applications', { ...anApplication, operator });
    const history = await api.get('bank-rcb', `/v1/applications/${body.applicationId}/history`);
    expect(history.body.items).toMatchObject([{ sequence: 1, actor: { sub: 'bank-rcb', org: 'rcb', operator } }]);
  });

  test('a refusal by the cap tells a bank with nothing there only cap and asked, and the enterprise all', async () => {
    const other = creditCode(1);
    await api.post('bank-rcb', '/v1/applications', { ...anApplication, creditCode: other, amountFen: 900_000_000 });
    const tooMuch = { ...anApplication, creditCode: other, amountFen: 200_000_000 };
    const icbc = await api.post('bank-icbc', '/v1/applications', { ...tooMuch, institutionId: 'icbc' });
    expect(icbc.body.facts).toEqual({ cap: 1_000_000_000, asked: 200_000_000, policy: 'measures-2024' });
    const own = await api.post(`enterprise:${other}`, '/v1/applications', tooMuch);
    expect(own.body.facts).toMatchObject({ cap: 1_000_000_000, asked: 200_000_000 });
    expect(own.body.facts).toHaveProperty('left');
  });

  test('the document that the service gives is the one checked in', async () => {
    const served = await api.send(null, 'GET', '/v1/openapi.json', {});
    expect(served.body.openapi).toBe('3.1.0');
    const operations = Object.values(served.body.paths as Record<string, object>).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(routes.length);
  });
});
