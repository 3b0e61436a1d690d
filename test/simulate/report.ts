import { type CommandKind, operationOf, rareRefusals } from './commands.ts';
import { everyMove, everyState } from './model/graphs.ts';
import type { Summary } from './summary.ts';

/** The figures of a run, one line each. */
export function reportOf(summary: Summary, first: number, seconds: number): string {
  const { histories, operations, accepted, refused, commits, checks, cpuSeconds, passed, fired } = summary;
  const sitesFired = new Set(fired.map(([name]) => name.slice(0, name.lastIndexOf(' ')))).size;
  const firings = fired.reduce((sum, [, count]) => sum + count, 0);
  const byFault = countedBy(fired, (name) => name.slice(name.lastIndexOf(' ') + 1));
  const states = everyState.filter((state) => summary.states.includes(state));
  const moves = everyMove.filter((move) => summary.moves.includes(move));
  const commands = commandsAccepted(summary);
  const refusals = refusalsReached(summary);
  return [
    `seeds            ${first} to ${first + histories - 1}`,
    `histories        ${histories} in ${seconds.toFixed(0)} s (${(histories / seconds).toFixed(1)} a second), ${(cpuSeconds / Math.max(1, histories)).toFixed(2)} s of a core each`,
    `operations       ${operations}; commands ${accepted} accepted, ${refused} refused; transactions ${commits}`,
    `checks           ${checks}`,
    `call sites       ${passed.length} passed, ${sitesFired} met a fault; ${firings} faults: ${listed(byFault)}`,
    `queue faults     ${listed(summary.queueFaults)}`,
    `refused for good ${listed(countedBy(summary.refusals, (name) => name))}`,
    `states reached   ${states.length} of ${everyState.length}${missing(everyState, states)}`,
    `moves made       ${moves.length} of ${everyMove.length}${missing(everyMove, moves)}`,
    `commands accepted ${commands.length} of ${everyCommand.length}${missing(everyCommand, commands)}`,
    `refusals reached ${refusals.length}; ${listed(rareIn(summary))}`,
    `violations       ${summary.failures.length}`,
  ].join('\n');
}

const everyCommand = Object.keys(operationOf) as readonly CommandKind[];

/** Kinds of command that were never accepted. */
export const commandsLeft = (summary: Summary): readonly CommandKind[] => {
  const accepted = commandsAccepted(summary);
  return everyCommand.filter((kind) => !accepted.includes(kind));
};

/** Kinds of command that were accepted at least once. */
const commandsAccepted = ({ answers }: Summary): readonly CommandKind[] =>
  everyCommand.filter((kind) => answers.some(([name]) => name === `${kind} accepted`));

/** Commands and the codes by which they were refused at least once, such as `apply cap-exceeded`. */
const refusalsReached = ({ answers }: Summary): readonly string[] =>
  answers.map(([name]) => name).filter((name) => !name.endsWith(' accepted'));

/** How often each of the rare refusals was met. */
export const rareIn = ({ answers }: Summary): readonly (readonly [string, number])[] =>
  rareRefusals.map((name) => [name, new Map(answers).get(name) ?? 0]);

const missing = (all: readonly string[], found: readonly string[]): string => {
  const left = all.filter((each) => !found.includes(each));
  return left.length === 0 ? '' : `; not: ${left.join(', ')}`;
};

const listed = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([name, count]) => `${name} ${count}`).join(', ');

function countedBy(
  counts: readonly (readonly [string, number])[],
  by: (name: string) => string,
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) sums.set(by(name), (sums.get(by(name)) ?? 0) + count);
  return [...sums];
}

/** A history that went wrong, to be read: what was done, then what does not hold. */
export const storyOf = (story: readonly string[], violations: readonly string[]): string =>
  [...story.filter((line) => !line.startsWith('#')), '', ...violations.map((line) => `!! ${line}`)].join('\n');
