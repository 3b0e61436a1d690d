import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import canonicalize from 'canonicalize';
import type { ItemKey } from '../../shared/store/database.ts';
import { readItems } from '../../shared/store/read.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';
import { lookAtProgress } from './carrying-out.ts';
import { takeJobEvent } from './job-events.ts';
import { lookAtRejections } from './list-rows.ts';
import { counterOf, mirrorOf } from './mirror.ts';
import { defaultsOf, exposureOf, placesAt, quotaUsed } from './model/exposure.ts';
import { graphs, stateAfter } from './model/graphs.ts';
import { lookForActor, lookForNames } from './persons.ts';
import type { Run } from './wire.ts';
import type { World } from './world.ts';

type Item = Readonly<Record<string, unknown>>;

/** An event as it was put into the trail. */
export interface PutEvent {
  readonly kind: string;
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly type: string;
  readonly data: Item;
  readonly item: Item;
}

interface Applied {
  readonly events: readonly PutEvent[];
  readonly puts: readonly { readonly table: TableName; readonly item: Item }[];
  readonly updated: readonly ItemKey[];
  /** The idempotency record, where it was a command's. */
  readonly answered: Item | undefined;
}

/** Looks at a transaction that was applied: what it put, then the counters that it moved, each against the model. */
export async function observe(world: World, run: Run, input: TransactWriteItemsCommandInput): Promise<void> {
  const applied = readInput(world, input);
  for (const { table, item } of applied.puts) world.note(keyOf(table, item));
  for (const key of applied.updated) world.note(key);
  for (const key of applied.updated) lookAtQuestion(world, key);
  world.tally.commits += 1;
  for (const { table, item } of applied.puts) lookForNames(world, table, item);
  const pending = applied.answered ? world.pending.get(String(applied.answered.pk)) : undefined;
  pending?.arriving();
  for (const event of applied.events) lookAtEvent(world, event);
  if (pending)
    for (const event of applied.events) lookForActor(world, `${event.kind} ${event.id}`, event.item.actor as never);
  if (pending) pending.committed(String(applied.answered?.body));
  else for (const event of applied.events) takeJobEvent(world, event);
  for (const { table, item } of applied.puts) {
    if (table === 'meetings' && item.sk === 'carrying') lookAtProgress(world, item);
    if (table === 'imports' && String(item.sk).startsWith('rejections#')) lookAtRejections(world, item);
    lookAtState(world, run.label, table, item);
  }
  await lookAtCounters(world, run.label, applied.updated);
}

/** A refusal by the cap that was recorded: what the next application of the bank on that day is judged by. */
function lookAtQuestion({ city }: World, { table, key }: ItemKey): void {
  const place = String(key.pk);
  if (table === 'questions' && !place.startsWith('withdrawn#')) {
    city.capRefusals.set(place, (city.capRefusals.get(place) ?? 0) + 1);
  }
}

function readInput(world: World, { TransactItems = [] }: TransactWriteItemsCommandInput): Applied {
  const puts: { table: TableName; item: Item }[] = [];
  const updated: ItemKey[] = [];
  for (const { Put, Update, Delete } of TransactItems) {
    if (Put?.Item) puts.push({ table: world.tableOf(Put.TableName), item: unmarshall(Put.Item) });
    const moved = Update ?? Delete;
    if (moved?.Key) {
      const table = world.tableOf(moved.TableName);
      updated.push({ table, key: unmarshall(moved.Key) as ItemKey['key'] });
    }
  }
  const events = puts.filter(({ table }) => table === 'trail').map(({ item }) => toPutEvent(item));
  return {
    events: events.sort((a, b) => a.sequence - b.sequence),
    puts,
    updated: [...updated, ...keysOfPuts(puts)],
    answered: puts.find(({ table }) => table === 'commands')?.item,
  };
}

/** A debt is put, and moves like a counter. */
const keysOfPuts = (puts: Applied['puts']): readonly ItemKey[] =>
  puts
    .filter(({ table, item }) => table === 'fund' && String(item.pk).startsWith('debts#'))
    .map(({ item }) => ({ table: 'fund' as TableName, key: { pk: String(item.pk), sk: String(item.sk) } }));

