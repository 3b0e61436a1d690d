import type { Day } from '../../domain/calendar.ts';
import { type Institution, institutionStateOn } from '../../domain/institution.ts';
import { institutionLayout } from '../../store/institutions.ts';
import type { Stored } from '../../store/resource.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface InstitutionFilter {
  readonly kind?: string | undefined;
  /** The state today. */
  readonly state?: string | undefined;
}

/** Lists the institutions by id; a city has a few dozen of them, so a filter needs no index of its own. */
export function listInstitutions(
  services: Services,
  filter: InstitutionFilter,
  today: Day,
  page: PageRequest,
): Promise<ListPage<Stored<Institution>>> {
  const matches = (institution: Institution): boolean =>
    (filter.kind === undefined || institution.kind === filter.kind) &&
    (filter.state === undefined || institutionStateOn(institution, today) === filter.state);
  const range = { index: 'roster', partitionKey: 'roster', value: 'institutions', ascending: true };
  return listResources(services, institutionLayout, range, matches, page);
}
