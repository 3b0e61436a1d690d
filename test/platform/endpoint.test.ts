import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listLoans } from '../../shared/contracts/routes/loans.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { type EndpointResult, endpoint } from '../../shared/platform/endpoint.ts';
import { requestOf } from '../../shared/platform/gateway-event.ts';
import { bodyOf, callerOf } from '../../shared/platform/gateway-request.ts';
import { callerIn } from '../../shared/platform/token-caller.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import { bankOf, eventOf } from '../support/handlers.ts';

const event = eventOf('GET', bankOf('rcb'), '/v1/loans');
const request = requestOf(event);
const answer = async (act: () => Promise<EndpointResult>, remainingMs = 30_000) => {
  const context = { getRemainingTimeInMillis: () => remainingMs } as Context;
  const reply = await endpoint(listLoans, act)(event, context);
  return { ...reply, problem: JSON.parse(reply.body) };
};
const thrown = (name: string, more: object = {}) =>
  answer(async () => {
    throw Object.assign(new Error('SELECT secret FROM table at file.ts:1'), { name, ...more });
  });

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the chain of every call', () => {
  test('puts a refusal into words', async () => {
    expect(await answer(async () => refusedBy(null, 'not-found'))).toMatchObject({
      statusCode: 404,
      problem: { code: 'not-found', instance: '/v1/loans', traceId: 'trace-1' },
    });
  });

  test.each([
    ['TypeError', {}, 'internal'],
    ['AccessDeniedException', { $metadata: { httpStatusCode: 400 } }, 'internal'],
    ['ThrottlingException', {}, 'unavailable'],
    ['TimeoutError', {}, 'unavailable'],
    ['Error', { code: 'ECONNREFUSED' }, 'unavailable'],
  ])('answers %s %o as %s, and nothing of what went wrong', async (name, more, code) => {
    const { problem, body, headers } = await thrown(name, more);
    expect(problem.code).toBe(code);
    expect(headers['retry-after']).toBe(code === 'unavailable' ? '1' : undefined);
    expect(body).not.toMatch(/SELECT|file\.ts|stack/);
  });

  test('answers that it is not available when its attempts are used up', async () => {
    const { statusCode } = await answer(async () => {
      throw new Unavailable('ten attempts');
    });
    expect(statusCode).toBe(503);
  });

  test('gives a call up before Lambda does, and still answers', async () => {
    const { statusCode, headers } = await answer(() => new Promise(() => undefined), 520);
    expect([statusCode, headers['retry-after']]).toEqual([503, '1']);
  });
});

describe('the caller', () => {
  const claimed = (claims: object) => ({ ...request, claims: claims as Record<string, unknown> });
  const everyRole = ['bank', 'enterprise', 'guarantor', 'office', 'member', 'finance', 'auditor'] as const;

  test.each([
    [['bank'], 'bank'],
    [['bank', 'member'], 'member'],
    [['enterprise', 'bank'], 'bank'],
    [['auditor', 'office'], 'office'],
    [['guarantor', 'enterprise', 'staff'], 'guarantor'],
  ] as const)('with the roles %j acts as %s', (roles, role) => {
    expect(callerOf(claimed({ sub: 's', org: 'o', name: 'n', roles }), everyRole)).toEqual({
      sub: 's',
      org: 'o',
      name: 'n',
      role,
    });
  });

  test('acts in the widest role that the call is open to', () => {
    const call = claimed({ sub: 's', org: 'o', roles: ['office', 'bank'] });
    expect(callerOf(call, ['bank', 'enterprise'])).toMatchObject({ role: 'bank', name: 's' });
  });

  test.each([
    [[]],
    [['head office']],
    [['bank,office']],
    [['["office"]', '[office]', '"office"']],
    [['OFFICE', 'office ', 'ｏｆｆｉｃｅ', 'office-admin', 'office\u200b']],
    [[['office']]],
    [[{ name: 'office' }]],
    [{ office: true }],
    [{ 0: 'office', length: 1 }],
    ['office'],
    ['[bank]'],
    ['["bank"]'],
    [null],
    [true],
    [undefined],
  ])('with the roles %j may nothing', (roles) => {
    expect(callerOf(claimed({ sub: 's', org: 'o', roles }), everyRole)).toBe('forbidden');
  });

  test.each([
    {},
    { sub: 's' },
    { org: 'o' },
    { sub: '', org: 'o' },
    { sub: 's', org: ' ' },
    { sub: 1, org: 'o' },
    { sub: 's', org: null },
    { sub: 's', org: 'null' },
    { sub: 's', org: ['o'] },
    { sub: 's', org: { id: 'o' } },
    { sub: 'job:overdue-loans', org: 'system' },
    { sub: 'worker:settlement', org: 'system' },
    { sub: 'system:built-in', org: 'system' },
    { sub: 'Job:x', org: 'o' },
    { sub: ' ｊｏｂ：x', org: 'o' },
    { sub: 'a\u0000b', org: 'o' },
    { sub: 'office-1\u200b', org: 'o' },
    { sub: 's', org: 'rcb\u202e' },
    { sub: '\ud800', org: 'o' },
    { sub: 's'.repeat(257), org: 'o' },
    { sub: 's', org: 'o'.repeat(257) },
  ])('of whom the token says only %j is nobody', (claims) => {
    expect(callerOf(claimed({ ...claims, roles: ['bank'] }), everyRole)).toBeNull();
  });

  test('may have a subject and an organisation of 256 characters, rare ones among them', () => {
    const longest = { sub: '𬭎'.repeat(256), org: 'o'.repeat(256) };
    expect(callerOf(claimed({ ...longest, roles: ['bank'] }), everyRole)).toMatchObject(longest);
  });

  test('is called by the subject if the name has characters that nobody sees', () => {
    const call = claimed({ sub: 's', org: 'o', name: '甲\u202e乙', roles: ['bank'] });
    expect(callerOf(call, everyRole)).toMatchObject({ name: 's' });
  });

  test.each([
    ['https://city.example/roles', { 'https://city.example/roles': ['bank'] }],
    ['cognito:groups', { 'cognito:groups': ['bank'] }],
    ['realm_access.roles', { realm_access: { roles: ['bank'] } }],
  ])('has the roles of the claim %s, if the issuer puts them there', (roles, claims) => {
    const names = { sub: 'sub', name: 'name', org: 'org', roles };
    expect(callerIn({ sub: 's', org: 'o', ...claims }, names, everyRole)).toMatchObject({ role: 'bank' });
    expect(callerIn({ sub: 's', org: 'o', roles: ['bank'] }, names, everyRole)).toBe('forbidden');
  });
});

describe('the body', () => {
  test('is its bytes, as they come or in base64, and null where there is none', () => {
    expect(bodyOf({ ...request, body: '{"名":1}' })?.toString()).toBe('{"名":1}');
    expect(
      bodyOf({ ...request, body: Buffer.from('{"名":1}').toString('base64'), isBase64Encoded: true })?.toString(),
    ).toBe('{"名":1}');
    expect(bodyOf(request)).toBeNull();
    expect(bodyOf({ ...request, body: '' })).toBeNull();
  });
});
