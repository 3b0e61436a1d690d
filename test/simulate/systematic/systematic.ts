import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { faults } from '../../support/faults.ts';
import { answerOf } from '../part.ts';
import { everyFault, type Told } from './every-fault.ts';
import { scenarios } from './scenarios.ts';

const usage = `npm run faults [-- --every N] [--scenario WORDS]
Tells every golden scenario once for each of its calls to DynamoDB and SQS and each fault; --every N: each N-th alone.`;

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    scenario: { type: 'string', default: '' },
    part: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else if (values.part !== undefined) process.send?.(await tell(Number(values.part)));
else await tellAll();

function tell(index: number): Promise<Told> {
  const scenario = scenarios[index];
  if (!scenario) throw new Error(`there is no scenario ${index}`);
  return everyFault(scenario, Number(values.every));
}

/** A process a scenario, as many at once as there are processors. */
async function tellAll(): Promise<void> {
  const waiting = scenarios
    .map((_, index) => index)
    .filter((index) => scenarios[index]?.name.includes(values.scenario));
  const all: Told[] = [];
  const take = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const child = fork(import.meta.filename, ['--part', String(index), '--every', values.every]);
      const told = await answerOf<Told>(child);
      all.push(told);
      console.log(line(told));
      for (const text of told.violations.slice(0, 5)) console.log(`  !! ${text}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, take));
  const sum = (of: (told: Told) => number): number => all.reduce((total, told) => total + of(told), 0);
  const [fired, planned, broken] = [
    sum((told) => told.fired),
    sum((told) => told.planned),
    sum((told) => told.violations.length),
  ];
  console.log(
    `\nsites ${sum((told) => told.sites)}; faults ${planned}, fired ${fired} (${((100 * fired) / planned).toFixed(1)} %); violations ${broken}`,
  );
  process.exitCode = fired === planned && broken === 0 ? 0 : 1;
}

function line({ name, sites, planned, fired, byFault, violations }: Told): string {
  const each = faults.map((fault) => `${fault} ${byFault[fault]}`).join(', ');
  return `${name}: ${sites} sites, ${fired} of ${planned} faults fired (${each}), ${violations.length} violations`;
}
