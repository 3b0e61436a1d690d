import type { Claim } from '../../domain/claim.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { isAskedBy, type LendingFilter, lendingRange } from '../lending-list.ts';
import { type ListPage, type ListRange, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { mayReadClaim } from './access.ts';

export interface ClaimFilter extends Pick<LendingFilter, 'state' | 'institutionId'> {
  /** Of the settlement. */
  readonly year?: number | undefined;
}

/** Lists the claims that a caller may read, newest first, through the narrowest index that the filter allows. */
export async function listClaims(
  services: Services,
  caller: Caller,
  filter: ClaimFilter,
  page: PageRequest,
): Promise<ListPage<Stored<Claim>>> {
  const { year } = filter;
  const matches = (claim: Claim): boolean =>
    mayReadClaim(caller, claim) && isAskedBy(filter, claim) && (year === undefined || claim.settlementYear === year);
  return listResources(services, claimLayout, rangeOf(caller, filter), matches, page);
}

/** A year is narrower than a state of all institutions, and an institution narrower than a year. */
function rangeOf(caller: Caller, { year, state, institutionId }: ClaimFilter): ListRange {
  const byParty = lendingRange(caller, { institutionId, ...(year === undefined && { state }) });
  if (byParty) return byParty;
  if (year === undefined) return { index: 'roster', partitionKey: 'roster', value: 'claims' };
  return { index: 'byYear', partitionKey: 'settlementYear', value: String(year) };
}
