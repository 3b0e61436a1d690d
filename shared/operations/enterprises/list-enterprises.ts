import type { Day } from '../../domain/calendar.ts';
import { standingOn } from '../../domain/standing.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { type EnterpriseItems, readEnterprises } from './read-enterprise.ts';
import { type Candidate, candidatesOf, type EnterpriseFilter, type Source, sourcesOf } from './search.ts';

/** How many ranges' pages a call looks through before it answers with what it has and a cursor. */
const pagesMax = 10;

/**
 * Lists enterprises by credit code, or those that a search finds: by code first, then by name. No table is scanned: the
 * members of the list or of a category are a range, and so are the hints for a text.
 */
export async function listEnterprises(
  services: Services,
  filter: EnterpriseFilter,
  today: Day,
  { limit, after }: PageRequest,
): Promise<ListPage<EnterpriseItems>> {
  const sources = sourcesOf(filter);
  const found: { readonly entry: EnterpriseItems; readonly candidate: Candidate }[] = [];
  let index = typeof after?.source === 'number' ? after.source : 0;
  let place = after?.key as Candidate['key'] | undefined;
  for (let pages = 0; pages < pagesMax && index < sources.length; pages += 1) {
    // One more than is shown, so that the last page knows that it is the last.
    const page = await candidatesOf(services, sources[index] as Source, limit + 1, place);
    const read = await readEnterprises(services, [...new Set(page.candidates.map(({ creditCode }) => creditCode))]);
    const byCode = new Map(read.map((entry) => [entry.stored.state.creditCode, entry]));
    for (const candidate of page.candidates) {
      const entry = byCode.get(candidate.creditCode);
      if (entry && candidate.holds(entry.stored.state) && matches(entry, filter, today)) {
        found.push({ entry, candidate });
      }
    }
    if (found.length > limit) break;
    place = page.last;
    if (!place) index += 1;
  }
  const shown = found.slice(0, limit);
  const items = shown.map(({ entry }) => entry);
  const last = shown.at(-1)?.candidate;
  if (found.length > limit && last) return { items, next: { source: last.source, key: last.key } };
  return { items, next: index < sources.length ? { source: index, ...(place && { key: place }) } : undefined };
}

/** Whether an enterprise is what the filter asks for; a category counts for one that is listed if it counts today. */
function matches({ stored, book }: EnterpriseItems, { listed, category }: EnterpriseFilter, today: Day): boolean {
  if (listed === undefined && category === undefined) return true;
  const standing = standingOn(stored.state, book, today);
  if (listed !== undefined && standing.listed !== (listed === 'true')) return false;
  if (category === undefined) return true;
  if (listed === 'true') return standing.categories.includes(category);
  return stored.state.certificates.some((certificate) => certificate.category === category);
}
