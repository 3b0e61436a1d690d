import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SqsEmulator, startSqs } from '../../infra/local/emulators/sqs.ts';
import { chromiumArguments, findChromium } from '../browser/chromium.ts';
import { type StartedSystem, startedProcess } from '../support/process.ts';

let folder: string;
let system: StartedSystem;
let port: number;
let emulator: { readonly host: string; readonly port: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'system-'));
  // As an earlier version has left it: open to every user of the machine.
  mkdirSync(join(folder, 'objects', 'documents'), { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, 'objects', 'documents', 'paper.object'), 'paper', { mode: 0o644 });
  system = await startedProcess({ arguments: ['--data', folder, '--empty'] });
  port = Number(new URL(system.url).port);
  const pid = readFileSync(join(folder, 'dynamodb.pid'), 'utf8');
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const after = (name: string): string => commandLine[commandLine.indexOf(name) + 1] ?? '';
  emulator = { host: after('--host'), port: after('--port') };
});
afterAll(() => system.kill9());

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const tokenForm = 'grant_type=client_credentials&client_id=office-1&client_secret=local-only';
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

test('a page of another site may neither frame the sign-in page nor guess the type of any answer', async () => {
  const signIn = await fetch(`${system.url}/oauth2/authorize?client_id=nobody`);
  expect(signIn.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  for (const path of ['/oauth2/authorize', '/oauth2/jwks', '/v1/health', '/v1/nothing', '/local/clock', '/admin/'])
    expect((await fetch(system.url + path)).headers.get('x-content-type-options')).toBe('nosniff');
});

describe('the emulators', () => {
  test('the database listens at an address that a page would have to guess among 2^38', async () => {
    expect(emulator.host).toMatch(/^127\.[1-9]\d*\.\d+\.\d+$/);
    await expect(fetch(`http://127.0.0.1:${emulator.port}/`)).rejects.toThrow();
    await expect(fetch(`http://localhost:${emulator.port}/`)).rejects.toThrow();
    expect((await fetch(`http://${emulator.host}:${emulator.port}/`)).status).toBe(200);
  });

  test('a page that knew the address of the queues would read and write none', async () => {
    const sqs: SqsEmulator = await startSqs('us-east-1');
    const { hostname } = new URL(sqs.endpoint);
    expect(hostname).toMatch(/^127\.[1-9]\d*\.\d+\.\d+$/);
    const list = (headers: Readonly<Record<string, string>>) =>
      fetch(sqs.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ListQueues', ...headers },
        body: '{}',
      });
    expect((await list({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await list({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await list({})).status).toBe(200);
    await sqs.stop();
  });
});

test('the data folder is closed to other users of the machine, what an earlier version left in it too', () => {
  const open: string[] = [];
  const look = (path: string): void => {
    const { mode } = statSync(path);
    if ((mode & 0o077) !== 0) open.push(`${path} ${(mode & 0o777).toString(8)}`);
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) look(join(path, name));
  };
  look(folder);
  expect(open).toEqual([]);
  expect(existsSync(join(folder, 'dynamodb.sqlite'))).toBe(true);
});

const executablePath = findChromium();

test.skipIf(executablePath === null)('a page in a browser reads no token, no table and moves no clock', async () => {
  const site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>evil</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    ...(executablePath !== null && { executablePath }),
    args: [...chromiumArguments, '--host-resolver-rules=MAP *.example 127.0.0.1'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://evil.example:${(site.address() as AddressInfo).port}/`);
    const read = (url: string, options: Asked = {}): Promise<string> =>
      page.evaluate(
        ([address, asking]) =>
          fetch(address, asking)
            .then((response) => response.text())
            .catch(() => 'nothing'),
        [url, options] as const,
      );
    const scan = {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables', 'content-type': 'application/x-amz-json-1.0' },
      body: '{}',
    };
    // Two ways to this machine: across origins, and by a name that leads here.
    for (const origin of [system.url, `http://evil.example:${port}`]) {
      expect(await read(`${origin}/oauth2/token`, { method: 'POST', headers: asForm, body: tokenForm })).toBe(
        'nothing',
      );
      expect(await read(`${origin}/local/jobs/sweep-outbox`, { method: 'POST' })).toBe('nothing');
    }
    for (const host of ['127.0.0.1', 'localhost', 'evil.example', '0.0.0.0'])
      expect(await read(`http://${host}:${emulator.port}/`, scan)).toBe('nothing');
    // The page's own origin by rebinding: the same name and port lead to the system now, whose answer is 421 and no token.
    const rebound = await browser.newPage();
    await rebound.goto(`http://rebound.example:${port}/`);
    const answers = await rebound.evaluate(async (form) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const token = await fetch('/oauth2/token', { method: 'POST', headers, body: form });
      const clock = await fetch('/local/clock');
      return [token.status, clock.status];
    }, tokenForm);
    expect(answers).toEqual([421, 421]);
  } finally {
    await browser.close();
    site.close();
  }
});
