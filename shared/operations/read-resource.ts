import type { DomainEvent } from '../domain/event.ts';
import { readItems } from '../store/read.ts';
import { keyOfResource, type ResourceLayout, type Stored, storedIn } from '../store/resource.ts';
import type { Services } from './services.ts';

/** A resource as it stands, or null where it is not there or not the caller's to see: the two look the same (404). */
export async function readResource<State, Event extends DomainEvent>(
  { database }: Services,
  layout: ResourceLayout<State, Event>,
  id: string,
  mayRead: (state: State) => boolean,
): Promise<Stored<State> | null> {
  const stored = storedIn(await readItems(database, [keyOfResource(layout, id)]), layout, id);
  return stored && mayRead(stored.state) ? stored : null;
}
