import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { type StartedSystem, startedProcess, startProcess } from '../support/process.ts';

const running: StartedSystem[] = [];
afterEach(async () => {
  for (const system of running.splice(0)) await system.kill9();
});

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'system-'));

async function start(folder: string, ...more: string[]): Promise<StartedSystem> {
  const system = await startedProcess({ arguments: ['--data', folder, '--empty', ...more] });
  running.push(system);
  return system;
}

/** The processes that have the folder's database on their command line. */
const emulatorsOf = (folder: string): readonly string[] =>
  readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && commandLineOf(pid).includes(join(folder, 'dynamodb.sqlite')),
  );

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

const clockOf = async ({ url }: StartedSystem): Promise<number> => {
  const { now } = (await (await fetch(`${url}/local/clock`)).json()) as { readonly now: string };
  return Date.parse(now);
};
const moveClock = (system: StartedSystem, now: string) =>
  fetch(`${system.url}/local/clock`, { method: 'PUT', body: JSON.stringify({ now }) });

describe('a start', () => {
  test('serves health through the gateway, and everything the runner refuses is a problem', {
    timeout: 60_000,
  }, async () => {
    const system = await start(newFolder());
    const health = await fetch(`${system.url}/v1/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const unknown = await fetch(`${system.url}/v1/nothing`, { headers: { 'accept-language': 'en' } });
    expect(unknown.headers.get('content-type')).toMatch('application/problem+json');
    expect(await unknown.json()).toMatchObject({ code: 'not-found', status: 404, title: 'Not found' });
  });

  test('after kill -9 of the group leaves no orphan, is ready within 3 s and goes on with its clock', {
    timeout: 60_000,
  }, async () => {
    const folder = newFolder();
    const first = await start(folder, '--now', '2031-05-06T07:08:09.000Z');
    expect(await clockOf(first)).toBeGreaterThanOrEqual(Date.parse('2031-05-06T07:08:09.000Z'));
    expect((await moveClock(first, '2032-01-01T00:00:00.000Z')).status).toBe(200);
    await first.kill9();
    expect(emulatorsOf(folder)).toEqual([]);
    const second = await start(folder, '--now', '2031-05-06T07:08:09.000Z');
    expect(second.readyMs).toBeLessThan(3_000);
    expect(await clockOf(second)).toBeGreaterThanOrEqual(Date.parse('2032-01-01T00:00:00.000Z'));
    expect(second.output()).toContain('it is not set back');
  });

  test('keeps the keys that the first start made: a list goes on where it was after kill -9', {
    timeout: 60_000,
  }, async () => {
    const folder = newFolder();
    const first = await start(folder);
    const page = await new Api(first.url).get('office-1', '/v1/policies?limit=1');
    expect(page.status, page.text).toBe(200);
    await first.kill9();
    const second = await start(folder);
    const cursor = encodeURIComponent(String(page.body.nextCursor));
    const rest = await new Api(second.url).get('office-1', `/v1/policies?limit=1&cursor=${cursor}`);
    expect([rest.status, (rest.body.items as readonly unknown[]).length]).toEqual([200, 1]);
  });

  test('ends the emulator that a runner killed alone has left behind', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.end('SIGKILL');
    expect(emulatorsOf(folder)).toHaveLength(1);
    await start(folder);
    expect(emulatorsOf(folder)).toHaveLength(1);
  });

  test('finishes and exits with 0 when told to stop, also by Ctrl-C to the whole group', {
    timeout: 60_000,
  }, async () => {
    const folder = newFolder();
    expect(await (await start(folder)).end('SIGTERM')).toBe(0);
    const again = await start(folder);
    process.kill(-again.pid, 'SIGINT');
    expect(await again.end('SIGINT')).toBe(0);
    expect(emulatorsOf(folder)).toEqual([]);
  });

  test('brings the emulator back when it ends by itself', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const system = await start(folder);
    const [pid] = emulatorsOf(folder);
    process.kill(Number(pid), 'SIGKILL');
    const health = await fetch(`${system.url}/v1/health`);
    expect(health.status).toBe(200);
  });
});

describe('a start that cannot be is one sentence and exit code 1', () => {
  test('when the folder is in use, and when the port is', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const { url } = await start(folder);
    const { port } = new URL(url);
    expect(await startProcess({ arguments: ['--data', folder] })).toEqual({
      exitCode: 1,
      output: `The data folder ${folder} is in use by another system: stop that one, or choose another with --data.\n`,
    });
    expect(await startProcess({ arguments: ['--data', newFolder(), '--port', port] })).toEqual({
      exitCode: 1,
      output: `Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another with --port.\n`,
    });
  });

  test.each([
    [['--port', 'many'], '--port must be a whole number'],
    [['--now', 'yesterday'], '--now must be an instant'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('when %j makes no sense', async (given, sentence) => {
    expect(await startProcess({ arguments: given })).toEqual({
      exitCode: 1,
      output: expect.stringContaining(sentence),
    });
  });
});

test('moving the clock over an idle year takes less than a second', { timeout: 60_000 }, async () => {
  const system = await start(newFolder(), '--now', '2030-01-01T00:00:00.000Z');
  const startedAt = performance.now();
  const moved = await moveClock(system, '2031-01-01T00:00:00.000Z');
  expect(moved.status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect((await moveClock(system, '2030-06-01T00:00:00.000Z')).status).toBe(422);
  expect((await moveClock(system, 'soon')).status).toBe(400);
});
