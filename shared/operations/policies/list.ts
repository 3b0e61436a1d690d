import { builtInPolicies, wholeVersion } from '../../domain/built-in-policies.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { type PolicyFile, versionOf } from '../../domain/policy-version.ts';
import { policyLayout } from '../../store/policies.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, listResources, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { readBook } from './read.ts';
import { mayReadPolicy, type PolicyItems } from './view.ts';

const roster = { index: 'roster', partitionKey: 'roster', value: 'policies' };

/**
 * Lists the versions that a caller may read, the newest in effect first: the city's own, and then those that came with
 * the system, which all of its own follow.
 */
export async function listPolicies(
  services: Services,
  caller: Caller,
  page: PageRequest,
): Promise<ListPage<PolicyItems>> {
  const book = await readBook(services);
  const matches = (policy: PolicyFile): boolean => mayReadPolicy(caller, policy);
  const isPast = page.after?.builtIn !== undefined;
  const own = isPast ? nothingListed : await listResources(services, policyLayout, roster, matches, page);
  const versions = own.items.map(({ state, version }) => wholeVersion(versionOf(state, version)));
  if (own.next) return { items: versions.map((policy) => ({ policy, book })), next: own.next };
  const came = builtInAfter(page.after, page.limit - versions.length);
  return { items: [...versions, ...came.items].map((policy) => ({ policy, book })), next: came.next };
}

/** So many of the built-in versions after a place, newest first. */
function builtInAfter(after: PageRequest['after'], limit: number): ListPage<PolicyVersion> {
  const newestFirst = builtInPolicies.toReversed();
  const start = newestFirst.findIndex(({ policyId }) => policyId === after?.builtIn) + 1;
  const items = newestFirst.slice(start, start + limit);
  const isLast = start + limit >= newestFirst.length;
  return { items, next: isLast ? undefined : { builtIn: items.at(-1)?.policyId ?? '' } };
}
