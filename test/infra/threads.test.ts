import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openClock } from '../../infra/local/clock.ts';
import { FunctionFailed, FunctionTimedOut } from '../../infra/local/threads/failures.ts';
import { ThreadPool } from '../../infra/local/threads/pool.ts';

const pools: ThreadPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

/** A pool of one thread with functions given by their source. */
function poolOf(sources: Readonly<Record<string, string>>, timeoutMs = 5_000) {
  const folder = mkdtempSync(join(tmpdir(), 'threads-'));
  const clock = openClock(folder);
  const functions = Object.entries(sources).map(([name, source]) => {
    const modulePath = join(folder, `${name}.cjs`);
    writeFileSync(modulePath, source);
    const environment = { NAME: name, TABLE_LOANS: 'loans-of-here' };
    const rights = new Set(['dynamodb:GetItem loans']);
    const model = { name, entry: `functions/${name}.ts`, rights, modulePath, exportName: 'handler' };
    return { ...model, timeoutMs, memoryMegabytes: 128, environment };
  });
  const pool = new ThreadPool({ threads: 1, clock: clock.shared, functions, environment: { SHARED: 'yes' } });
  pools.push(pool);
  return { pool, clock };
}

test('a function gets its event, its context and its environment', async () => {
  const source = `exports.handler = async (event, context) =>
    ({ event, id: context.awsRequestId, left: context.getRemainingTimeInMillis(), name: process.env.NAME, shared: process.env.SHARED });`;
  const { pool } = poolOf({ echo: source });
  expect(await pool.call('echo', { a: 1 }, 'r-1')).toEqual({
    event: { a: 1 },
    id: 'r-1',
    left: expect.any(Number),
    name: 'echo',
    shared: 'yes',
  });
});

test('a function sees the system clock in every way of asking for the time', async () => {
  const source = `exports.handler = async () => [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(),
    new Date(2020, 0).getFullYear(), new Date() instanceof Date, new (new Date().constructor)().getTime()];`;
  const { pool, clock } = poolOf({ time: source });
  const moved = Date.now() + 400 * 24 * 60 * 60 * 1000;
  clock.moveTo(moved);
  const [now, fresh, text, five, year, isDate, copied] = (await pool.call('time', {})) as [
    number,
    number,
    number,
    number,
    number,
    boolean,
    number,
  ];
  for (const instant of [now, fresh, text + 1_000, copied]) expect(instant).toBeGreaterThanOrEqual(moved);
  expect([five, year, isDate]).toEqual([5, 2020, true]);
});

test('an error of a function is told with its stack, and the thread goes on', async () => {
  const { pool } = poolOf({
    bad: `exports.handler = async () => { throw new TypeError('no'); };`,
    good: 'exports.handler = () => 1;',
  });
  await expect(pool.call('bad', {})).rejects.toThrow(/TypeError: no\n +at/);
  await expect(pool.call('bad', {})).rejects.toBeInstanceOf(FunctionFailed);
  expect(await pool.call('good', {})).toBe(1);
});

test('a function that never ends is cut off, its neighbours finish, and the next call finds a new thread', async () => {
  const sources = {
    hang: 'exports.handler = () => new Promise(() => {});',
    slow: 'exports.handler = () => new Promise((done) => setTimeout(done, 400, "done"));',
    spin: 'exports.handler = () => { for (;;); };',
    quick: 'exports.handler = () => "done";',
  };
  const { pool } = poolOf(sources, 900);
  const hanging = pool.call('hang', {});
  const slow = new Promise((resolve) => setTimeout(resolve, 700)).then(() => pool.call('slow', {}));
  await expect(hanging).rejects.toBeInstanceOf(FunctionTimedOut);
  expect(await slow).toBe('done');
  await expect(pool.call('spin', {})).rejects.toBeInstanceOf(FunctionTimedOut);
  // Machines are shared: a new thread has all of the time to begin.
  expect(await pool.call('quick', {})).toBe('done');
});

test('many calls share a thread at the same time', async () => {
  const { pool } = poolOf({ slow: 'exports.handler = (n) => new Promise((done) => setTimeout(done, 100, n));' });
  const startedAt = performance.now();
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  expect(await Promise.all(numbers.map((number) => pool.call('slow', number)))).toEqual(numbers);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a call that the role does not allow is not sent, and fails by the name that AWS gives it', async () => {
  const source = `const { request } = require('node:http');
    exports.handler = ({ port, target }) => new Promise((resolve) => {
      const asked = request({ port, method: 'POST', headers: { 'x-amz-target': target } }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      });
      asked.once('error', (error) => resolve([error.name, error.message]));
      asked.end(JSON.stringify({ TableName: 'loans-of-here' }));
    });`;
  // Also while `npm run permissions` opens every role.
  vi.stubEnv('ROLES', '');
  const { pool } = poolOf({ caller: source });
  vi.unstubAllEnvs();
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(String(request.headers['x-amz-target']));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const call = (operation: string) => pool.call('caller', { port, target: `DynamoDB_20120810.${operation}` });
  expect(await call('GetItem')).toBe(200);
  expect(await call('PutItem')).toEqual([
    'AccessDeniedException',
    'The role of functions/caller.ts does not allow dynamodb:PutItem loans',
  ]);
  expect(heard).toEqual(['DynamoDB_20120810.GetItem']);
  server.close();
});
