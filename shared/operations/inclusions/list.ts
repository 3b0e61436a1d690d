import type { Inclusion } from '../../domain/inclusion.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, type ListRange, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { mayReadInclusion } from './access.ts';

export interface InclusionFilter {
  readonly state?: string | undefined;
  readonly creditCode?: string | undefined;
}

/** Lists the inclusions that a caller may read, newest first, through the narrowest index. */
export function listInclusions(
  services: Services,
  caller: Caller,
  filter: InclusionFilter,
  page: PageRequest,
): Promise<ListPage<Stored<Inclusion>>> {
  const matches = (inclusion: Inclusion): boolean =>
    mayReadInclusion(caller, inclusion) &&
    (filter.state === undefined || inclusion.state === filter.state) &&
    (filter.creditCode === undefined || inclusion.creditCode === filter.creditCode);
  return listResources(services, inclusionLayout, rangeOf(caller, filter), matches, page);
}

function rangeOf(caller: Caller, { state, creditCode }: InclusionFilter): ListRange {
  // A tenant's range holds nothing of others.
  if (caller.role === 'bank') return { index: 'bySubmitter', partitionKey: 'submittedByOrg', value: caller.org };
  const code = caller.role === 'enterprise' ? caller.org : creditCode;
  if (code !== undefined) return { index: 'byEnterprise', partitionKey: 'creditCode', value: code };
  if (state !== undefined) return { index: 'byState', partitionKey: 'state', value: state };
  return { index: 'roster', partitionKey: 'roster', value: 'inclusions' };
}
