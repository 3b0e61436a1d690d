import { readFileSync } from 'node:fs';
import { end, startDynamodb } from '../support/dynamodb.ts';
import { playHistory } from './history.ts';
import { type Summary, summaryOf, together } from './summary.ts';
import { TableSets } from './table-sets.ts';

/** Histories at once: while one waits before a retry, another goes on. Each has its own tables, clock and chance. */
const lanes = 3;

/** Plays histories of consecutive seeds and sums them up; ends early with the first few that go wrong. */
export async function playHistories(first: number, count: number, failuresMax = 3): Promise<Summary> {
  const external = process.env.DYNAMODB_ENDPOINT;
  const started = external === undefined ? await startDynamodb() : null;
  const sets = new TableSets(started?.endpoint ?? external ?? '');
  const before = process.cpuUsage();
  const summaries: Summary[] = [];
  let next = first;
  let failures = 0;
  const play = async (): Promise<void> => {
    while (next < first + count && failures < failuresMax) {
      const seed = next;
      next += 1;
      const world = await playHistory({ sets, seed });
      summaries.push(summaryOf(world));
      if (world.violations.length > 0) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, play));
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6 + cpuSecondsOf(started?.child.pid);
  sets.destroy();
  if (started) await end(started.child);
  return { ...together(summaries), cpuSeconds };
}

/** What another process has used of the processor so far (Linux). */
function cpuSecondsOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
