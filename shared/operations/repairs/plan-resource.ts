import canonicalize from 'canonicalize';
import type { ResourceKind } from '../../domain/event.ts';
import type { RepairChange } from '../../domain/repair.ts';
import { remedyOf, type Tear } from '../../domain/tear.ts';
import type { Database, Item, ItemKey } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { readRestores } from '../../store/repairs.ts';
import { chainStart, endOf, eventKey, hashOf, readWholeHistory, type TrailEvent } from '../../store/trail.ts';
import { absent, type Condition, type Write } from '../../store/transaction.ts';
import { type KeptKind, verifiers } from '../audit/kinds.ts';
import { alongside, standsAlone } from './alongside.ts';
import { missingEntries } from './missing-entries.ts';
import { neighboursOf } from './neighbours.ts';
import type { Planned, RepairServices } from './plan.ts';

/**
 * Plans the repair of one resource (R30): its state becomes what its events say, with what lies beside the state and follows
 * from it alone. Writes nothing. Every write asks that state and history are still as they were read.
 */
export async function planResource({ database }: RepairServices, kind: ResourceKind, id: string): Promise<Planned> {
  const { kept } = verifiers[kind];
  const subject = `${kind}/${id}`;
  if (!kept) return { kind: 'refused', subject, notes: [`Nothing is kept of ${kind}.`] };
  const { item, events } = await readBoth(database, kind, id, kept);
  if (!item && events.length === 0)
    return { kind: 'refused', subject, notes: ['There is neither state nor event of it.'] };
  const replayed = isChained(events) ? kept.itemOf(id, events) : null;
  const tear = tearOf(item, events, replayed);
  const isRestoreNoted = (await readRestores(database)).length > 0;
  const remedy = remedyOf(tear, { isRestoreNoted, standsAlone: standsAlone.has(kind) });
  if (remedy.kind === 'refused') return { kind: 'refused', subject, notes: [tear, remedy.why] };

  const after = remedy.kind === 'remove' ? null : replayed;
  const stateKey = { table: kept.table, key: kept.key(id) };
  const beside = await alongside(database, kind, { id, before: item, after, events });
  const entries = await missingEntries(database, kind, id, events);
  const isSame = remedy.kind === 'nothing';
  const changes: RepairChange[] = [
    ...(isSame ? [] : [{ what: 'state', before: shown(item), after: shown(after) }]),
    ...beside.changes,
    ...entries.changes,
  ];
  const neighbours = await neighboursOf(database, after ?? item);
  const notes = [tear, ...(changes.length > 0 ? neighbours : [])];
  if (changes.length === 0) return { kind: 'in-order', subject, notes: [...notes, ...neighbours] };
  const writes: readonly Write[] = [
    stateWrite(stateKey, item, isSame ? item : after),
    { kind: 'check', ...eventKey(kind, id, events.length + 1), condition: absent() },
    ...beside.writes,
    ...entries.writes,
  ];
  return { kind: 'plan', subject, notes, changes, writes };
}

/** State and history of one moment: a command may come between the two. */
async function readBoth(database: Database, kind: ResourceKind, id: string, { table, key }: KeptKind) {
  const stateKey = { table, key: key(id) };
  const readState = async (): Promise<Item | undefined> => (await readItems(database, [stateKey])).get(stateKey);
  let item = await readState();
  for (let reading = 1; ; reading += 1) {
    const events: TrailEvent[] = [];
    for await (const event of readWholeHistory(database, kind, id)) events.push(event);
    const again = await readState();
    if (again?.version === item?.version || reading === 5) return { item: again, events };
    item = again;
  }
}

/** Whether every event has its place, names the one before it and is what its hash says. */
function isChained(events: readonly TrailEvent[]): boolean {
  let { version, hash } = chainStart;
  for (const event of events) {
    version += 1;
    if (event.sequence !== version || event.previousHash !== hash || hashOf(event) !== event.hash) return false;
    hash = event.hash;
  }
  return true;
}

function tearOf(item: Item | undefined, events: readonly TrailEvent[], replayed: Item | null): Tear {
  if (events.length === 0) return 'history-missing';
  if (!replayed) return 'history-broken';
  if (!item) return 'state-missing';
  const end = endOf(chainStart, events);
  const version = Number(item.version);
  if (version > end.version) return 'state-ahead';
  if (version < end.version) return item.hash === events[version - 1]?.hash ? 'state-behind' : 'state-differs';
  if (item.hash !== end.hash || canonicalize(item.data) !== canonicalize(replayed.data)) return 'state-differs';
  return canonicalize({ schemaVersion: 1, ...item }) === canonicalize(replayed) ? 'whole' : 'index-differs';
}

/** Puts, takes away or only asks for a state, as it was read. */
function stateWrite(key: ItemKey, before: Item | undefined, after: Item | null | undefined): Write {
  const condition = before ? asRead(before) : absent();
  if (after === before) return { kind: 'check', ...key, condition };
  if (!after) return { kind: 'remove', ...key, condition };
  return { kind: 'put', table: key.table, item: after, condition };
}

const asRead = ({ version, hash }: Item): Condition => ({
  expression: '#version = :version AND #hash = :hash',
  names: { '#version': 'version', '#hash': 'hash' },
  values: { ':version': version, ':hash': hash },
});

/** A state as a repair's event keeps it: whole, since nothing else may hold it any more. */
const shown = (item: Item | null | undefined): object | null => item ?? null;