function toPutEvent(item: Item): PutEvent {
  const [kind = '', ...id] = String(item.pk).split('#');
  const { sequence, at, type, data } = item;
  return {
    ...{ kind, id: id.join('#'), sequence: Number(sequence), at: String(at), type: String(type) },
    ...{ data: data as Item, item },
  };
}

/** Versions rise by one, each event names the hash before it and has its own, and the move is one of the graph. */
function lookAtEvent(world: World, { kind, id, sequence, type, data, item }: PutEvent): void {
  const chain = `${kind}#${id}`;
  const before = world.chains.get(chain) ?? { version: 0, hash: '0'.repeat(64), state: '' };
  world.check(sequence === before.version + 1, `${chain}: event ${sequence} follows ${before.version}`);
  world.check(item.previousHash === before.hash, `${chain}: event ${sequence} does not name the hash before it`);
  const { at, actor, algorithm, salt, previousHash, hash } = item;
  const canonical = canonicalize({ sequence, at, actor, type, data, algorithm, salt, previousHash }) ?? '';
  const own = createHash('sha256').update(canonical, 'utf8').digest('hex');
  world.check(hash === own, `${chain}: event ${sequence} is not what its hash says`);
  world.check(algorithm === 'SHA-256', `${chain}: event ${sequence} does not name how it is hashed`);
  world.check(/^[0-9a-f]{32}$/.test(String(salt)), `${chain}: event ${sequence} has no salt of 128 bits`);
  world.check(!world.salts.has(String(salt)), `${chain}: event ${sequence} has the salt of another`);
  world.salts.add(String(salt));
  world.chains.set(chain, { version: sequence, hash: String(hash), state: before.state });
  lookAtMove(world, kind, id, stateAfter(type, data));
}

/** Where an event, or the state that is stored after all of them, moves a resource: only as the graph lets it. */
function lookAtMove(world: World, kind: string, id: string, to: unknown): void {
  const graph = graphs[kind];
  const chain = world.chains.get(`${kind}#${id}`);
  if (!graph || !chain || typeof to !== 'string' || to === chain.state) return;
  const from = chain.state;
  world.check((graph[from] ?? []).includes(to), `${kind} ${id}: ${from || 'nothing'} → ${to} is no move of the graph`);
  world.states.add(`${kind} ${to}`);
  world.moves.add(`${kind} ${from || '·'} → ${to}`);
  world.chains.set(`${kind}#${id}`, { ...chain, state: to });
}

/** Every table of resources has the resource's kind as its name, but for the enterprises' file. */
function lookAtState(world: World, label: string, table: string, item: Item): void {
  if (typeof item.version !== 'number' || typeof item.hash !== 'string') return;
  const isFile = table === 'enterprises';
  const id = isFile ? String(item.pk).replace('enterprise#', '') : String(item.pk);
  const chain = world.chains.get(`${table}#${id}`);
  if (!chain) return;
  world.check(
    item.version === chain.version && item.hash === chain.hash,
    `${label}: ${table} ${id} is stored at version ${item.version}, its history ends at ${chain.version}`,
  );
  const data = item.data as Item;
  lookAtMove(world, table, id, data.state);
  if (isFile) world.standings.set(id, data.standing as Item);
  if (table === 'institutions') lookAtBreaker(world, id, data);
  compare(world, `${label}: ${table} ${id}`, data, mirrorOf(world.city, table, id));
}

/** R28: the breaker as it is stored stands as the losses make it, with the figures of that moment. */
export function lookAtBreaker(world: World, id: string, data: Item): void {
  const expected = world.city.institutions.get(id)?.breaker;
  const found = data.breaker as Item | null;
  if (expected) compare(world, `the breaker of ${id}`, found ?? { state: 'closed' }, expected as unknown as Item);
  else world.check(found === null, `the breaker of ${id} is ${String(found?.state)}, and no loss has opened it`);
}

