import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listLoans } from '../../shared/contracts/routes/loans.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { type EndpointResult, endpoint } from '../../shared/platform/endpoint.ts';
import { requestOf } from '../../shared/platform/gateway-event.ts';
import { bodyOf, callerOf } from '../../shared/platform/gateway-request.ts';
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
    ['[bank]', 'bank'],
    ['[bank member]', 'member'],
    ['["enterprise","bank"]', 'bank'],
    ['office', 'office'],
    ['[auditor office]', 'office'],
    ['[guarantor enterprise]', 'guarantor'],
  ] as const)('with the roles %s, as the gateway writes them, acts as %s', (roles, role) => {
    expect(callerOf(claimed({ sub: 's', org: 'o', name: 'n', roles }), everyRole)).toEqual({
      sub: 's',
      org: 'o',
      name: 'n',
      role,
    });
  });

  test('acts in the widest role that the call is open to', () => {
    const call = claimed({ sub: 's', org: 'o', roles: '[office bank]' });
    expect(callerOf(call, ['bank', 'enterprise'])).toMatchObject({ role: 'bank', name: 's' });
  });

  test.each(['[]', '', '[banker]', '[BANK]', '[office-admin]'])('with the roles %j may nothing', (roles) => {
    expect(callerOf(claimed({ sub: 's', org: 'o', roles }), everyRole)).toBe('forbidden');
  });

  test('with an array of roles, as another authorizer gives them, is the same', () => {
    expect(callerOf(claimed({ sub: 's', org: 'o', roles: ['bank'] }), everyRole)).toMatchObject({ role: 'bank' });
    expect(callerOf(claimed({ sub: 's', org: 'o' }), everyRole)).toBe('forbidden');
  });

  test.each([{}, { sub: 's' }, { org: 'o' }, { sub: '', org: 'o' }, { sub: 's', org: '' }, { sub: 1, org: 'o' }])(
    'of whom the token says only %j is nobody',
    (claims) => {
      expect(callerOf(claimed({ ...claims, roles: '[bank]' }), everyRole)).toBeNull();
    },
  );
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
