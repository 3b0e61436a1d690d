import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../domain/check.ts';
import type { ResourceKind } from '../../domain/event.ts';
import type { Database, Item, ItemKey } from '../../store/database.ts';
import { keyNamesOf, readItems } from '../../store/read.ts';
import { scanPage } from '../../store/scan.ts';
import type { TableName } from '../../store/tables.ts';
import { eventKey, readHistory } from '../../store/trail.ts';
import { keptKinds } from '../audit/kinds.ts';
import type { Services } from '../services.ts';
import { trailFinding } from './trail-finding.ts';

/** A resource that an item says is there. */
interface Claimed {
  readonly kind: ResourceKind;
  readonly id: string;
  /** Where its state lies, if the item only lists it. */
  readonly state?: ItemKey;
}

/**
 * Looks, for every resource of one page of a table and for everything that the table lists, whether the trail has a
 * history of it; whether that is right is seen from the trail's side. `last` is the key after which to go on.
 */
export async function verifyStored(
  services: Services,
  table: TableName,
  after: Item | undefined,
  pageItems: number | undefined,
) {
  // Only what is a resource's state has a hash.
  const attributes = [...keyNamesOf(table), 'hash'];
  const { items, last } = await scanPage(services.database, { table, attributes, after, limit: pageItems });
  const findings: Finding[] = [];
  const claimed = new Map<string, Claimed>();
  for (const { hash, ...key } of items) {
    const owner = ownerOf(table, key, hash !== undefined);
    if (owner) claimed.set(`${owner.kind}#${owner.id}#${owner.state ? 'listed' : 'stored'}`, owner);
    else if (hash !== undefined) findings.push(trailFinding(table, String(key.pk), 1, 'kind-unknown'));
  }
  findings.push(...(await withoutHistory(services, [...claimed.values()])));
  return { findings, last };
}

/** Whose state the item at a key is, or whom it lists. */
function ownerOf(table: TableName, key: Item, isState: boolean): Claimed | undefined {
  const pk = String(key.pk);
  const ids = [pk, pk.slice(pk.indexOf('#') + 1), String(key.sk)];
  for (const { kind, ...kept } of keptKinds.filter((candidate) => candidate.table === table)) {
    const keyOf = isState ? kept.key : (id: string) => kept.listedBy?.(id).key;
    const id = ids.find((candidate) => isDeepStrictEqual(keyOf(candidate), key));
    if (id !== undefined) return { kind, id, ...(!isState && { state: { table, key: kept.key(id) } }) };
  }
  return undefined;
}

async function withoutHistory({ database }: Services, claimed: readonly Claimed[]): Promise<readonly Finding[]> {
  const first = await readItems(
    database,
    claimed.map(({ kind, id }) => eventKey(kind, id, 1)),
    'key',
  );
  const findings: Finding[] = [];
  for (const claim of claimed) {
    const { kind, id } = claim;
    if (first.get(eventKey(kind, id, 1)) || (await isFoundElsewhere(database, claim))) continue;
    findings.push(trailFinding(kind, id, 1, 'history-missing'));
  }
  return findings;
}

/** One that has lost its first event only is found from the trail's side, and what lists a resource by its state. */
async function isFoundElsewhere(database: Database, { kind, id, state }: Claimed): Promise<boolean> {
  if ((await readHistory(database, kind, id, 0, 1)).length > 0) return true;
  return state !== undefined && (await readItems(database, [state], 'key')).get(state) !== undefined;
}
