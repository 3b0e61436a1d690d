import type { Finding } from '../../domain/check.ts';
import { resourceKinds } from '../../domain/event.ts';
import type { Item, ItemKey } from '../../store/database.ts';
import { type Items, readItems } from '../../store/read.ts';
import { isIndexedAsSaid, resourceOfTrailKey, toEvent } from '../../store/trail.ts';
import { verifiers } from '../audit/kinds.ts';
import type { Services } from '../services.ts';
import { type HistoryItems, readHistories } from './read-histories.ts';
import { secondLook } from './second-look.ts';
import { explained, trailFinding } from './trail-finding.ts';

/**
 * Verifies the histories of one page of the trail against what is stored and listed; `last` is the key after which to go
 * on. What seems wrong is read again by itself: a command may have come between the history and its state.
 */
export async function verifyHistories(services: Services, after: Item | undefined, pageItems: number | undefined) {
  const { histories, last } = await readHistories(services.database, after, pageItems);
  const stored = await readItems(
    services.database,
    histories.flatMap(({ pk }) => keysOf(ownerOf(pk))),
  );
  let examined = 0;
  const findings: Finding[] = [];
  for (const history of histories) {
    const verified = await verifyHistory(services, history, stored);
    examined += verified.examined;
    findings.push(...verified.findings);
  }
  return { examined, findings, last };
}

/** Whose history it is, and how such a resource is kept; undefined for a kind of which nothing is. */
function ownerOf(pk: string) {
  const { kind: named, id } = resourceOfTrailKey(pk);
  const kind = resourceKinds.find((known) => known === named);
  const kept = kind && verifiers[kind].kept;
  return { named, id, of: kind && kept ? { kind, kept } : undefined };
}

type Owner = ReturnType<typeof ownerOf>;

/** Where a resource is stored, and what lists it. */
function keysOf({ id, of }: Owner): readonly ItemKey[] {
  if (!of) return [];
  const { table, key, listedBy } = of.kept;
  const state = { table, key: key(id) };
  return listedBy ? [state, listedBy(id)] : [state];
}

async function verifyHistory(services: Services, { pk, items }: HistoryItems, stored: Items) {
  const owner = ownerOf(pk);
  const { named, id, of } = owner;
  if (!of) {
    return { examined: items?.length ?? 0, findings: [trailFinding(named, id, 1, 'kind-unknown')] };
  }
  const { kind, kept } = of;
  const item = stored.get(keysOf(owner)[0] as ItemKey);
  let examined = items?.length ?? 0;
  if (!items || !(await kept.agree(items.map(toEvent), item))) {
    const again = await verifiers[kind].verify(services, id);
    examined = again?.events ?? 0;
    if (!again?.ok) {
      const verification = again ?? { ok: false, events: 0, brokenAt: 1 };
      return { examined, findings: [await explained(services, kind, id, item, verification)] };
    }
  }
  const misplaced = items?.find((event) => !isIndexedAsSaid(event));
  if (misplaced) return { examined, findings: [trailFinding(kind, id, Number(misplaced.sequence), 'index-differs')] };
  if (isListed(owner, stored)) return { examined, findings: [] };
  // What was read with the history may have been half of a transaction.
  const findings = await secondLook(async () => {
    const again = await readItems(services.database, keysOf(owner));
    const version = Number(again.get(keysOf(owner)[0] as ItemKey)?.version ?? 1);
    return isListed(owner, again) ? [] : [trailFinding(kind, id, version, 'index-differs')];
  });
  return { examined, findings };
}

/** Whether a resource is stored, and found by what it says. */
function isListed(owner: Owner, items: Items): boolean {
  const found = keysOf(owner).map((key) => items.get(key));
  const [item] = found;
  return item !== undefined && found.every(Boolean) && owner.of?.kept.isIndexedAsSaid(owner.id, item) === true;
}
