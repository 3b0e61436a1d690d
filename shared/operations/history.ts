import type { ResourceKind } from '../domain/event.ts';
import { readHistory, type TrailEvent } from '../store/trail.ts';
import type { ListPage, PageRequest } from './listing.ts';
import type { Services } from './services.ts';

/** One page of a resource's history, oldest first, with the events that the caller may see. */
export async function listHistory(
  services: Services,
  kind: ResourceKind,
  id: string,
  { limit, after }: PageRequest,
  shown: (event: TrailEvent) => boolean,
): Promise<ListPage<TrailEvent>> {
  const from = typeof after?.sequence === 'number' ? after.sequence : 0;
  const { events, more } = await readHistory(services.database, kind, id, from, limit);
  const last = events.at(-1);
  return { items: events.filter(shown), next: more && last ? { sequence: last.sequence } : undefined };
}
