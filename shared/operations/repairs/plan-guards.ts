import type { Item } from '../../store/database.ts';
import { type Correction, correctionWrite, type GuardPlace, guardPlace } from '../../store/guard-places.ts';
import { readItems } from '../../store/read.ts';
import { type GuardDifference, recountGuards } from '../checks/recount-guards.ts';
import type { CheckedStep } from '../checks/run-check.ts';
import { verifyTrailStep } from '../checks/verify-trail.ts';
import type { Services } from '../services.ts';
import { type Planned, type RepairPlan, type RepairServices, writesInRepair } from './plan.ts';

interface Drifted extends Correction {
  readonly guard: string;
  readonly place: GuardPlace;
}

/**
 * Plans the repair of guarded counters (R30) from the recount, each only where nothing has moved it since it was counted.
 * Writes nothing.
 *
 * @param only the names of the counters, as `recount-figures` finds them; all that differ by default.
 */
export async function planGuards(services: Services, only: readonly string[] = []): Promise<readonly Planned[]> {
  const torn = await tornStates(services);
  if (torn.length > 0) {
    return torn.map((owner) =>
      refused(`${owner} is not what its events say: repair that first, or counters would follow it.`),
    );
  }
  const unknown = only.filter((name) => !guardPlace(name));
  if (unknown.length > 0) return [refused(`There is no counter ${unknown.join(', ')}.`)];
  const { differences } = await recountGuards(services);
  const asked = differences.filter(({ guard }) => only.length === 0 || only.includes(guard));
  const listings = asked.filter(({ guard }) => !guardPlace(guard));
  const drifted = asked.flatMap(driftedOf);
  const whole = await withoutItem(services, drifted);
  const refusals = [
    ...listings.map(({ guard }) =>
      refused(`${guard} follows the enterprise's file: --kind enterprises --id ${guard.split('/')[1]}.`),
    ),
    ...whole.map(({ guard }) => refused(`${guard}: the item that it is a part of is missing; repair its owner first.`)),
  ];
  const plans = plansOf(drifted.filter((each) => !whole.includes(each)));
  if (plans.length + refusals.length > 0) return [...plans, ...refusals];
  return [{ kind: 'in-order', subject: 'guards', notes: ['Every counter is what the recount gives.'] }];
}

const refused = (why: string): Planned => ({ kind: 'refused', subject: 'guards', notes: [why] });

function driftedOf({ guard, counted, recounted }: GuardDifference): readonly Drifted[] {
  const place = guardPlace(guard);
  return place ? [{ guard, place, before: Number(counted), after: Number(recounted) }] : [];
}

/** The applications, loans and claims, which counters add up, that are not what their histories say. */
async function tornStates(services: Services): Promise<readonly string[]> {
  const torn = new Set<string>();
  let place: Item | null = null;
  do {
    const { findings, next }: CheckedStep = await verifyTrailStep(services, place);
    for (const { kind, id } of findings) {
      if (['applications', 'loans', 'claims'].includes(String(kind))) torn.add(`${kind}/${id}`);
    }
    place = next;
  } while (place);
  return [...torn];
}

/** Those that are part of an item which is not there. */
async function withoutItem({ database }: RepairServices, drifted: readonly Drifted[]): Promise<readonly Drifted[]> {
  const parts = drifted.filter(({ place }) => place.isPart);
  const found = await readItems(
    database,
    parts.map(({ place }) => keyOf(place)),
    'key',
  );
  return parts.filter(({ place }) => !found.get(keyOf(place)));
}

const keyOf = ({ table, key }: GuardPlace) => ({ table, key });

/** As many counters in one transaction as it takes; those of one item stay together. */
function plansOf(drifted: readonly Drifted[]): readonly RepairPlan[] {
  const byItem = Map.groupBy(drifted, ({ place }) => JSON.stringify(keyOf(place)));
  const items = [...byItem.values()];
  const plans: RepairPlan[] = [];
  for (let start = 0; start < items.length; start += writesInRepair) {
    const some = items.slice(start, start + writesInRepair);
    plans.push({
      kind: 'plan',
      subject: 'guards',
      notes: [],
      changes: some.flat().map(({ guard, before, after }) => ({ what: guard, before, after })),
      writes: some.map((corrections) => correctionWrite(corrections as [Drifted, ...Drifted[]])),
    });
  }
  return plans;
}
