import type { AccessKind, AccessOutcome } from '../../domain/access.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import { type AccessEntry, queryAccess, readAccess } from '../../store/access-log.ts';
import type { Item } from '../../store/database.ts';
import type { DayRange } from '../audit/search-trail.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface AccessFilter {
  readonly sub?: string | undefined;
  readonly org?: string | undefined;
  readonly kind?: AccessKind | undefined;
  readonly outcome?: AccessOutcome | undefined;
}

/** Pages of an index that a call reads before it answers with what it has and a cursor: an idle day is one, too. */
const pagesMax = 40;

/** Lists entries of the access log, newest first. The range is kept in the cursor: midnight does not move it. */
export async function searchAccessLog(
  { database }: Pick<Services, 'database'>,
  { sub, org, kind, outcome }: AccessFilter,
  asked: DayRange,
  { limit, after }: PageRequest,
): Promise<ListPage<AccessEntry>> {
  const { from, to } = after ? { from: String(after.from), to: String(after.day) } : asked;
  const isByDay = sub === undefined && org === undefined;
  const found: { readonly entry: AccessEntry; readonly place: Item }[] = [];
  let day: Day | null = to;
  let key = after?.key as Item | undefined;
  for (let pages = 0; pages < pagesMax && day !== null && found.length <= limit; pages += 1) {
    const on: Day = day;
    const page = await queryAccess(database, { sub, org, from, to: on }, limit + 1, key);
    const places = new Map(page.items.map((place) => [String(place.pk), place]));
    for (const entry of await readAccess(database, page.items)) {
      const place = places.get(entry.accessId);
      const isAsked =
        (org === undefined || entry.org === org) &&
        (kind === undefined || entry.kind === kind) &&
        (outcome === undefined || entry.outcome === outcome);
      if (place && isAsked) found.push({ entry, place: { from, day: on, key: place } });
    }
    key = page.last;
    if (!key) day = isByDay && on > from ? addDays(on, -1) : null;
  }
  const items = found.slice(0, limit).map(({ entry }) => entry);
  if (found.length > limit) return { items, next: found[limit - 1]?.place };
  return { items, next: day === null ? undefined : { from, day, ...(key && { key }) } };
}

/** Entries that a sheet holds, at most: a call answers 6 MB. */
const sheetEntriesMax = 10_000;

/** All entries of a range, newest first, as far as a sheet takes them. */
export async function allAccess(
  services: Pick<Services, 'database'>,
  filter: AccessFilter,
  range: DayRange,
): Promise<readonly AccessEntry[]> {
  const all: AccessEntry[] = [];
  let after: Item | undefined;
  do {
    const page = await searchAccessLog(services, filter, range, { limit: 200, after });
    all.push(...page.items);
    after = page.next;
  } while (after && all.length < sheetEntriesMax);
  return all.slice(0, sheetEntriesMax);
}
