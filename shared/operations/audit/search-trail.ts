import { addDays, type Day, daysBetween } from '../../domain/calendar.ts';
import type { Item } from '../../store/database.ts';
import type { Page } from '../../store/read.ts';
import { type FoundEvent, queryActor, queryDay, readEvents } from '../../store/trail-search.ts';
import type { Caller } from '../caller.ts';
import { wholeEvent } from '../events/event-view.ts';
import type { Names } from '../events/names.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import { readNames } from '../persons/read-names.ts';
import type { Services } from '../services.ts';

export interface TrailFilter {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly actor?: string | undefined;
  readonly type?: string | undefined;
}

export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const daysByDefault = 31;
const daysMax = 366;

/** Pages of an index that a call reads before it answers with what it has and a cursor: an idle day is one, too. */
const pagesMax = 40;

/** What is wrong with a range, and the figures that say what would be right. */
export interface RangeFault {
  readonly code: 'range-backwards' | 'range-too-long';
  readonly figures: Readonly<Record<string, Day>>;
}

/** The days asked for, both inclusive: by default {@link daysByDefault} of them, through today. */
export function rangeOf({ from: asked, to: until }: TrailFilter, today: Day): DayRange | RangeFault {
  const to = until ?? today;
  const from = asked ?? addDays(to, 1 - daysByDefault);
  if (to < from) return { code: 'range-backwards', figures: { from } };
  if (daysBetween(from, to) < daysMax) return { from, to };
  return { code: 'range-too-long', figures: { from, through: addDays(from, daysMax - 1) } };
}

/**
 * Lists events of all resources, newest first. Without an actor the days are walked one by one, so that no partition
 * holds more than a day; with one, what he did is one range. The range is kept in the cursor: midnight does not move it.
 */
export async function searchTrail(
  services: Services,
  { actor, type }: TrailFilter,
  asked: DayRange,
  { limit, after }: PageRequest,
  caller: Caller,
): Promise<ListPage<ReturnType<typeof foundView>>> {
  const { database } = services;
  const { from, to } = after ? { from: String(after.from), to: String(after.day) } : asked;
  const found: { readonly event: FoundEvent; readonly place: Item }[] = [];
  let day: Day | null = to;
  let key = after?.key as Item | undefined;
  for (let pages = 0; pages < pagesMax && day !== null && found.length <= limit; pages += 1) {
    const on: Day = day;
    const page: Page =
      actor === undefined
        ? await queryDay(database, on, limit + 1, key)
        : await queryActor(database, { actor, from, to }, limit + 1, key);
    for (const event of await readEvents(database, page.items)) {
      const place = page.items.find(
        ({ pk, sequence }) => pk === `${event.kind}#${event.id}` && sequence === event.sequence,
      );
      if (place && (type === undefined || event.type === type))
        found.push({ event, place: { from, day: on, key: place } });
    }
    key = page.last;
    if (!key) day = actor === undefined && on > from ? addDays(on, -1) : null;
  }
  const events = found.slice(0, limit).map(({ event }) => event);
  const names = await readNames(services, events, caller);
  const items = events.map((event) => foundView(event, caller, names));
  if (found.length > limit) return { items, next: found[limit - 1]?.place };
  return { items, next: day === null ? undefined : { from, day, ...(key && { key }) } };
}

/** An event and whose it is; whoever searches the trail sees all. */
const foundView = (event: FoundEvent, caller: Caller, names: Names) => ({
  ...wholeEvent(event, caller, names),
  kind: event.kind,
  id: event.id,
});
