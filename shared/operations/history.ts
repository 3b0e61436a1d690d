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
  // One more than is shown, so that the last page knows that it is the last.
  const events = await readHistory(services.database, kind, id, from, limit + 1);
  const page = events.slice(0, limit);
  const last = page.at(-1);
  const next = events.length > limit && last ? { sequence: last.sequence } : undefined;
  return { items: page.filter(shown), next };
}
