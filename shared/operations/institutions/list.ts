import type { Day } from '../../domain/calendar.ts';
import { type Institution, institutionStateOn } from '../../domain/institution.ts';
import { lossesKey } from '../../store/institution-losses.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { type InstitutionStanding, standingOf } from './breaker-standing.ts';

export interface InstitutionFilter {
  readonly kind?: string | undefined;
  /** The state today. */
  readonly state?: string | undefined;
}

/** Lists the institutions by id; a city has a few dozen of them, so a filter needs no index of its own. */
export async function listInstitutions(
  services: Services,
  filter: InstitutionFilter,
  today: Day,
  page: PageRequest,
): Promise<ListPage<InstitutionStanding>> {
  const matches = (institution: Institution): boolean =>
    (filter.kind === undefined || institution.kind === filter.kind) &&
    (filter.state === undefined || institutionStateOn(institution, today) === filter.state);
  const range = { index: 'roster', partitionKey: 'roster', value: 'institutions', ascending: true };
  const { items: found, next } = await listResources(services, institutionLayout, range, matches, page);
  const keys = found.map(({ state }) => lossesKey(state.institutionId));
  const items = await readItems(services.database, [policyBookKey, ...keys]);
  return { items: found.map((stored) => standingOf(stored, items, today)), next };
}
