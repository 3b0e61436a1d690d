import { describe, expect, test } from 'vitest';
import { requestOf } from '../../shared/platform/gateway-event.ts';
import { bankOf, eventOf } from '../support/handlers.ts';
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
      headers: { 'accept-language': 'en', 'content-type': 'application/json', 'idempotency-key': 'key-12345' },
      pathParameters: { loanId: 'L1' },
      query: { state: 'overdue,written-off' },
      body: '{"名":1}',
      isBase64Encoded: false,
      requestId: 'trace-1',
      claims: { sub: 'bank-rcb', name: 'bank-rcb', org: 'rcb', roles: '[bank]' },
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
});
