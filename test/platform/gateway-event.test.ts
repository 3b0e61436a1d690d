import { describe, expect, test } from 'vitest';
import { requestOf } from '../../shared/platform/gateway-event.ts';
import { bankOf, eventOf, tokenOf } from '../support/handlers.ts';
import { restEventOf } from '../support/rest-event.ts';

describe('a call', () => {
  const event = {
    ...eventOf('POST', bankOf('rcb'), '/v1/loans/L1/repayments', { body: { 名: 1 }, key: 'key-12345' }),
    pathParameters: { loanId: 'L1' },
    queryStringParameters: { state: 'overdue,written-off' },
  };

  test('says the same by an HTTP API and by a REST API', () => {
    expect(requestOf(event)).toEqual({
      path: '/v1/loans/L1/repayments',
      headers: {
        'accept-language': 'en',
        authorization: event.headers.authorization,
        'content-type': 'application/json',
        'idempotency-key': 'key-12345',
      },
      pathParameters: { loanId: 'L1' },
      query: { state: 'overdue,written-off' },
      body: '{"名":1}',
      isBase64Encoded: false,
      requestId: 'trace-1',
      address: '192.0.2.7',
      claims: { sub: 'bank-rcb', name: 'bank-rcb', org: 'rcb', roles: ['bank'] },
    });
    const rest = restEventOf(event);
    expect(rest.headers).toHaveProperty('Idempotency-Key');
    const { claims, ...others } = requestOf(rest);
    expect({ ...others, claims: { ...claims, exp: undefined } }).toEqual({ ...requestOf(event) });
  });

  test('says nothing of its caller when a REST API remembers a token that has run out, or one without an end', () => {
    const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);
    expect(requestOf(restEventOf(event, inSeconds(30))).claims).toMatchObject({ org: 'rcb' });
    expect(requestOf(restEventOf(event, inSeconds(-1))).claims).toEqual({});
    expect(requestOf(restEventOf(event, 'never')).claims).toEqual({});
  });

  test('without token, query and body says nothing of them, by either', () => {
    const bare = eventOf('GET', null, '/v1/health');
    expect(requestOf(bare)).toMatchObject({ pathParameters: {}, query: {}, body: '', claims: {} });
    expect(requestOf(restEventOf(bare))).toEqual(requestOf(bare));
  });

  test.each([
    ['of another subject', { sub: 'office-1', org: 'rcb', roles: ['bank'] }],
    ['of another issuer', { sub: 'bank-rcb', iss: 'https://issuer.invalid', org: 'rcb', roles: ['bank'] }],
  ])('whose header holds a token %s than the gateway verified says nothing of its caller', (_, payload) => {
    const headers = { ...event.headers, authorization: `Bearer ${tokenOf(payload)}` };
    expect(requestOf({ ...event, headers } as typeof event).claims).toEqual({});
  });

  test.each([
    undefined,
    '',
    tokenOf({ sub: 'bank-rcb' }),
    `bearer ${tokenOf({ sub: 'bank-rcb' })}`,
    `Bearer  ${tokenOf({ sub: 'bank-rcb' })}`,
    `Bearer ${tokenOf({ sub: 'bank-rcb' })},Bearer ${tokenOf({ sub: 'bank-rcb' })}`,
    'Bearer a.bm90IGpzb24.c',
    `Bearer a.${Buffer.from('["bank-rcb"]').toString('base64url')}.c`,
  ])('with %j for its header says nothing of its caller', (authorization) => {
    const headers = { ...event.headers, authorization };
    expect(requestOf({ ...event, headers } as typeof event).claims).toEqual({});
  });

  test('that no gateway verified says nothing of its caller, whatever token it brings', () => {
    const bare = { ...event, requestContext: { ...event.requestContext, authorizer: undefined } };
    expect(requestOf(bare as unknown as typeof event).claims).toEqual({});
  });
});
