import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions, howFunctionsAreBundled } from '../../infra/build/bundle.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { type Figure, print } from './report.ts';
import { median } from './statistics.ts';

const root = resolve(import.meta.dirname, '../..');
const beyondClientsMaxBytes = 120_000;
const importTimeMaxRatio = 1.25;

/** The bare clients with the commands that the functions send: what no function can be smaller than. */
const bareClients = `
  export { DynamoDBClient, BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
  export { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
`;

/**
 * Sizes of every HTTP function's bundle beyond the clients bundled in the same way, and the import time of one beside the
 * bare clients as they are published, in the same run.
 */
export async function benchBundles(processes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
  try {
    const published = await bundleClients(join(folder, 'published.cjs'), {});
    const bare = await bundleClients(join(folder, 'bare.cjs'), howFunctionsAreBundled.alias);
    const bundles = await bundleFunctions(folder, {
      maps: false,
      entries: [...new Set(routes.map(({ handler }) => handler))],
    });
    const sizes = [...bundles]
      .map(([name, place]) => ({ name, file: join(place, 'index.cjs') }))
      .map(({ name, file }) => ({ name, file, bytes: statSync(file).size }))
      .sort((a, b) => b.bytes - a.bytes);
    const largest = sizes[0] ?? { name: '', file: '', bytes: 0 };
    const middle = sizes[Math.floor(sizes.length / 2)] ?? largest;
    const submit = sizes.find(({ name }) => name.endsWith('applications/submit.ts')) ?? largest;

    const figures: Figure[] = [
      { name: 'bare SDK clients, as published', value: kilobytes(published.bytes) },
      { name: 'bare SDK clients, as functions have them', value: kilobytes(bare.bytes) },
    ];
    for (const [rank, { name, bytes }] of [
      ['largest', largest],
      ['median', middle],
    ] as const) {
      const beyond = bytes - bare.bytes;
      figures.push({
        name: `${rank}: ${name}`,
        value: `${kilobytes(bytes)}, ${kilobytes(beyond)} beyond the clients`,
        bound: '≤ 120 kB beyond',
        met: beyond <= beyondClientsMaxBytes,
      });
    }
    const times = importTimes([published.file, bare.file, submit.file], processes);
    const [publishedMs = 1, bareMs = 1, submitMs = 0] = times;
    const ratio = submitMs / publishedMs;
    figures.push(
      {
        name: `import of ${submit.name}`,
        value: `${ratio.toFixed(2)} × the bare clients, as published (median of ${processes} fresh processes)`,
        bound: '≤ 1.25 ×',
        met: ratio <= importTimeMaxRatio,
      },
      { name: 'and of those as functions have them', value: `${(submitMs / bareMs).toFixed(2)} ×` },
    );
    print('Bundles of the HTTP functions', figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bare clients in one file. @returns where, and how large. */
async function bundleClients(
  file: string,
  alias: Readonly<Record<string, string>>,
): Promise<{ readonly file: string; readonly bytes: number }> {
  await build({
    ...howFunctionsAreBundled,
    alias,
    stdin: { contents: bareClients, resolveDir: root },
    outfile: file,
  });
  return { file, bytes: statSync(file).size };
}

/** Median import time of each file over fresh processes, taken in turns so that a slow moment hits all alike. */
function importTimes(files: readonly string[], processes: number): readonly number[] {
  const times = files.map((): number[] => []);
  for (let run = 0; run < processes; run += 1) {
    files.forEach((file, index) => {
      const script = `const t=performance.now();require(${JSON.stringify(file)});process.stdout.write(String(performance.now()-t))`;
      const environment = { ...process.env, AWS_REGION: 'us-east-1' };
      times[index]?.push(
        Number(execFileSync(process.execPath, ['-e', script], { env: environment, encoding: 'utf8' })),
      );
    });
  }
  return times.map(median);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
