import { chmodSync, mkdtempSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataFolder } from '../../infra/local/data-folder.ts';
import { startDynamodb } from '../../infra/local/emulators/dynamodb.ts';
import { startSqs } from '../../infra/local/emulators/sqs.ts';
import { createFront } from '../../infra/local/front.ts';
import { htmlReply, jsonReply } from '../../infra/local/gateway/reply.ts';
import { type LocalServer, listen } from '../../infra/local/server.ts';

let server: LocalServer;
let port: number;
const ok = () => jsonReply(200, {});
beforeAll(async () => {
  server = await listen(0);
  port = Number(new URL(server.url).port);
  const issuer = new Map(['GET', 'POST'].map((method) => [`${method} /oauth2/authorize`, ok] as const));
  server.answerWith(createFront({ issuer, local: ok, objects: ok, page: ok, gateway: ok }));
});
afterAll(() => server.stop());

/** The status that a call with these headers gets. */
const statusOf = (method: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });

describe('a server on one machine', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('answers to the name %s with its port', async (name) => {
    expect(await statusOf('GET', '/v1/health', { host: `${name}:${port}` })).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '127.0.0.2:PORT',
  ])('answers 421 to the host "%s", which a name mapped to this address would send', async (host) => {
    for (const path of ['/v1/health', '/oauth2/token', '/local/clock', '/admin/']) {
      expect([path, await statusOf('GET', path, { host: host.replace('PORT', String(port)) })]).toEqual([path, 421]);
    }
  });

  test.each([
    ['PUT', '/local/clock'],
    ['POST', '/local/jobs/sweep-outbox'],
    ['POST', '/oauth2/authorize'],
    ['POST', '/oauth2/token'],
  ])('refuses %s %s that a page of another origin makes a browser send', async (method, path) => {
    const host = `127.0.0.1:${port}`;
    const foreign: readonly Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: `http://127.0.0.1:${port}` },
    ];
    for (const headers of foreign) {
      expect([headers, await statusOf(method, path, { host, ...headers })]).toEqual([headers, 403]);
    }
    const own: readonly Record<string, string>[] = [
      {},
      { origin: `http://127.0.0.1:${port}` },
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of own) {
      expect([headers, await statusOf(method, path, { host, ...headers })]).toEqual([headers, 200]);
    }
  });

  test('lets no page frame its sign-in page', () => {
    expect(htmlReply(200, '').headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('the emulators', () => {
  const accepts = (host: string, at: number): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(at, host);
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });

  test('listen at loopback addresses that no web page can guess, and at none that it would try', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callers-'));
    const started = [
      await startDynamodb(folder, () => undefined),
      await startSqs('us-east-1'),
      await startSqs('us-east-1'),
    ];
    try {
      const places = started.map(({ endpoint }) => new URL(endpoint));
      for (const { hostname, port: at } of places) {
        expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/);
        expect([hostname, await accepts(hostname, Number(at))]).toEqual([hostname, true]);
        for (const known of ['127.0.0.1', '127.0.0.2', '127.0.1.1'])
          expect(await accepts(known, Number(at))).toBe(false);
      }
      expect(new Set(places.map(({ hostname }) => hostname)).size).toBe(3);
    } finally {
      await Promise.all(started.map(({ stop }) => stop()));
    }
  });
});

test('a data folder is its owner’s alone, one of an earlier release too', async () => {
  const path = mkdtempSync(join(tmpdir(), 'folder-'));
  chmodSync(path, 0o755);
  const { lock } = await openDataFolder(path);
  await lock.release();
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(statSync(join(path, 'instance')).mode & 0o777).toBe(0o600);
});
