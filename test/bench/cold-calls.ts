import { groupOf } from '../../shared/contracts/groups.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { type Figure, print } from './report.ts';

/** People come in sessions; an environment that was idle for so long is gone. */
const callsOfSession = 12;
const secondsBetweenCalls = 30;
const secondsUntilGone = 600;
const callsPlayed = 60_000;

const bounds = [
  { callsPerHour: 10, max: 0.2 },
  { callsPerHour: 100, max: 0.12 },
  { callsPerHour: 1_000, max: 0.03 },
];

/**
 * The share of calls that find no environment of their function, by a model: sessions of people at random times, and
 * weights of calls by Zipf's law, reads first. It is calibrated by the model of an independent review, which gives 71, 52
 * and 15 % for one function a call.
 */
export function benchColdCalls(): void {
  const figures = bounds.map(({ callsPerHour, max }): Figure => {
    const now = shareOfColdCalls(callsPerHour, groupOf);
    const before = shareOfColdCalls(callsPerHour, ({ operationId }) => operationId);
    return {
      name: `${callsPerHour} calls an hour`,
      value: `${percent(now)}; with a function a call ${percent(before)}`,
      bound: `≤ ${percent(max)}`,
      met: now <= max,
    };
  });
  print('Share of cold calls, by a model', figures);
}

function shareOfColdCalls(callsPerHour: number, functionOf: (route: Route) => string): number {
  const random = seeded(1);
  const ordered = [...routes].sort((one, two) => Number(one.method !== 'GET') - Number(two.method !== 'GET'));
  const sums: number[] = [];
  for (const index of ordered.keys()) sums.push((sums.at(-1) ?? 0) + 1 / (index + 1));
  const anyRoute = (): Route => {
    const draw = random() * (sums.at(-1) ?? 0);
    return ordered[sums.findIndex((sum) => draw < sum)] as Route;
  };
  const wait = (mean: number): number => -Math.log(1 - random()) * mean;

  const calls: { readonly at: number; readonly of: string }[] = [];
  for (let sessionAt = 0; calls.length < callsPlayed; ) {
    sessionAt += wait((3_600 * callsOfSession) / callsPerHour);
    const length = 1 + Math.floor(random() * (2 * callsOfSession - 1));
    for (let call = 0, at = sessionAt; call < length; call += 1, at += wait(secondsBetweenCalls)) {
      calls.push({ at, of: functionOf(anyRoute()) });
    }
  }
  const lastAt = new Map<string, number>();
  let cold = 0;
  for (const { at, of } of calls.sort((one, two) => one.at - two.at)) {
    if (at - (lastAt.get(of) ?? -Infinity) > secondsUntilGone) cold += 1;
    lastAt.set(of, at);
  }
  return cold / calls.length;
}

/** Chance that is the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
