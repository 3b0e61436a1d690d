import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuse } from '../../infra/local/gateway/problem.ts';
import { jsonReply, redirectReply } from '../../infra/local/gateway/reply.ts';
import { clients } from '../../infra/local/issuer/clients.ts';
import { issuerEndpoints } from '../../infra/local/issuer/issuer.ts';
import { openIssuerKeys } from '../../infra/local/issuer/keys.ts';
import { createTokenIssuer, type TokenIssuer } from '../../infra/local/issuer/tokens.ts';
import { madeUpCreditCode } from '../../infra/local/sample/credit-codes.ts';
import { type LocalServer, listen } from '../../infra/local/server.ts';
import { createTokenCheck, type TokenCheck } from '../../shared/platform/token-check.ts';
import { standingClock } from './test-clock.ts';

const audience = 'us';
const [someone] = clients;
if (!someone) throw new Error('there is no client');
const clock = standingClock('2026-03-02T04:00:00.000Z');
let server: LocalServer;
let tokens: TokenIssuer;
let authorize: TokenCheck;

beforeAll(async () => {
  server = await listen(0);
  tokens = createTokenIssuer(server.url, audience, openIssuerKeys(mkdtempSync(join(tmpdir(), 'issuer-'))), clock);
  const endpoints = issuerEndpoints(tokens);
  server.answerWith((request) => {
    const [path] = (request.url ?? '').split('?');
    return endpoints.get(`${request.method} ${path}`)?.(request) ?? refuse(request, 'trace', 'not-found');
  });
  authorize = createTokenCheck({ issuer: server.url, audiences: [audience] }, clock.nowMs);
});
afterAll(() => server.stop());

