import type { DomainEvent } from '../../shared/domain/event.ts';
import type { Services } from '../../shared/operations/services.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from '../../shared/store/resource.ts';
import { eventKey } from '../../shared/store/trail.ts';
import { tamperingWith } from './tampering.ts';

/**
 * Makes the store refuse every further event of a resource, for good: something lies at the next place of its history, as a
 * restore that tears a transaction leaves it. Everything else of the resource stays as it is.
 *
 * @returns what takes that away again.
 */
export async function poison<State, Event extends DomainEvent>(
  services: Services,
  layout: ResourceLayout<State, Event>,
  id: string,
): Promise<() => Promise<void>> {
  const stored = storedIn(await readItems(services.database, [keyOfResource(layout, id)]), layout, id);
  const hand = tamperingWith(services);
  await hand.put(eventKey(layout.kind, id, (stored?.version ?? 0) + 1), { type: 'torn' });
  return () => hand.undo();
}
