import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { dayAt } from '../domain/calendar.ts';
import type { Actor, DomainEvent, ResourceKind } from '../domain/event.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { queryAll, queryPage } from './read.ts';
import { absent, type Write } from './transaction.ts';

/** What hashes are made by; named in every event, so that a later algorithm can follow in the same chain. */
const algorithm = 'SHA-256';

/** An event at its place in its resource's history (R30); what `/history` shows whole to whoever may see all of it. */
export interface TrailEvent {
  /** Counts from 1 within the resource; the resource's version after it. */
  readonly sequence: number;
  /** Instant, ISO 8601 with milliseconds. */
  readonly at: string;
  /** `name` only in events of the releases that had it in the chain (decisions/0048). */
  readonly actor: Actor & { readonly name?: string };
  readonly type: string;
  readonly data: object;
  /** How the hash is made. Events of the releases before it was named have neither it nor a salt. */
  readonly algorithm?: typeof algorithm;
  /**
   * 128 random bits in hex. Without them a hash tells nothing of what it covers: whoever may not see the whole event
   * cannot find it by trying (decisions/0048).
   */
  readonly salt?: string;
  /** Hex SHA-256 of the event before; 64 zeros for the first. */
  readonly previousHash: string;
  /** Hex SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
}

/** Where a resource's history stands: its version and the hash of its last event. */
export interface ChainEnd {
  readonly version: number;
  readonly hash: string;
}

/** Where the history of a resource that is not there yet stands. */
export const chainStart: ChainEnd = { version: 0, hash: '0'.repeat(64) };

/** Who does what when: the same for every event of one command. */
export interface Act {
  readonly at: string;
  readonly actor: Actor;
}

/** The hash of an event over all the fields that it has. */
export function hashOf(event: Omit<TrailEvent, 'hash'>): string {
  const canonical = canonicalize(fieldsOf(event));
  if (canonical === undefined) throw new Error(`event ${event.type} has no canonical form`);
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** An event's own fields without its hash. */
function fieldsOf({ sequence, at, actor, type, data, algorithm: named, salt, previousHash }: Omit<TrailEvent, 'hash'>) {
  return {
    sequence,
    at,
    actor,
    type,
    data,
    ...(named !== undefined && { algorithm: named }),
    ...(salt !== undefined && { salt }),
    previousHash,
  };
}

const newSalt = (): string => randomBytes(16).toString('hex');

/** Gives events their places after the end of a chain, each with a salt of its own. */
export function chain(
  end: ChainEnd,
  events: readonly DomainEvent[],
  { at, actor }: Act,
  saltOf: () => string = newSalt,
): readonly TrailEvent[] {
  const chained: TrailEvent[] = [];
  let { version, hash: previousHash } = end;
  for (const { type, data } of events) {
    version += 1;
    const event = { sequence: version, at, actor, type, data, algorithm, salt: saltOf(), previousHash } as const;
    const hash = hashOf(event);
    chained.push({ ...event, hash });
    previousHash = hash;
  }
  return chained;
}

/** The chain's end after some events. */
export function endOf(end: ChainEnd, events: readonly TrailEvent[]): ChainEnd {
  const last = events.at(-1);
  return last ? { version: last.sequence, hash: last.hash } : end;
}

export const trailKey = (kind: ResourceKind, id: string): string => `${kind}#${id}`;

/** The place of one event. */
export const eventKey = (kind: ResourceKind, id: string, sequence: number): ItemKey => ({
  table: 'trail',
  key: { pk: trailKey(kind, id), sequence },
});

/** Whose history a partition of the trail is. */
export function resourceOfTrailKey(pk: string): { readonly kind: string; readonly id: string } {
  const [kind = '', ...id] = pk.split('#');
  return { kind, id: id.join('#') };
}

/** Sorts events by instant, and those of one instant by resource and place; a string, as keys of indexes are here. */
const atKeyOf = (pk: string, { at, sequence }: TrailEvent): string =>
  `${at}#${pk}#${String(sequence).padStart(12, '0')}`;

/** By what the trail's indexes find an event. */
const indexedAs = (pk: string, event: TrailEvent): Readonly<Record<string, string>> => ({
  day: dayAt(event.at),
  actorSub: event.actor.sub,
  atKey: atKeyOf(pk, event),
});

/** Whether the indexes find an event under what it says: its hash does not cover what they need. */
export const isIndexedAsSaid = (item: Item): boolean =>
  Object.entries(indexedAs(String(item.pk), toEvent(item))).every(([name, value]) => item[name] === value);

/** The writes that put events into the trail; each only where nothing is, so that nothing is ever overwritten. */
export function appendWrites(kind: ResourceKind, id: string, events: readonly TrailEvent[]): readonly Write[] {
  return events.map((event) => ({
    kind: 'put',
    table: 'trail',
    item: {
      pk: trailKey(kind, id),
      ...event,
      ...indexedAs(trailKey(kind, id), event),
    },
    condition: absent(),
  }));
}

const historyOf = (kind: ResourceKind, id: string) => ({
  table: 'trail' as const,
  expression: '#pk = :pk AND #sequence > :after',
  names: { '#pk': 'pk', '#sequence': 'sequence' },
  values: { ':pk': trailKey(kind, id), ':after': 0 },
});

/** One page of a history after a sequence number, oldest first. */
export async function readHistory(
  database: Database,
  kind: ResourceKind,
  id: string,
  after: number,
  limit: number,
): Promise<readonly TrailEvent[]> {
  const query = historyOf(kind, id);
  const values = { ...query.values, ':after': after };
  const page = await queryPage(database, { ...query, values, limit });
  return page.items.map(toEvent);
}

/** The last event of a history; null where there is none. */
export async function readLastEvent(database: Database, kind: ResourceKind, id: string): Promise<TrailEvent | null> {
  const { items } = await queryPage(database, { ...historyOf(kind, id), descending: true, limit: 1 });
  return items[0] ? toEvent(items[0]) : null;
}

/** A whole history, oldest first. */
export async function* readWholeHistory(
  database: Database,
  kind: ResourceKind,
  id: string,
): AsyncGenerator<TrailEvent> {
  for await (const item of queryAll(database, historyOf(kind, id))) yield toEvent(item);
}

/** An event out of its item, without what only the table's keys and indexes need. */
export function toEvent(item: object): TrailEvent {
  const event = item as TrailEvent;
  return { ...fieldsOf(event), hash: event.hash };
}
