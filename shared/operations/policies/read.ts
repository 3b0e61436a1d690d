import type { PolicyVersion } from '../../domain/policy.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

/** The version of that id, or null. */
export const readPolicy = ({ policyBook }: Services, policyId: string): PolicyVersion | null =>
  policyBook.find((policy) => policy.policyId === policyId) ?? null;

/** Lists the versions, the newest in effect first. The book is data of the process: a city has a handful. */
export function listPolicies({ policyBook }: Services, { limit, after }: PageRequest): ListPage<PolicyVersion> {
  const newestFirst = policyBook.toReversed();
  const start = after ? newestFirst.findIndex(({ policyId }) => policyId === after.policyId) + 1 : 0;
  const items = newestFirst.slice(start, start + limit);
  const last = items.at(-1);
  return { items, next: last && start + limit < newestFirst.length ? { policyId: last.policyId } : undefined };
}
