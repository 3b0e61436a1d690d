import type { Day } from '../../domain/calendar.ts';
import type { DomainEvent } from '../../domain/event.ts';
import {
  type GuardPart,
  guardsOfApplication,
  guardsOfClaim,
  guardsOfEntry,
  guardsOfLoan,
} from '../../domain/guard-recount.ts';
import { readAllGuards } from '../../store/all-guards.ts';
import { applicationLayout } from '../../store/applications.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import { toEntry } from '../../store/ledger.ts';
import { loanLayout } from '../../store/loans.ts';
import { type ResourceLayout, toStored } from '../../store/resource.ts';
import { scanAll } from '../../store/scan.ts';
import type { Services } from '../services.ts';
import { recountListings } from './recount-listings.ts';

/** A guarded counter that is not what the resources add up to. */
export interface GuardDifference {
  readonly guard: string;
  /** A day where it is the guard of a listing. */
  readonly counted: number | Day | null;
  readonly recounted: number | Day | null;
}

export interface GuardsRecounted {
  /** Resources and entries that were added up. */
  readonly examined: number;
  readonly differences: readonly GuardDifference[];
}

/**
 * Adds every guarded counter up again from the states that it guards, which the verification of the trail proves against
 * their events, and the settled years from the ledger (R30); and holds what guards say of a listing against the file.
 *
 * It runs while commands do, so that a counter that moved between its two readings says nothing, and only a difference that
 * a second pass finds unchanged is one.
 */
export async function recountGuards(services: Pick<Services, 'database'>): Promise<GuardsRecounted> {
  const first = await pass(services);
  if (first.differences.length === 0) return first;
  const second = await pass(services);
  const known = new Set(first.differences.map(identityOf));
  return { ...second, differences: second.differences.filter((each) => known.has(identityOf(each))) };
}

const identityOf = (difference: GuardDifference): string => JSON.stringify(Object.values(difference));

async function pass({ database }: Pick<Services, 'database'>): Promise<GuardsRecounted> {
  const before = await readAllGuards(database);
  const { sums, examined } = await addUp(database);
  const after = await readAllGuards(database);
  const differences: GuardDifference[] = [];
  for (const guard of new Set([...sums.keys(), ...after.keys()])) {
    const counted = after.get(guard) ?? 0;
    const recounted = sums.get(guard) ?? 0;
    if ((before.get(guard) ?? 0) === counted && counted !== recounted) {
      differences.push({ guard, counted, recounted });
    }
  }
  return { examined, differences: [...differences, ...(await recountListings(database))] };
}

async function addUp(database: Database) {
  const sums = new Map<string, number>();
  let examined = 0;
  const add = (parts: readonly GuardPart[]): void => {
    examined += 1;
    for (const [guard, by] of parts) sums.set(guard, (sums.get(guard) ?? 0) + by);
  };
  for await (const state of statesOf(database, applicationLayout)) add(guardsOfApplication(state));
  for await (const state of statesOf(database, loanLayout)) add(guardsOfLoan(state));
  for await (const state of statesOf(database, claimLayout)) add(guardsOfClaim(state));
  for await (const item of scanAll(database, 'ledger')) add(guardsOfEntry(toEntry(item)));
  return { sums, examined };
}

/** Every resource of a kind: its table holds guards of numbers beside them, which are on no roster. */
async function* statesOf<State, Event extends DomainEvent>(
  database: Database,
  { table }: ResourceLayout<State, Event>,
): AsyncGenerator<State> {
  for await (const item of scanAll(database, table)) {
    const stored = 'roster' in item ? toStored<State>(item) : null;
    if (stored) yield stored.state;
  }
}
