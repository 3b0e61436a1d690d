import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { routes } from '../../shared/contracts/routes.ts';
import { type Figure, print } from './report.ts';
import { median } from './statistics.ts';

const root = resolve(import.meta.dirname, '../..');
const beyondClientsMaxBytes = 120_000;
const importTimeMaxRatio = 1.25;

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'] as string[],
  absWorkingDir: root,
  logLevel: 'error',
  legalComments: 'none',
} satisfies BuildOptions;

/** The bare clients with the commands that the functions send: what no function can be smaller than. */
const bareClients = `
  export { DynamoDBClient, BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
  export { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
`;

/** Sizes of every HTTP function's bundle and import times of three, beside the bare SDK clients' in the same run. */
export async function benchBundles(processes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
  try {
    const bare = await build({ ...options, stdin: { contents: bareClients, resolveDir: root }, write: false });
    const bareFile = join(folder, 'bare.cjs');
    writeFileSync(bareFile, bare.outputFiles?.[0]?.contents ?? '');
    const bareBytes = bare.outputFiles?.[0]?.contents.length ?? 0;

    const handlers = [...new Set(routes.map(({ handler }) => handler))];
    const built = await build({
      ...options,
      entryPoints: handlers,
      outdir: folder,
      outbase: root,
      outExtension: { '.js': '.cjs' },
      metafile: true,
    });
    const sizes = Object.entries(built.metafile.outputs)
      .map(([file, { bytes }]) => ({ file: resolve(root, file), bytes }))
      .sort((a, b) => b.bytes - a.bytes);
    const largest = sizes[0] ?? { file: '', bytes: 0 };
    const middle = sizes[Math.floor(sizes.length / 2)] ?? largest;

    const nameOf = (file: string): string => file.slice(folder.length + 1).replace('.cjs', '');
    const figures: Figure[] = [{ name: 'bare SDK clients', value: kilobytes(bareBytes) }];
    for (const [rank, { file, bytes }] of [
      ['largest', largest],
      ['median', middle],
    ] as const) {
      const beyond = bytes - bareBytes;
      figures.push({
        name: `${rank}: ${nameOf(file)}`,
        value: `${kilobytes(bytes)}, ${kilobytes(beyond)} beyond the clients`,
        bound: '≤ 120 kB beyond',
        met: beyond <= beyondClientsMaxBytes,
      });
    }
    const submit = sizes.find(({ file }) => file.endsWith('applications/submit.cjs')) ?? largest;
    const [bareMs, submitMs] = importTimes([bareFile, submit.file], processes);
    const ratio = (submitMs ?? 0) / (bareMs ?? 1);
    figures.push({
      name: `import of ${nameOf(submit.file)}`,
      value: `${ratio.toFixed(2)} × the bare clients (median of ${processes} fresh processes)`,
      bound: '≤ 1.25 ×',
      met: ratio <= importTimeMaxRatio,
    });
    print('Bundles of the HTTP functions', figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
