import { SiteBook } from './sites.ts';
import type { World } from './world.ts';

/** What a history that went wrong leaves to be looked at. */
export interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly story: readonly string[];
}

type Counts = readonly (readonly [string, number])[];

/** What histories came to, as plain JSON, so that it can pass from one process to another. */
export interface Summary {
  readonly histories: number;
  readonly operations: number;
  readonly accepted: number;
  readonly refused: number;
  readonly commits: number;
  readonly checks: number;
  readonly cpuSeconds: number;
  readonly passed: Counts;
  readonly fired: Counts;
  readonly queueFaults: Counts;
  /** What the store refused for good, such as `loans invalid`. */
  readonly refusals: Counts;
  /** Such as `apply accepted` and `apply cap-exceeded`. */
  readonly answers: Counts;
  readonly states: readonly string[];
  readonly moves: readonly string[];
  readonly failures: readonly Failure[];
}

export const summaryOf = (world: World): Summary => {
  const { tally, sites, queue, states, moves, refusals, violations, story, seed } = world;
  const { operations, accepted, refused, commits, checks } = tally;
  return {
    ...{ histories: 1, operations, accepted, refused, commits, checks, cpuSeconds: 0 },
    ...{ passed: [...sites.passed], fired: [...sites.fired], queueFaults: [...queue.fired] },
    refusals: refusals.map((name) => [name, 1]),
    answers: [...tally.answers],
    ...{ states: [...states], moves: [...moves] },
    failures: violations.length > 0 ? [{ seed, violations, story }] : [],
  };
};

export function together(all: readonly Summary[]): Summary {
  const sum = (count: (each: Summary) => number): number => all.reduce((total, each) => total + count(each), 0);
  const sites = new SiteBook();
  for (const each of all) sites.add(each);
  return {
    histories: sum(({ histories }) => histories),
    operations: sum(({ operations }) => operations),
    accepted: sum(({ accepted }) => accepted),
    refused: sum(({ refused }) => refused),
    commits: sum(({ commits }) => commits),
    checks: sum(({ checks }) => checks),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    passed: [...sites.passed],
    fired: [...sites.fired],
    queueFaults: counted(all.flatMap(({ queueFaults }) => queueFaults)),
    refusals: counted(all.flatMap(({ refusals }) => refusals)),
    answers: counted(all.flatMap(({ answers }) => answers)),
    states: [...new Set(all.flatMap(({ states }) => states))],
    moves: [...new Set(all.flatMap(({ moves }) => moves))],
    failures: all.flatMap(({ failures }) => failures),
  };
}

function counted(counts: Counts): Counts {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums];
}
