import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiClient, addressOf } from '../../../functions/admin/api/client.ts';
import { matchPath } from '../../../functions/admin/shell/match-path.ts';

let answer: { status: number; type: string; body: string };
let asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>;
let url: string;
let unauthenticated = 0;
const server = createServer((request, response) => {
  asked = request;
  response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  answer = { status: 200, type: 'application/json', body: '{"version":3}' };
  unauthenticated = 0;
});

const client = (apiUrl = url) =>
  new ApiClient({
    apiUrl,
    token: () => 'secret',
    language: () => 'zh-CN',
    unreachable: () => '无法连接',
    onUnauthenticated: () => {
      unauthenticated += 1;
    },
  });
const review = {
  decision: 'return',
  approvedAmountFen: null,
  annualRateBp: null,
  annualRatePpm: null,
  reason: '补',
} as const;
const send = () =>
  client().send('/v1/applications/{applicationId}/reviews', {
    params: { applicationId: 'app-1' },
    body: review,
    key: 'key-of-intent',
    version: 2,
  });

describe('the page’s client of the API', () => {
  test('sends a command with its key, the version that was looked at, and the reader’s language', async () => {
    expect(await send()).toMatchObject({ kind: 'done', value: { version: 3 } });
    expect(asked).toMatchObject({ method: 'POST', url: '/v1/applications/app-1/reviews' });
    expect(asked.headers).toMatchObject({
      authorization: 'Bearer secret',
      'idempotency-key': 'key-of-intent',
      'if-match': '"2"',
      'accept-language': 'zh-CN',
    });
  });

  test('hands on what the API says of a refusal', async () => {
    const problem = { code: 'version-mismatch', title: '版本已变化', detail: '当前为 3', status: 412, traceId: 't' };
    answer = { status: 412, type: 'application/problem+json', body: JSON.stringify(problem) };
    expect(await send()).toEqual({ kind: 'refused', problem });
  });

  test.each([
    ['text/html', '<h1>Bad gateway</h1>', 'Bad Gateway'],
    ['application/json', '{"message":"Too Many Requests"}', 'Too Many Requests'],
  ])('makes a problem of an answer of %s that is none of the API’s', async (type, body, detail) => {
    answer = { status: 502, type, body };
    expect(await client().get('/v1/fund')).toMatchObject({ kind: 'refused', problem: { status: 502, detail } });
  });

  test('tells the session of a token that is taken no more', async () => {
    answer = { status: 401, type: 'application/json', body: '{"message":"Unauthorized"}' };
    expect(await client().get('/v1/fund')).toMatchObject({ kind: 'refused' });
    expect(unauthenticated).toBe(1);
  });

  test('says in words that nobody answered', async () => {
    const refused = await client('http://127.0.0.1:1').get('/v1/fund');
    expect(refused).toMatchObject({ kind: 'refused', problem: { code: 'unreachable', detail: '无法连接' } });
  });

  test('fills in names and leaves out what is not asked', () => {
    expect(addressOf('/v1/loans/{loanId}', { loanId: 'a/b' }, { state: '', limit: 20, cursor: undefined })).toBe(
      '/v1/loans/a%2Fb?limit=20',
    );
  });
});

describe('places in the page', () => {
  test.each([
    ['/loans/:loanId', '/loans/loan-1', { loanId: 'loan-1' }],
    ['/loans/:loanId', '/loans', null],
    ['/loans', '/loans/loan-1', null],
    ['/meetings/:meetingId/vote', '/meetings/m%201/vote', { meetingId: 'm 1' }],
  ])('%s at %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params);
  });
});
