import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../infra/build/page.ts';
import { projectFolder } from '../../infra/build/project.ts';
import { chromiumArguments, findChromium } from '../browser/chromium.ts';
import { Official } from '../browser/official.ts';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { startedProcess } from '../support/process.ts';
import { newFolder, removeFolder } from '../support/system.ts';
import { print } from './report.ts';
import { median } from './statistics.ts';

const budgetBytes = 450_000;

/** What a page of the library alone costs: a table, a form and a dialog that do nothing, in the same build. */
const emptyPage = `
import { createRoot } from 'react-dom/client';
import { App, Button, ConfigProvider, Form, Input, Modal, Table } from 'antd';
import zhCN from 'antd/locale/zh_CN';
createRoot(document.getElementById('root')).render(
  <ConfigProvider locale={zhCN}><App><h1>空页</h1><Table columns={[{ title: 'a', dataIndex: 'a' }]} dataSource={[]} />
  <Form><Form.Item label="a"><Input /></Form.Item></Form><Modal open={false} /><Button>a</Button></App></ConfigProvider>,
);`;

/**
 * The page: the bytes of its first load over the wire, and how long overview and list take in a browser, both beside an empty
 * page of the same library in the same run.
 */
export async function benchPage(runs: number, withSample: boolean): Promise<void> {
  const folder = await buildPage(join(tmpdir(), `bench-page-${process.pid}`));
  const empty = await bundleEmpty();
  const first = firstLoad(folder);
  const emptyBytes = gzipSync(empty, { level: 9 }).length;
  print('The officials’ page: first load, gzipped', [
    { name: 'overview', value: `${first} bytes`, bound: `<= ${budgetBytes}`, met: first <= budgetBytes },
    { name: 'overview, to an empty antd page', value: ratio(first, emptyBytes) },
  ]);
  const executablePath = findChromium();
  if (executablePath !== null) await benchInBrowser(executablePath, empty, runs, withSample);
  removeFolder(folder);
}

/** Of a quick run. */
const smallCity = Array.from({ length: 200 }, (_, index) => creditCode(index + 1));

async function benchInBrowser(executablePath: string, empty: Buffer, runs: number, withSample: boolean): Promise<void> {
  const data = newFolder();
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const system = await startedProcess({ arguments: ['--data', data, ...(withSample ? [] : ['--empty'])] });
  const api = new Api(system.url);
  await (withSample ? untilListed(api) : prepareCity(api, smallCity));
  const emptyMs = await medianOf(runs, () => openEmpty(browser, empty));
  const reload = (hash: string, ready: Ready) => reloads(runs, browser, system.url, hash, ready);
  const overviewMs = await reload('', (page) => page.locator('.figures').first().waitFor());
  const firstRowsMs = await reload('#/enterprises', (page) => page.locator('.ant-table-row').first().waitFor());
  const listMs = await reload('#/enterprises', (page) => page.getByRole('status').filter({ hasText: /^共/ }).waitFor());
  print(
    `The officials’ page: until it can be used, on ${withSample ? 'the sample city' : `a city of ${smallCity.length} enterprises`}`,
    [
      { name: 'overview with its figures, to an empty antd page', value: ratio(overviewMs, emptyMs) },
      { name: 'list with its first rows, to an empty antd page', value: ratio(firstRowsMs, emptyMs) },
      { name: 'list, read to its end, to an empty antd page', value: ratio(listMs, emptyMs) },
    ],
  );
  await browser.close();
  await system.end();
  removeFolder(data);
}

/** All that `index.html` names or preloads, and the chunk of the first page. */
function firstLoad(folder: string): number {
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...index.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const { outputs } = JSON.parse(readFileSync(`${folder}.metafile.json`, 'utf8')) as {
    outputs: Record<string, { entryPoint?: string; imports: { path: string; kind: string }[]; cssBundle?: string }>;
  };
  const overview = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('overview-page.tsx'));
  const parts = [
    overview?.[0] ?? '',
    overview?.[1].cssBundle ?? '',
    ...(overview?.[1].imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  ].map((path) => `assets/${path.split('/').at(-1)}`);
  const files = new Set(['index.html', ...named, ...parts.filter((path) => path !== 'assets/')]);
  return [...files].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
}

async function bundleEmpty(): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents: emptyPage, loader: 'tsx', resolveDir: projectFolder },
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

async function openEmpty(browser: Browser, script: Buffer): Promise<number> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><div id="root"></div><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const page = await browser.newPage();
  const startedAt = performance.now();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const took = performance.now() - startedAt;
  await page.close();
  server.closeAllConnections();
  server.close();
  return took;
}

/** Resolves when what a reader came for is there. */
type Ready = (page: Page) => Promise<void>;

/** From the reload of a signed-in tab, the way through the issuer included, until the page answers to its reader. */
async function reloads(runs: number, browser: Browser, url: string, hash: string, ready: Ready): Promise<number> {
  const official = await Official.signedIn(browser, url, 'office-1', hash);
  await ready(official.page);
  const took = await medianOf(runs, async () => {
    const startedAt = performance.now();
    await official.page.reload();
    await ready(official.page);
    return performance.now() - startedAt;
  });
  await official.leaves();
  return took;
}

async function untilListed(api: Api): Promise<void> {
  for (;;) {
    const { body } = await api.get('office-1', '/v1/statistics');
    if (Number(body.loansCount) >= 964) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function medianOf(runs: number, measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await measure());
  return median(times);
}

const ratio = (value: number, to: number): string => (value / to).toFixed(2);
