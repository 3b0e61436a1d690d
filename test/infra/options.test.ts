import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../infra/local/options.ts';

const unlessSaid = { port: 3000, dataFolder: resolve('.local'), empty: false, nowMs: null, rateLimit: null };

test('the command line goes before the environment, and both before what is built in', () => {
  expect(readOptions([], {})).toEqual(unlessSaid);
  const environment = { PORT: '4000', DATA_DIR: '/d', SAMPLE: 'off', NOW: '2026-03-02T00:00:00Z', RATE_LIMIT: '50' };
  const nowMs = Date.UTC(2026, 2, 2);
  expect(readOptions([], environment)).toEqual({ port: 4000, dataFolder: '/d', empty: true, nowMs, rateLimit: 50 });
  const given = ['--port', '0', '--data', '/e', '--now', '2026-03-03T08:00:00+08:00'];
  expect(readOptions(given, environment)).toMatchObject({ port: 0, dataFolder: '/e', nowMs: Date.UTC(2026, 2, 3) });
});

test('asking for help is no start', () => {
  expect(readOptions(['--help'], {})).toBeNull();
});
