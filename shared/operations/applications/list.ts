import type { Application } from '../../domain/application.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, type ListRange, listResources, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { mayReadLending, readsSomeLending } from './access.ts';

export interface ApplicationFilter {
  readonly state?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly institutionId?: string | undefined;
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
    (filter.state === undefined || application.state === filter.state) &&
    (filter.creditCode === undefined || application.creditCode === filter.creditCode) &&
    (filter.institutionId === undefined || application.institutionId === filter.institutionId) &&
    (filter.ownReference === undefined || application.ownReference === filter.ownReference);
  return listResources(services, applicationLayout, rangeOf(caller, filter), matches, page);
}

/** What everybody else is asked by filter, tenants are asked by who they are: their range holds nothing of others. */
export function rangeOf(caller: Caller, filter: ApplicationFilter): ListRange {
  const institutionId = caller.role === 'bank' ? caller.org : filter.institutionId;
  const creditCode = caller.role === 'enterprise' ? caller.org : filter.creditCode;
  const { ownReference, state } = filter;
  if (institutionId !== undefined && ownReference !== undefined) {
    return { index: 'byOwnReference', partitionKey: 'ownReferenceKey', value: `${institutionId}#${ownReference}` };
  }
  if (creditCode !== undefined) return { index: 'byEnterprise', partitionKey: 'creditCode', value: creditCode };
  if (caller.role === 'guarantor') return { index: 'byGuarantor', partitionKey: 'guarantorId', value: caller.org };
  if (institutionId !== undefined && state !== undefined) {
    return { index: 'byInstitutionState', partitionKey: 'institutionState', value: `${institutionId}#${state}` };
  }
  if (institutionId !== undefined) {
    return { index: 'byInstitution', partitionKey: 'institutionId', value: institutionId };
  }
  if (state !== undefined) return { index: 'byState', partitionKey: 'state', value: state };
  return { index: 'roster', partitionKey: 'roster', value: 'applications' };
}