const ask = async (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${server.url}/oauth2/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return {
    status: response.status,
    ...((await response.json()) as { access_token?: string; error?: string; expires_in?: number }),
  };
};
const credentials = (id: string, secret = 'local-only') => ({
  grant_type: 'client_credentials',
  client_id: id,
  client_secret: secret,
});
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('client credentials', () => {
  test.each([
    ['bank-rcb', 'rcb', ['bank']],
    ['guarantor-talent', 'talent-guarantee', ['guarantor']],
    ['member-fdc', 'fdc', ['member']],
    ['finance-2', 'finance-bureau', ['finance']],
    ['auditor-1', 'audit', ['auditor']],
    ['office-1', 'office', ['office']],
  ])('%s acts for %s as %s', async (id, org, roles) => {
    const { status, access_token: token, expires_in: seconds } = await ask(credentials(id));
    expect([status, seconds]).toEqual([200, 3_600]);
    expect(await authorize(`Bearer ${token}`)).toMatchObject({ sub: id, org, roles, iss: server.url, aud: audience });
  });

  test('an enterprise is any valid credit code, by form or by HTTP Basic, escaped or not', async () => {
    const creditCode = madeUpCreditCode(7);
    const grant = { grant_type: 'client_credentials' };
    const answers = [
      await ask(credentials(`enterprise:${creditCode.toLowerCase()}`)),
      await ask(grant, basic(`enterprise%3A${creditCode}:local-only`)),
      await ask(grant, basic(`enterprise:${creditCode}:local-only`)),
    ];
    for (const { status, access_token: token } of answers) {
      expect(status).toBe(200);
      expect(await authorize(`Bearer ${token}`)).toMatchObject({ org: creditCode, roles: ['enterprise'] });
    }
    expect(await ask(credentials('enterprise:913304820000000000'))).toMatchObject({
      status: 401,
      error: 'invalid_client',
    });
  });

  test.each([
    ['an unknown client', credentials('nobody'), 401, 'invalid_client'],
    ['a wrong secret', credentials('bank-rcb', 'wrong'), 401, 'invalid_client'],
    ['no grant type', { client_id: 'bank-rcb' }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('%s is refused as RFC 6749 says', async (_, form, status, error) => {
    expect(await ask(form)).toMatchObject({ status, error });
  });
});

describe('the authorizer', () => {
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const secret = Buffer.from('a shared secret of thirty-two b.');
  const sign = (
    changes: Readonly<Record<string, unknown>>,
    header: { alg: string } = { alg: 'RS256' },
    key: unknown = tokens.keys.privateKey,
  ) => {
    const seconds = Math.floor(clock.nowMs() / 1000);
    return new SignJWT({ sub: 'x', iss: server.url, aud: audience, exp: seconds + 60, ...changes })
      .setProtectedHeader({ kid: tokens.keys.keyId, ...header })
      .sign(key as Parameters<SignJWT['sign']>[0]);
  };
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = () => Math.floor(clock.nowMs() / 1000);

  test.each([
    ['another issuer', () => sign({ iss: 'http://other' })],
    ['another audience', () => sign({ aud: 'them' })],
    ['an expiry that has come', () => sign({ exp: now() })],
    ['no expiry', () => sign({ exp: undefined })],
    ['a beginning to come', () => sign({ nbf: now() + 60 })],
    ['another key', () => sign({}, { alg: 'RS256' }, otherKey)],
    ['a shared secret', () => sign({}, { alg: 'HS256' }, secret)],
    [
      'no signature',
      async () =>
        `${encode({ alg: 'none' })}.${encode({ sub: 'x', iss: server.url, aud: audience, exp: now() + 60 })}.`,
    ],
    ['nonsense', async () => 'not-a-token'],
  ])('refuses a token with %s', async (_, make) => {
    expect(await authorize(`Bearer ${await make()}`)).toBeNull();
  });

  test('takes a client_id for the audience if a token names none', async () => {
    const token = await sign({ aud: undefined, client_id: audience, roles: ['bank', 'member'] });
    expect(await authorize(`Bearer ${token}`)).toMatchObject({ roles: ['bank', 'member'] });
  });

  test('takes a token in one form only', async () => {
    const token = await sign({});
    expect(await authorize(`Bearer ${token}`)).not.toBeNull();
    const others = [
      token,
      `bearer ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `,
      `Bearer ${token},${token}`,
      ` Bearer ${token}`,
    ];
    for (const header of [undefined, '', 'Bearer ', ...others]) expect(await authorize(header)).toBeNull();
  });

  test('follows its issuer to nobody else', async () => {
    const { issuer, keys } = tokens;
    for (const path of ['/.well-known/openid-configuration', '/oauth2/jwks']) {
      const sent = await listen(0);
      sent.answerWith((request) =>
        request.url === path
          ? redirectReply(`${issuer}${path}`)
          : jsonReply(200, { issuer: sent.url, jwks_uri: `${sent.url}/oauth2/jwks` }),
      );
      const token = await createTokenIssuer(sent.url, audience, keys, clock).accessToken(someone);
      const check = createTokenCheck({ issuer: sent.url, audiences: [audience] }, clock.nowMs);
      await expect(check(`Bearer ${token}`)).rejects.toThrow();
      await sent.stop();
    }
  });

  test('refuses a token that it knew as soon as the clock passes its expiry', async () => {
    const authorization = `Bearer ${(await ask(credentials('bank-rcb'))).access_token}`;
    expect(await authorize(authorization)).not.toBeNull();
    clock.moveTo(clock.nowMs() + 3_600_000);
    expect(await authorize(authorization)).toBeNull();
  });
});

describe('signing in on the page', () => {
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = (changes: Readonly<Record<string, string>> = {}) => ({
    response_type: 'code',
    client_id: 'admin-page',
    redirect_uri: `${server.url}/admin/`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 's-1',
    ...changes,
  });
  const authorizePage = (changes: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/oauth2/authorize?${new URLSearchParams(asked(changes))}`, { redirect: 'manual' });
  const choose = async (choice: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ ...asked(), ...choice });
    const response = await fetch(`${server.url}/oauth2/authorize`, { method: 'POST', body, redirect: 'manual' });
    return new URL(response.headers.get('location') ?? 'about:blank').searchParams;
  };
  const redeem = (code: string, codeVerifier = verifier) =>
    ask({
      grant_type: 'authorization_code',
      client_id: 'admin-page',
      redirect_uri: `${server.url}/admin/`,
      code,
      code_verifier: codeVerifier,
    });

  test('offers everybody in Chinese and gives a token for a code, once', async () => {
    expect(await (await authorizePage()).text()).toContain('联席会议办公室甲');
    const back = await choose({ who: 'office-1' });
    expect(back.get('state')).toBe('s-1');
    const { status, access_token: token } = await redeem(back.get('code') ?? '');
    expect(status).toBe(200);
    expect(await authorize(`Bearer ${token}`)).toMatchObject({ sub: 'office-1', roles: ['office'] });
    expect(await redeem(back.get('code') ?? '')).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('asks for the verifier that fits', async () => {
    const code = (await choose({ who: 'office-1' })).get('code') ?? '';
    expect(await redeem(code, 'w'.repeat(43))).toMatchObject({ status: 400, error: 'invalid_grant' });
    // Who guessed has burnt the code.
    expect(await redeem(code)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('remembers who has chosen until signing out, unless asked to choose anew', async () => {
    const body = new URLSearchParams({ ...asked(), who: 'office-2' });
    const chosen = await fetch(`${server.url}/oauth2/authorize`, { method: 'POST', body, redirect: 'manual' });
    const [cookie = ''] = (chosen.headers.get('set-cookie') ?? '').split(';');
    expect(chosen.headers.get('set-cookie')).toMatch(/; Path=\/oauth2; HttpOnly; SameSite=Lax$/);
    const again = (changes: Readonly<Record<string, string>>, sent = cookie) =>
      fetch(`${server.url}/oauth2/authorize?${new URLSearchParams(asked(changes))}`, {
        redirect: 'manual',
        headers: { cookie: sent },
      });

    const back = new URL((await again({})).headers.get('location') ?? 'about:blank').searchParams;
    const { access_token: token } = await redeem(back.get('code') ?? '');
    expect(await authorize(`Bearer ${token}`)).toMatchObject({ sub: 'office-2' });

    expect((await again({ prompt: 'login' })).status).toBe(200);
    expect((await again({}, `${cookie}%`)).status).toBe(200);
    const out = await fetch(`${server.url}/oauth2/logout`);
    expect(out.headers.get('set-cookie')).toContain('=; Max-Age=0');
  });

  test('says that nobody is signed in where it may not ask', async () => {
    const location = (await authorizePage({ prompt: 'none' })).headers.get('location') ?? '';
    expect(new URL(location).searchParams.get('error')).toBe('login_required');
  });

  test('goes back to no other site', async () => {
    const { host, port } = new URL(server.url);
    for (const address of [
      'https://elsewhere.example/',
      'not an address',
      '',
      '/admin/',
      '//elsewhere.example/',
      `${server.url}.elsewhere.example/`,
      `${server.url}@elsewhere.example/`,
      `http://elsewhere.example/?${server.url}/admin/`,
      `http://elsewhere.example/#${server.url}/admin/`,
      `http://elsewhere.example\\@${host}/`,
      `https://${host}/admin/`,
      `http://127.0.0.1:${Number(port) + 1}/admin/`,
      'http://127.0.0.1/admin/',
      `http://localhost:${port}/admin/`,
      'javascript:alert(1)',
      `data:text/html,${server.url}`,
      `blob:http://elsewhere.example/${port}`,
      'file:///etc/passwd',
    ]) {
      expect((await authorizePage({ redirect_uri: address })).status, address).toBe(400);
      const posted = new URLSearchParams({ ...asked({ redirect_uri: address }), who: 'office-1' });
      const answer = await fetch(`${server.url}/oauth2/authorize`, {
        method: 'POST',
        body: posted,
        redirect: 'manual',
      });
      expect([answer.status, answer.headers.get('location')], address).toEqual([400, null]);
    }
  });

  test('takes PKCE with S256 only', async () => {
    const location = (await authorizePage({ code_challenge_method: 'plain' })).headers.get('location') ?? '';
    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
  });

  test('escapes what it was asked', async () => {
    expect(await (await authorizePage({ state: '"><script>' })).text()).not.toContain('<script>');
  });

  test('logs out to the page', async () => {
    const target = `${server.url}/admin/`;
    const address = `${server.url}/oauth2/logout?post_logout_redirect_uri=${encodeURIComponent(target)}`;
    expect((await fetch(address, { redirect: 'manual' })).headers.get('location')).toBe(target);
  });
});
