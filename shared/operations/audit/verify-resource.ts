import canonicalize from 'canonicalize';
import type { DomainEvent } from '../../domain/event.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type ResourceLayout, type Stored, storedIn } from '../../store/resource.ts';
import { chainStart, hashOf, readWholeHistory, type TrailEvent } from '../../store/trail.ts';
import type { Services } from '../services.ts';

/** What a verification found. `brokenAt` is the first sequence number that does not fit, or is missing. */
export interface Verification {
  readonly ok: boolean;
  readonly events: number;
  readonly brokenAt: number | null;
}

/** Readings of one resource until state and history are of one moment: a command may come between the two. */
const readingsMax = 5;

/**
 * Verifies one resource (R30): every event has its place, names the hash before it and is what its own hash says; and
 * the stored version, hash and state are what the events say together. null where there is neither state nor event.
 */
export async function verifyResource<State, Event extends DomainEvent>(
  services: Services,
  layout: ResourceLayout<State, Event>,
  id: string,
): Promise<Verification | null> {
  let stored = await readStored(services, layout, id);
  for (let reading = 1; ; reading += 1) {
    const found = await compare(readWholeHistory(services.database, layout.kind, id), stored, layout.evolve);
    if (found.ok || reading === readingsMax) return found.events === 0 && !stored ? null : found;
    const again = await readStored(services, layout, id);
    if (again?.version === stored?.version) return found.events === 0 && !stored ? null : found;
    stored = again;
  }
}

/** An item without a chain's end is none of the kind, such as a run of a check beside the repairs. */
async function readStored<State, Event extends DomainEvent>(
  { database }: Services,
  layout: ResourceLayout<State, Event>,
  id: string,
): Promise<Stored<State> | null> {
  const stored = storedIn(await readItems(database, [keyOfResource(layout, id)]), layout, id);
  return typeof stored?.hash === 'string' ? stored : null;
}

/** Follows a history to its end and compares it with what is stored. */
export async function compare<State, Event extends DomainEvent>(
  history: AsyncIterable<TrailEvent> | Iterable<TrailEvent>,
  stored: Stored<State> | null,
  evolve: (state: State | null, event: Event) => State,
): Promise<Verification> {
  let { version, hash } = chainStart;
  let state: State | null = null;
  let events = 0;
  let brokenAt: number | null = null;
  for await (const event of history) {
    events += 1;
    if (brokenAt !== null) continue;
    const expected = version + 1;
    const fits = event.sequence === expected && event.previousHash === hash && hashOf(event) === event.hash;
    // An event beyond the stored version is one that no answer ever knew of.
    const evolved: { readonly state: State } | null =
      fits && expected <= (stored?.version ?? 0) ? replayed(state, event, evolve) : null;
    if (evolved) ({ state } = evolved);
    else brokenAt = expected;
    version = expected;
    hash = event.hash;
  }
  brokenAt ??= brokenAtEnd({ version, hash, state }, stored);
  return { ok: brokenAt === null, events, brokenAt };
}

/** A type or data that replay does not understand is an event that does not fit, whatever its hash says. */
export function replayed<State, Event extends DomainEvent>(
  state: State | null,
  { type, data }: TrailEvent,
  evolve: (state: State | null, event: Event) => State,
): { readonly state: State } | null {
  try {
    return { state: evolve(state, { type, data } as unknown as Event) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function brokenAtEnd<State>(
  end: { readonly version: number; readonly hash: string; readonly state: State | null },
  stored: Stored<State> | null,
): number | null {
  if (stored && stored.version > end.version) return end.version + 1;
  if (stored && (stored.hash !== end.hash || canonicalize(stored.state) !== canonicalize(end.state)))
    return end.version;
  return null;
}
