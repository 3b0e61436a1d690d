import { mkdtempSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { DataFolder } from '../../infra/local/data-folder.ts';
import { readBody } from '../../infra/local/gateway/body.ts';
import { jsonReply, type Reply } from '../../infra/local/gateway/reply.ts';
import type { PlayFirstCase } from '../../infra/local/sample/history.ts';
import { startSample } from '../../infra/local/sample/sample.ts';
import { type LocalServer, listen } from '../../infra/local/server.ts';
import { standingClock } from './test-clock.ts';

const servers: LocalServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

const folderOf = (path = mkdtempSync(join(tmpdir(), 'sample-'))): DataFolder => ({
  path,
  instance: 'test',
  lock: { release: () => undefined },
});
const stateOf = ({ path }: DataFolder): unknown => JSON.parse(readFileSync(join(path, 'sample.json'), 'utf8')).state;

/** An API that notes each POST's key and body, and fails from the given number of posts on. */
async function fakeApi(failsAfter = Number.POSITIVE_INFINITY) {
  const posts = new Map<string, string>();
  const server = await listen(0);
  servers.push(server);
  server.answerWith(async (request: IncomingMessage): Promise<Reply> => {
    const { url = '', headers } = request;
    const body = String(await readBody(request, 4_000_000));
    if (url === '/oauth2/token') return jsonReply(200, { access_token: 't' });
    if (request.method === 'GET') return jsonReply(200, { state: 'done', rejected: 0, items: [{ loanId: 'l-1' }] });
    if (posts.size >= failsAfter) return jsonReply(422, { code: 'date-out-of-range' });
    posts.set(String(headers['idempotency-key']), body);
    return jsonReply(202, { importId: 'i-1' });
  });
  return { url: server.url, posts };
}

const played: string[] = [];
const play: PlayFirstCase = async (creditCode) => {
  played.push(creditCode);
  return { compensatedFen: 18_000_000 };
};

test('institutions, nine lists and the loans are sent under keys of their own, once for a folder', async () => {
  const { url, posts } = await fakeApi();
  const folder = folderOf();
  const lines: string[] = [];
  const clock = standingClock('2026-03-02T04:00:00.000Z');
  startSample({ url: url, folder, clock: clock, empty: false, say: (line) => lines.push(line), play });
  await vi.waitFor(() => expect(stateOf(folder)).toBe('done'));
  expect(posts.size).toBeGreaterThan(10 * 2 + 9);
  expect(lines.at(-1)).toContain('964 loans');
  expect(lines.join()).toContain('the first compensation, 180,000 yuan');
  expect(played).toHaveLength(1);

  posts.clear();
  await startSample({ url: url, folder, clock: clock, empty: false, say: () => undefined, play })();
  expect(posts.size).toBe(0);
});

test('a load that was cut off is sent again as it was, even on another day', async () => {
  const folder = folderOf();
  const first = await fakeApi(10);
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  startSample({
    url: first.url,
    folder,
    clock: standingClock('2026-03-02T04:00:00.000Z'),
    empty: false,
    say: () => undefined,
    play,
  });
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.stringContaining('not complete')));
  told.mockRestore();
  expect(stateOf(folder)).toBe('loading');

  const second = await fakeApi();
  startSample({
    url: second.url,
    folder,
    clock: standingClock('2026-05-05T04:00:00.000Z'),
    empty: false,
    say: () => undefined,
    play,
  });
  await vi.waitFor(() => expect(stateOf(folder)).toBe('done'));
  for (const [key, body] of first.posts) expect([key, second.posts.get(key) === body]).toEqual([key, true]);
});

test('a folder first used empty stays empty', async () => {
  const { url, posts } = await fakeApi();
  const folder = folderOf();
  const clock = standingClock('2026-03-02T04:00:00.000Z');
  await startSample({ url: url, folder, clock: clock, empty: true, say: () => undefined, play })();
  await startSample({ url: url, folder, clock: clock, empty: false, say: () => undefined, play })();
  expect([stateOf(folder), posts.size]).toEqual(['off', 0]);
});
