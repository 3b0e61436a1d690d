import type { Caller } from './caller.ts';
import type { ListRange } from './listing.ts';

/** What applications and loans are both asked by. */
export interface LendingFilter {
  readonly state?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly institutionId?: string | undefined;
}

/** Whether an application or a loan is what a filter asks for. */
export const isAskedBy = (
  { state, creditCode, institutionId }: LendingFilter,
  lending: { readonly state: string; readonly creditCode: string; readonly institutionId: string },
): boolean =>
  (state === undefined || lending.state === state) &&
  (creditCode === undefined || lending.creditCode === creditCode) &&
  (institutionId === undefined || lending.institutionId === institutionId);

/**
 * Narrows a filter to what the caller is a party of: what everybody else is asked by filter, tenants are asked by who
 * they are, so that their range holds nothing of others.
 */
export const asTenant = (caller: Caller, filter: LendingFilter): LendingFilter => ({
  ...filter,
  institutionId: caller.role === 'bank' ? caller.org : filter.institutionId,
  creditCode: caller.role === 'enterprise' ? caller.org : filter.creditCode,
});

/** The narrowest of the indexes that applications and loans both have; null where none is narrower than all of them. */
export function lendingRange(caller: Caller, filter: LendingFilter): ListRange | null {
  const { institutionId, creditCode, state } = asTenant(caller, filter);
  if (creditCode !== undefined) return { index: 'byEnterprise', partitionKey: 'creditCode', value: creditCode };
  if (caller.role === 'guarantor') return { index: 'byGuarantor', partitionKey: 'guarantorId', value: caller.org };
  if (institutionId !== undefined && state !== undefined) {
    return { index: 'byInstitutionState', partitionKey: 'institutionState', value: `${institutionId}#${state}` };
  }
  if (institutionId !== undefined) {
    return { index: 'byInstitution', partitionKey: 'institutionId', value: institutionId };
  }
  return state === undefined ? null : { index: 'byState', partitionKey: 'state', value: state };
}
