import type { Application } from '../../domain/application.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { asTenant, isAskedBy, type LendingFilter, lendingRange } from '../lending-list.ts';
import { type ListPage, type ListRange, listResources, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { mayReadLending, readsSomeLending } from './access.ts';

export interface ApplicationFilter extends LendingFilter {
  readonly ownReference?: string | undefined;
}

/** Lists the applications that a caller may read, newest first, through the narrowest index that the filter allows. */
export async function listApplications(
  services: Services,
  caller: Caller,
  filter: ApplicationFilter,
  page: PageRequest,
): Promise<ListPage<Stored<Application>>> {
  if (!readsSomeLending(caller)) return nothingListed;
  const matches = (application: Application): boolean =>
    mayReadLending(caller, application) &&
    isAskedBy(filter, application) &&
    (filter.ownReference === undefined || application.ownReference === filter.ownReference);
  return listResources(services, applicationLayout, rangeOf(caller, filter), matches, page);
}

/** The bank's own reference is narrower than anything else that it may be asked with. */
function rangeOf(caller: Caller, filter: ApplicationFilter): ListRange {
  const { institutionId } = asTenant(caller, filter);
  const { ownReference } = filter;
  if (institutionId !== undefined && ownReference !== undefined) {
    return { index: 'byOwnReference', partitionKey: 'ownReferenceKey', value: `${institutionId}#${ownReference}` };
  }
  return lendingRange(caller, filter) ?? { index: 'roster', partitionKey: 'roster', value: 'applications' };
}
