import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import type { Count } from '../../domain/figures.ts';
import { type Period, periodsOf } from '../../domain/period.ts';
import { readAllBuckets } from '../../store/all-figures.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Item } from '../../store/database.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import type { Bucket } from '../../store/figures.ts';
import { loanLayout } from '../../store/loans.ts';
import type { ResourceLayout } from '../../store/resource.ts';
import type { TrailEvent } from '../../store/trail.ts';
import { scanHistories } from '../../store/trail-scan.ts';
import type { Services } from '../services.ts';
import { recountGuards } from './recount-guards.ts';
import type { CheckedStep } from './run-check.ts';

/** A figure that is not what the histories say. */
export interface FigureDifference {
  readonly period: Period;
  readonly figure: string;
  readonly counted: number;
  readonly recounted: number;
}

export interface Recounted {
  /** Events that were counted again. */
  readonly examined: number;
  readonly differences: readonly FigureDifference[];
}

type Recounter = (events: readonly TrailEvent[]) => readonly Count[];

/** How each kind that is counted is counted again: by its own replay, with the very function that counted it. */
const recounters: Partial<Readonly<Record<ResourceKind, Recounter>>> = {
  enterprises: recounterOf(enterpriseLayout),
  loans: recounterOf(loanLayout),
  claims: recounterOf(claimLayout),
};

function recounterOf<State, Event extends DomainEvent>({ evolve, counts }: ResourceLayout<State, Event>): Recounter {
  return (events) => {
    let state: State | null = null;
    const counted: Count[] = [];
    try {
      for (const { type, data, at } of events) {
        const event = { type, data } as unknown as Event;
        const before: State | null = state;
        const after = evolve(before, event);
        counted.push(...(counts?.(before, event, after, at) ?? []));
        state = after;
      }
    } catch (error) {
      // An event that replay does not understand is verification's find; what it should have counted is missing here.
      if (!(error instanceof Error)) throw error;
    }
    return counted;
  };
}

/**
 * Counts everything again from the histories and compares every bucket of the figures with it.
 *
 * It runs while commands do. What a bucket counted between the two readings of it says nothing, and a command may lie
 * between event and figure for a moment: only a difference that a second pass finds unchanged is one.
 */
export async function recountFigures(services: Pick<Services, 'database'>): Promise<Recounted> {
  const first = await pass(services);
  if (first.differences.length === 0) return first;
  const second = await pass(services);
  const known = new Set(first.differences.map(identityOf));
  return { ...second, differences: second.differences.filter((each) => known.has(identityOf(each))) };
}

/** After the figures come the guarded counters. */
const guardsNext = { part: 'guards' };

/**
 * The recount as a check, of figures and then of guarded counters, each whole in one step, because what it adds up fits no
 * cursor. A pass reads the trail, or the states, once; a hundred cities' are some minutes of the fifteen that a function has.
 */
export async function recountFiguresStep(services: Services, place: Item | null): Promise<CheckedStep> {
  const isGuards = place?.part === guardsNext.part;
  const { examined, differences } = isGuards ? await recountGuards(services) : await recountFigures(services);
  const findings = differences.map((difference) => ({ ...difference }));
  return { examined, findings, next: isGuards ? null : guardsNext };
}

const identityOf = (difference: FigureDifference): string => JSON.stringify(Object.values(difference));

async function pass({ database }: Pick<Services, 'database'>): Promise<Recounted> {
  const before = await readAllBuckets(database);
  const { sums, examined } = await recount(database);
  const after = await readAllBuckets(database);
  const differences: FigureDifference[] = [];
  for (const period of new Set([...sums.keys(), ...after.keys()])) {
    const figures = new Set([...(sums.get(period)?.keys() ?? []), ...(after.get(period)?.keys() ?? [])]);
    for (const figure of figures) {
      const counted = valueIn(after, period, figure);
      const recounted = valueIn(sums, period, figure);
      const isStill = valueIn(before, period, figure) === counted;
      if (isStill && counted !== recounted) differences.push({ period, figure, counted, recounted });
    }
  }
  return { examined, differences };
}

async function recount(database: Services['database']) {
  const sums = new Map<Period, Map<string, number>>();
  let examined = 0;
  for await (const { kind, events } of scanHistories(database)) {
    const recounter = recounters[kind];
    if (!recounter) continue;
    examined += events.length;
    for (const { on, figure, by } of recounter(events)) {
      for (const period of periodsOf(on)) {
        const bucket = sums.get(period) ?? new Map<string, number>();
        bucket.set(figure, (bucket.get(figure) ?? 0) + by);
        sums.set(period, bucket);
      }
    }
  }
  return { sums, examined };
}

const valueIn = (buckets: ReadonlyMap<Period, Bucket>, period: Period, figure: string): number =>
  buckets.get(period)?.get(figure) ?? 0;
