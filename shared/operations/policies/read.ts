import { builtInPolicies, wholeVersion } from '../../domain/built-in-policies.ts';
import type { PolicyBook, PolicyVersion } from '../../domain/policy.ts';
import { versionOf } from '../../domain/policy-version.ts';
import { policyLayout } from '../../store/policies.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { mayReadPolicy, type PolicyItems } from './view.ts';

/** The approved versions, as they are now. */
export const readBook = async ({ database }: Services): Promise<PolicyBook> =>
  bookIn(await readItems(database, [policyBookKey]));

/** The built-in version of that id. */
export const builtInNamed = (policyId: string): PolicyVersion | undefined =>
  builtInPolicies.find((policy) => policy.policyId === policyId);

/** The version of that id, or null where there is none or it is not the caller's to see. */
export async function readPolicy(services: Services, caller: Caller, policyId: string): Promise<PolicyItems | null> {
  const items = await readItems(services.database, [policyBookKey, keyOfResource(policyLayout, policyId)]);
  const stored = storedIn(items, policyLayout, policyId);
  const own =
    stored && mayReadPolicy(caller, stored.state) ? wholeVersion(versionOf(stored.state, stored.version)) : null;
  const policy = builtInNamed(policyId) ?? own;
  return policy && { policy, book: bookIn(items) };
}
