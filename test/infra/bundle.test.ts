import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { groupEntry } from '../../infra/build/entry-points.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { routes } from '../../shared/contracts/routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a function carries no provider of credentials but the environment’s (decision 0022)', async () => {
  await bundleFunctions(folder, { maps: false, entries: ['functions/http/applications/submit.ts'] });
  const { inputs } = JSON.parse(readFileSync(join(folder, 'metafile.json'), 'utf8')) as { readonly inputs: object };
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/(@aws-sdk\/[^/]+)/.exec(path)?.[1]));
  expect([...packages].filter((name) => /credential-provider|token-providers|nested-clients/.test(name ?? ''))).toEqual(
    ['@aws-sdk/credential-provider-env'],
  );
});

test('a group answers each of its calls, and loads the code of the call that arrived alone', async () => {
  const entry = groupEntry('fund');
  const own = join(folder, 'groups');
  const bundles = await bundleFunctions(own, { maps: true, entries: [entry] });
  const index = join(bundles.get(entry) ?? '', 'index.cjs');
  const require = createRequire(index);
  const { calls } = require(index) as { calls: Record<string, () => Promise<{ handler: unknown }>> };
  const expected = routes.filter((route) => groupOf(route) === 'fund');
  expect(Object.keys(calls)).toEqual(expected.map(({ method, path }) => `${method} ${path}`));

  const loaded = () => Object.keys(require.cache).filter((path) => path.startsWith(own));
  const base = loaded();
  const [first = '', second = ''] = Object.keys(calls);
  await calls[first]?.();
  const withFirst = loaded();
  expect(withFirst.length).toBeGreaterThan(base.length);
  await calls[second]?.();
  expect(loaded().length).toBeGreaterThan(withFirst.length);
  for (const load of Object.values(calls)) expect(typeof (await load()).handler).toBe('function');
});

test('a stack trace of a group leads to the sources', async () => {
  const entry = groupEntry('policy');
  const bundles = await bundleFunctions(join(folder, 'maps'), { maps: true, entries: [entry] });
  const place = bundles.get(entry) ?? '';
  const sources = readdirSync(place)
    .filter((name) => name.endsWith('.map'))
    .flatMap((name) => (JSON.parse(readFileSync(join(place, name), 'utf8')) as { sources: string[] }).sources);
  for (const source of ['shared/operations/command.ts', 'shared/platform/command-endpoint.ts', 'zod'])
    expect(sources.some((each) => each.includes(source))).toBe(true);
});
