import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../infra/build/page.ts';
import { send } from '../../infra/local/gateway/reply.ts';
import { createLocalPage } from '../../infra/local/page.ts';

let folder: string;
let address: string;
let stop: () => void;

beforeAll(async () => {
  folder = await buildPage(join(mkdtempSync(join(tmpdir(), 'page-')), 'page'));
  const page = createLocalPage(folder, { issuer: 'http://issuer', clientId: 'page', apiUrl: '' });
  const server = createServer((request, response) =>
    send(response, page(request, (request.url ?? '').split('?')[0] ?? '')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close();
});
afterAll(() => stop());

const index = () => readFileSync(join(folder, 'index.html'), 'utf8');
const namedIn = (html: string) => [...html.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map(([, path = '']) => path);

describe('the built page', () => {
  test('names only files of its own, each by its content', () => {
    expect(index()).not.toMatch(/%[A-Z]+%|https?:/);
    for (const path of namedIn(index())) {
      expect(path).toMatch(/^assets\/[\w-]+-[0-9a-zA-Z]{8}\.(js|css|svg)$/);
      expect(readFileSync(join(folder, path)).length).toBeGreaterThan(0);
    }
  });

  test('loads at most 450 kB gzipped at first, the first page included', () => {
    const { outputs } = JSON.parse(readFileSync(`${folder}.metafile.json`, 'utf8')) as {
      outputs: Record<string, { entryPoint?: string; cssBundle?: string; imports: { path: string; kind: string }[] }>;
    };
    const [path, first] =
      Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('overview-page.tsx')) ?? [];
    const parts = (first?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map((each) => each.path);
    const needed = [path ?? '', first?.cssBundle ?? '', ...parts].map((each) => `assets/${each.split('/').at(-1)}`);
    const files = [...new Set([...namedIn(index()), ...needed])];
    const bytes = files.reduce((sum, each) => sum + gzipSync(readFileSync(join(folder, each)), { level: 9 }).length, 0);
    expect(bytes).toBeLessThanOrEqual(450_000);
  });

  test('carries no schema, and of what functions share only makers of documents, state graphs and the facts of refusals', () => {
    const { inputs, outputs } = JSON.parse(readFileSync(`${folder}.metafile.json`, 'utf8')) as {
      inputs: Record<string, unknown>;
      outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
    };
    const others = /^shared\/(?!documents\/|domain\/|contracts\/(moves|refusal-facts)\.ts)|node_modules\/zod\//;
    expect(Object.keys(inputs).filter((path) => others.test(path))).toEqual([]);
    const carried = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    const rules = carried.filter(([path]) => /^shared\/(domain|contracts)\//.test(path));
    expect(rules.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)).toBeLessThan(12_000);
  });
});

describe('serving it', () => {
  test('asks for the first file anew each time and keeps the others for ever', async () => {
    const first = await fetch(`${address}/admin/`);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await first.text()).toBe(index());
    const [script = ''] = namedIn(index()).filter((path) => path.endsWith('.js'));
    const asset = await fetch(`${address}/admin/${script}`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(await asset.text()).toBe(readFileSync(join(folder, script), 'utf8'));
  });

  test('lets nothing run, style or load that is not its own, and sits in nobody’s frame', async () => {
    const policy = (await fetch(`${address}/admin/`)).headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|http/);
    for (const part of ["default-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy.split('; ')).toContain(part);
    }
  });

  test('says where the issuer is, leads from /admin to the page with all that was asked, and knows nothing else', async () => {
    expect(await (await fetch(`${address}/admin/config.json`)).json()).toMatchObject({ issuer: 'http://issuer' });
    const bare = await fetch(`${address}/admin?code=1`, { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/admin/index.html?code=1']);
    expect((await fetch(`${address}/admin/../package.json`)).status).toBe(404);
    expect((await fetch(`${address}/admin/assets/nothing.js`)).status).toBe(404);
    expect((await fetch(`${address}/admin/`, { method: 'POST' })).status).toBe(405);
  });
});
