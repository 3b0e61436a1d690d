import { institutionCheck } from '../../store/institutions.ts';
import type { LendingItems } from '../lending-facts.ts';

/**
 * What a command that raises exposure repeats at the write: the cap, the list as it was judged, no default. A version
 * that took effect today may list an enterprise before the refresh has said so; the file's version then binds alone.
 */
export function listingGuards({ facts, enterprise, guard }: LendingItems, day: string) {
  const refreshed = (guard?.listedThrough ?? '') >= day;
  return {
    capFen: facts.policy.parameters.enterpriseCapFen,
    fileVersion: enterprise?.version ?? 0,
    noDefaults: facts.policy.parameters.blockOnDefault,
    ...(refreshed && { listedOn: day }),
  };
}

/** Institution and guarantor are still as they were read. */
export const institutionChecks = ({ institution, guarantor }: LendingItems) =>
  [institution, guarantor].flatMap((party) => (party ? [institutionCheck(party)] : []));
