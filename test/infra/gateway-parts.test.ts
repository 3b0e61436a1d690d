import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { readBody } from '../../infra/local/gateway/body.ts';
import { eventOf } from '../../infra/local/gateway/event.ts';
import { createRateLimit } from '../../infra/local/gateway/rate-limit.ts';
import { replyOf } from '../../infra/local/gateway/result.ts';
import { createRouter } from '../../infra/local/gateway/router.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Sends a request to a server of its own and returns what `see` makes of it there. */
async function received<T>(
  options: { path?: string; method?: string; headers?: Record<string, string | string[]>; body?: Buffer | string },
  see: (request: IncomingMessage) => Promise<T> | T,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const server = createServer((incoming, response) => {
    Promise.resolve(see(incoming)).then(resolve, reject);
    incoming.resume().once('end', () => response.end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  const { body, ...rest } = options;
  const outgoing = send({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    method: 'POST',
    agent: false,
    ...rest,
  });
  outgoing.once('error', reject).end(body);
  return promise;
}

const eventFor = (request: IncomingMessage, body: Buffer) => {
  const [rawPath = '', rawQueryString = ''] = (request.url ?? '').split('?');
  const pathParameters = { id: 'a/b' };
  const nowMs = Date.parse('2026-03-02T04:05:06.789Z');
  const common = { routeKey: 'POST /v1/things/{id}', claims: { sub: 'x', roles: '[bank]' }, requestId: 'r-1', nowMs };
  return eventOf({ request, rawPath, rawQueryString, pathParameters, body, ...common }) as Record<string, unknown>;
};

describe('the event', () => {
  test('has the shape of payload format 2.0', async () => {
    const event = await received(
      {
        path: '/v1/things/a%2Fb?x=1&y=%E4%B8%AD&x=2',
        headers: { 'Content-Type': 'application/json', 'X-Many': ['one', 'two'], Cookie: 'a=1; b=2' },
        body: '{}',
      },
      (request) => eventFor(request, Buffer.from('{"名":1}')),
    );
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/things/{id}',
      rawPath: '/v1/things/a%2Fb',
      rawQueryString: 'x=1&y=%E4%B8%AD&x=2',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { x: '1,2', y: '中' },
      pathParameters: { id: 'a/b' },
      body: '{"名":1}',
      isBase64Encoded: false,
      requestContext: {
        authorizer: { jwt: { claims: { sub: 'x', roles: '[bank]' }, scopes: null } },
        http: { method: 'POST', path: '/v1/things/a%2Fb', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        requestId: 'r-1',
        stage: '$default',
        time: '02/Mar/2026:04:05:06 +0000',
        timeEpoch: 1772424306789,
      },
    });
    expect(event.headers).toMatchObject({ 'content-type': 'application/json', 'x-many': 'one, two' });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  test('carries bytes that are no text, or no UTF-8, as base64', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41]);
    for (const contentType of ['application/octet-stream', 'application/json']) {
      const event = await received({ headers: { 'content-type': contentType }, body: bytes }, (request) =>
        eventFor(request, bytes),
      );
      expect([event.isBase64Encoded, event.body]).toEqual([true, bytes.toString('base64')]);
    }
  });

  test('has no body, query or cookies where the request has none', async () => {
    const event = await received({ path: '/v1/things/1' }, (request) => eventFor(request, Buffer.alloc(0)));
    expect(Object.keys(event)).not.toEqual(expect.arrayContaining(['body']));
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(event).not.toHaveProperty('cookies');
  });
});

describe('a body', () => {
  test('of just the limit is read, and one byte more is refused', async () => {
    const read = await received({ body: 'x'.repeat(1_000) }, (request) => readBody(request, 1_000));
    expect(read).toHaveLength(1_000);
    const refused = await received({ body: 'x'.repeat(1_001) }, (request) => readBody(request, 1_000));
    expect(refused).toEqual({ bytes: 1_001 });
  });

  test('without a declared length is refused as soon as it passes the limit', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    const refused = await received({ headers, body: 'x'.repeat(5_000) }, (request) => readBody(request, 1_000));
    expect(refused).toMatchObject({ bytes: expect.any(Number) });
  });
});

describe('the router', () => {
  const paths = ['/v1/loans', '/v1/loans/{id}', '/v1/loans/{id}/history', '/v1/loans/open'];
  const find = createRouter(paths.map((path) => ({ method: 'GET', path })));

  test.each([
    ['/v1/loans', '/v1/loans', {}],
    ['/v1/loans/7', '/v1/loans/{id}', { id: '7' }],
    ['/v1/loans/open', '/v1/loans/open', {}],
    ['/v1/loans/a%2Fb/history', '/v1/loans/{id}/history', { id: 'a%2Fb' }],
  ])('leads %s to %s', (path, expected, parameters) => {
    expect(find('GET', path)).toEqual({ route: { method: 'GET', path: expected }, parameters });
  });

  test.each([
    ['GET', '/v1/loans/'],
    ['GET', '/v1'],
    ['POST', '/v1/loans'],
    ['GET', '/v1/loans/1/2/3'],
  ])('knows no %s %s', (method, path) => {
    expect(find(method, path)).toBeNull();
  });
});

describe('a result', () => {
  test('is taken as it is structured', () => {
    const result = { statusCode: 201, headers: { ETag: '"1"' }, body: 'aGk=', isBase64Encoded: true, cookies: ['a=1'] };
    expect(replyOf(result)).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: Buffer.from('hi'),
      cookies: ['a=1'],
    });
  });

  test('of any other form is the JSON of a 200, as the gateway has it', () => {
    expect(replyOf({ a: 1 })).toMatchObject({ status: 200, body: '{"a":1}' });
  });

  test('above six megabytes is an error', () => {
    expect(() => replyOf({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) })).toThrow('more than');
  });
});

test('a rate limit lets so many through at once and fills up with time', () => {
  let now = 0;
  const allow = createRateLimit(10, () => now);
  expect(Array.from({ length: 11 }, allow).filter(Boolean)).toHaveLength(10);
  now = 500;
  expect(Array.from({ length: 11 }, allow).filter(Boolean)).toHaveLength(5);
});
