import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions, howFunctionsAreBundled } from '../../infra/build/bundle.ts';
import { groupEntry } from '../../infra/build/entry-points.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { type Group, groups } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { type Figure, print } from './report.ts';
import { median } from './statistics.ts';

const root = resolve(import.meta.dirname, '../..');
const importTimeMaxRatio = 1.25;

/** The bare clients with the commands that the functions send: what no function can be smaller than. */
const bareClients = `
  export { DynamoDBClient, BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
  export { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
`;

/** The call by which a group is measured; the first of the route table by default. */
const measuredCalls: Partial<Record<Group, string>> = {
  reads: 'listLoans',
  applications: 'submitApplication',
  lending: 'recordRepayment',
  compensation: 'submitClaim',
  fund: 'payClaim',
};

interface Loaded {
  readonly name: string;
  /** JavaScript that loads it. */
  readonly script: string;
}

/**
 * The import time of each group's function with one call loaded, beside the bare clients as they are published, in the same
 * run; and how large its bundle is.
 */
export async function benchBundles(processes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
  try {
    const published = await bundleClients(join(folder, 'published.cjs'), {});
    const bare = await bundleClients(join(folder, 'bare.cjs'), howFunctionsAreBundled.alias);
    const bundles = await bundleFunctions(folder, { maps: false, entries: groups.map(groupEntry) });
    const placeOf = (group: Group): string => bundles.get(groupEntry(group)) ?? '';
    const loaded = groups.map((group): Loaded => {
      const own = routes.filter((route) => groupOf(route) === group);
      const route = own.find(({ operationId }) => operationId === measuredCalls[group]) ?? own[0];
      const call = JSON.stringify(`${route?.method} ${route?.path}`);
      const script = `await require(${JSON.stringify(join(placeOf(group), 'index.cjs'))}).calls[${call}]()`;
      return { name: `${group} with ${route?.operationId}`, script };
    });
    const clients = [published, bare].map(
      (file): Loaded => ({ name: file, script: `require(${JSON.stringify(file)})` }),
    );
    const [publishedMs = 1, bareMs = 1, ...times] = importTimes([...clients, ...loaded], processes);
    const figures = times.map((ms, index): Figure => {
      const ratio = ms / publishedMs;
      const group = groups[index] as Group;
      return {
        name: loaded[index]?.name ?? '',
        value: `${ratio.toFixed(2)} × (${(ms / bareMs).toFixed(2)} × as functions have them), ${kilobytes(sizeOf(placeOf(group)))} in all`,
        bound: `≤ ${importTimeMaxRatio} ×`,
        met: ratio <= importTimeMaxRatio,
      };
    });
    print(
      `Import with one call loaded, against the bare clients as published (median of ${processes} processes)`,
      figures,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** The bare clients in one file. @returns where. */
async function bundleClients(file: string, alias: Readonly<Record<string, string>>): Promise<string> {
  const stdin = { contents: bareClients, resolveDir: root };
  await build({ ...howFunctionsAreBundled, alias, stdin, outfile: file });
  return file;
}

/** Median processor time of each import over fresh processes, taken in turns so that a slow moment hits all alike. */
function importTimes(all: readonly Loaded[], processes: number): readonly number[] {
  const times = all.map((): number[] => []);
  for (let run = 0; run < processes; run += 1) {
    all.forEach(({ script }, index) => {
      const timed = `(async()=>{const from=process.cpuUsage();${script};const {user,system}=process.cpuUsage(from);process.stdout.write(String((user+system)/1000))})()`;
      const env = { ...process.env, AWS_REGION: 'us-east-1' };
      times[index]?.push(Number(execFileSync(process.execPath, ['-e', timed], { env, encoding: 'utf8' })));
    });
  }
  return times.map(median);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
