import { readHistory, type TrailEvent } from '../store/trail.ts';
import type { Caller } from './caller.ts';
import { eventView, type KindView, type ShownEvent } from './events/event-view.ts';
import type { ListPage, PageRequest } from './listing.ts';
import { readNames } from './persons/read-names.ts';
import type { Services } from './services.ts';

/** One page of a resource's history, oldest first, with the events that the caller may see, each as they may see it. */
export async function listHistory(
  services: Services,
  view: KindView,
  id: string,
  { limit, after }: PageRequest,
  caller: Caller,
): Promise<ListPage<ShownEvent>> {
  const from = typeof after?.sequence === 'number' ? after.sequence : 0;
  // One more than is shown, so that the last page knows that it is the last.
  const events = await readHistory(services.database, view.kind, id, from, limit + 1);
  const page = events.slice(0, limit);
  const last = page.at(-1);
  const next = events.length > limit && last ? { sequence: last.sequence } : undefined;
  return { items: await shownTo(services, view, id, page, caller), next };
}

/** Events of one resource as a caller may see them; what they may not know of is left out. */
export async function shownTo(
  services: Services,
  view: KindView,
  id: string,
  events: readonly TrailEvent[],
  caller: Caller,
): Promise<readonly ShownEvent[]> {
  const names = await readNames(services, events, caller);
  return events.flatMap((event) => eventView(view, event, id, caller, names) ?? []);
}
