import { writeFileSync } from 'node:fs';
import { chartOf } from './chart.ts';
import { type CommandName, type MeasuredCommand, measureCommands, mix } from './commands.ts';
import { type Heat, monthEnd } from './month-end.ts';

/** `npm run heat`: the heat on the hottest keys on the last day of a month, for a city, a province and the country. */

/** The country's 30 million commands a day, three times as many on the last day of a month; counties, banks, provinces. */
const country = { commands: 3 * 30_000_000, enterprises: 600_000 };
const scales = [
  { name: 'a city', of: 2_800, banks: 10 },
  { name: 'a province', of: 31, banks: 150 },
  { name: 'the country', of: 1, banks: 4_000 },
] as const;
/** What is played command by command; a larger day is so many times this one. */
const played = { commands: 1_000_000, enterprises: 20_000 };
const linesMax = 8;

const columns: (readonly Heat[])[] = [];
for (const { name, of, banks } of scales) {
  const measured = await measureCommands(banks);
  const heats = monthEnd(played, measured, 20260331);
  const factor = country.commands / of / played.commands;
  columns.push(onePerKind(heats.map((heat) => times(heat, factor))));
  const written = average(measured, ({ writeUnits }) => writeUnits);
  const read = average(measured, ({ readUnits }) => readUnits);
  console.log(
    `\n${name}, ${banks} banks: ${Math.round(country.commands / of).toLocaleString('en')} commands on the day`,
  );
  console.log(`  a command: ${written.toFixed(1)} write units, ${read.toFixed(1)} read units`);
  for (const [command, { touches, measured: counted }] of Object.entries(measured)) {
    const own = touches.reduce((sum, { writeUnits }) => sum + writeUnits, 0);
    const share = mix[command as CommandName];
    console.log(
      `  ${command.padEnd(10)} ${own} by the sizes of its items, ${counted} as counted by DynamoDB; ${share} in 100`,
    );
  }
}

console.log('\nOf what one partition gives, in the hottest ten minutes');
console.log(`  ${''.padEnd(52)}${scales.map(({ name }) => name.padStart(12)).join('')}`);
for (const { name, kind } of columns[2]?.slice(0, linesMax) ?? []) {
  const cells = columns.map((heats) => heats.find((heat) => roleOf(heat) === roleOf({ name, kind }))?.peak ?? 0);
  console.log(`  ${`${name} (${kind})`.padEnd(52)}${cells.map(inPercent).join('')}`);
}
const path = new URL('../../infra/decisions/0030-heat.svg', import.meta.url);
const title = 'The hottest keys of a province in one stack, on the last day of a month';
writeFileSync(path, chartOf(title, columns[1]?.slice(0, linesMax) ?? []));
console.log('\nchart: infra/decisions/0030-heat.svg');
process.exit(0);

function times(heat: Heat, factor: number): Heat {
  return { ...heat, unitsASecond: heat.unitsASecond.map((units) => units * factor), peak: heat.peak * factor };
}

function average(
  all: Readonly<Record<CommandName, MeasuredCommand>>,
  of: (touch: MeasuredCommand['touches'][number]) => number,
): number {
  const sums = Object.entries(mix).map(([name, in100]) => {
    const { touches } = all[name as CommandName];
    return (in100 / 100) * touches.reduce((sum, touch) => sum + of(touch), 0);
  });
  return sums.reduce((sum, each) => sum + each, 0);
}

/** Of keys that differ only by bank, enterprise, shard or period, the hottest. */
function onePerKind(all: readonly Heat[]): readonly Heat[] {
  const seen = new Set<string>();
  return all.filter((heat) => !seen.has(roleOf(heat)) && seen.add(roleOf(heat)));
}

function roleOf({ name, kind }: Pick<Heat, 'name' | 'kind'>): string {
  return `${name.replace(/(bank|enterprise|shard) \d+/, '$1').replace(/2026[-\d]*/, '')}|${kind}`;
}

function inPercent(share: number): string {
  return `${Number((share * 100).toPrecision(2)).toLocaleString('en')} %`.padStart(12);
}
