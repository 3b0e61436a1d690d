import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { end, startDynamodb } from '../support/dynamodb.ts';
import { playHistories } from './histories.ts';
import { playHistory } from './history.ts';
import { answerOf } from './part.ts';
import { reportOf, storyOf } from './report.ts';
import { shrink } from './shrink.ts';
import { type Summary, together } from './summary.ts';
import { TableSets } from './table-sets.ts';

const usage = `npm run simulate -- [--histories 100] [--first 1] [--processes N]   plays histories of consecutive seeds
npm run simulate -- --seed N [--whole]                              replays one, and shrinks it where it goes wrong`;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100' },
    first: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
    whole: { type: 'boolean', default: false },
    part: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else if (values.part) process.send?.(await playHistories(Number(values.first), Number(values.histories)));
else if (values.seed !== undefined) await replay(Number(values.seed));
else await playAll(Number(values.first), Number(values.histories), Number(values.processes));

/** Several processes, each with an emulator and its share of the seeds. */
async function playAll(first: number, histories: number, processes: number): Promise<void> {
  const started = performance.now();
  const share = Math.ceil(histories / processes);
  const parts: Promise<Summary>[] = [];
  for (let from = first; from < first + histories; from += share) {
    parts.push(playPart(from, Math.min(share, first + histories - from)));
  }
  const summary = together(await Promise.all(parts));
  console.log(reportOf(summary, first, (performance.now() - started) / 1_000));
  for (const { seed, violations } of summary.failures) {
    console.log(`\nseed ${seed}: ${violations[0]}\n  npm run simulate -- --seed ${seed}`);
  }
  process.exitCode = summary.failures.length > 0 ? 1 : 0;
}

async function playPart(first: number, histories: number): Promise<Summary> {
  const child = fork(import.meta.filename, ['--part', '--first', String(first), '--histories', String(histories)]);
  return answerOf<Summary>(child);
}

async function replay(seed: number): Promise<void> {
  const { endpoint, child } = await startDynamodb();
  const sets = new TableSets(endpoint);
  const whole = await playHistory({ sets, seed });
  if (whole.violations.length === 0 || values.whole) {
    console.log(storyOf(whole.story, whole.violations));
    console.log(
      `seed ${seed}: ${whole.tally.operations} operations, ${whole.tally.checks} checks, ${whole.violations.length} violations`,
    );
  } else {
    const { world, left } = await shrink(sets, seed);
    console.log(storyOf(world.story, world.violations));
    console.log(`seed ${seed}: shrunk from ${whole.lastStep} to ${left} operations`);
  }
  sets.destroy();
  await end(child);
  process.exitCode = whole.violations.length > 0 ? 1 : 0;
}
