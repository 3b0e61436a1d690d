import { isDeepStrictEqual } from 'node:util';
import type { DomainEvent } from '../../shared/domain/event.ts';
import type { Services } from '../../shared/operations/services.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from '../../shared/store/resource.ts';
import { chainStart, hashOf, readWholeHistory } from '../../shared/store/trail.ts';

/**
 * What is wrong between a resource and its history, in words; empty when the chain holds and replay gives the stored
 * state. Written apart from the system's own verification, so that the two check each other.
 */
export async function faultsOfHistory<State, Event extends DomainEvent>(
  services: Services,
  layout: ResourceLayout<State, Event>,
  id: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  const stored = storedIn(await readItems(services.database, [keyOfResource(layout, id)]), layout, id);
  let state: State | null = null;
  let { version, hash } = chainStart;
  for await (const event of readWholeHistory(services.database, layout.kind, id)) {
    if (event.sequence !== version + 1) found.push(`${id}: ${event.sequence} follows ${version}`);
    if (event.previousHash !== hash) found.push(`${id}: ${event.sequence} does not name the hash before it`);
    if (hashOf(event) !== event.hash) found.push(`${id}: ${event.sequence} is not what its hash says`);
    ({ sequence: version, hash } = event);
    state = layout.evolve(state, event as unknown as Event);
  }
  if (!stored) return version === 0 ? found : [...found, `${id}: ${version} events and no state`];
  if (stored.version !== version || stored.hash !== hash) found.push(`${id}: the state is not at the chain’s end`);
  if (!isDeepStrictEqual(stored.state, state)) found.push(`${id}: the state is not what the events say`);
  return found;
}