/** Every field that the model knows, against what is stored or answered; what is not there is not looked at. */
export function compare(world: World, what: string, found: Item, expected: Item | undefined): void {
  for (const [name, value] of Object.entries(expected ?? {})) {
    if (!(name in found)) continue;
    const isSame = isDeepStrictEqual(found[name], value);
    world.check(isSame, `${what}: ${name} is ${JSON.stringify(found[name])}, by the rules ${JSON.stringify(value)}`);
  }
}

async function lookAtCounters(world: World, label: string, keys: readonly ItemKey[]): Promise<void> {
  const counters = keys.filter(({ table, key }) => isCounter(table, key));
  if (counters.length === 0) return;
  const items = await readItems(world.services.database, counters);
  for (const key of counters) lookAtCounter(world, label, key, items.get(key) ?? {});
}

const isCounter = (table: string, key: ItemKey['key']): boolean =>
  (table === 'enterprises' && key.sk === 'guard') || table === 'fund' || /^(quota|open|losses)#/.test(String(key.pk));

/** A counter as it is stored, against what the model makes of it. */
export function lookAtCounter(world: World, label: string, { table, key }: ItemKey, item: Item): void {
  const { city } = world;
  const pk = String(key.pk);
  const what = `${label}: ${table} ${pk} ${String(key.sk ?? '')}`;
  if (table === 'enterprises') {
    lookAtGuard(world, what, pk.replace('enterprise#', ''), item);
    return;
  }
  if (pk.startsWith('open#')) {
    compare(world, what, { openCount: 0, ...item }, { openCount: placesAt(city, pk.slice('open#'.length)).length });
    return;
  }
  if (pk.startsWith('quota#')) {
    compare(world, what, { usedFen: 0, ...item }, { usedFen: quotaUsed(city, pk.slice('quota#'.length)) });
    return;
  }
  const expected = counterOf(city, table, pk, String(key.sk ?? ''));
  const isDebt = pk.startsWith('debts#');
  const parts = (item.parts ?? []) as readonly { readonly owedFen: number }[];
  compare(world, what, isDebt ? { owed: parts.map(({ owedFen }) => owedFen) } : zeroed(item, expected), expected);
  if (pk === 'fund') lookAtHead(world, what, item);
}

/** A counter that is not there yet stands for zero. */
const zeroed = (item: Item, expected: Item | undefined): Item => ({
  ...Object.fromEntries(Object.keys(expected ?? {}).map((name) => [name, 0])),
  ...item,
});

function lookAtGuard(world: World, what: string, code: string, item: Item): void {
  const { city } = world;
  const banks = [...city.institutions.values()].filter(({ kind }) => kind === 'bank').map(({ id }) => id);
  const parts = Object.fromEntries(banks.map((bank) => [`exposure:${bank}`, exposureOf(city, code, bank)]));
  const expected = { exposureFen: exposureOf(city, code), defaults: defaultsOf(city, code), ...parts };
  compare(world, what, zeroed(item, expected), expected);
  const through = world.standings.get(code)?.listedThrough ?? null;
  compare(world, what, item, { listedThrough: through });
}

/** R25, R29: no sum of the fund is ever below zero, and no account of an institution. */
function lookAtHead(world: World, what: string, head: Item): void {
  for (const [name, value] of Object.entries(head)) {
    if (typeof value === 'number') world.check(value >= 0, `${what}: ${name} is ${value}`);
  }
  const { appropriatedFen = 0, recoveredFen = 0, compensatedFen = 0 } = head as Record<string, number>;
  const { cashFen = 0, payableFen = 0, receivableFen = 0 } = head as Record<string, number>;
  const balance = appropriatedFen + recoveredFen - compensatedFen;
  world.check(balance >= 0, `${what}: the balance is ${balance}`);
  world.check(balance === cashFen + receivableFen - payableFen, `${what}: the accounts do not balance`);
}

export const keyOf = (table: TableName, item: Item): ItemKey => {
  const { partitionKey, sortKey }: TableDefinition = tables[table];
  const names = sortKey ? [partitionKey, sortKey] : [partitionKey];
  return { table, key: Object.fromEntries(names.map((name) => [name, item[name] as string | number])) };
};
