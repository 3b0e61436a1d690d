import type { PolicyBook, PolicyVersion } from '../../domain/policy.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

/** The approved versions, as they are now. */
export const readBook = async ({ database }: Services): Promise<PolicyBook> =>
  bookIn(await readItems(database, [policyBookKey]));

/** A version, and the book that it stands in. */
export interface PolicyItems {
  readonly policy: PolicyVersion;
  readonly book: PolicyBook;
}

/** The version of that id, or null. */
export async function readPolicy(services: Services, policyId: string): Promise<PolicyItems | null> {
  const book = await readBook(services);
  const policy = book.find((version) => version.policyId === policyId);
  return policy ? { policy, book } : null;
}

/** Lists the versions, the newest in effect first. A city has a handful. */
export async function listPolicies(services: Services, { limit, after }: PageRequest): Promise<ListPage<PolicyItems>> {
  const book = await readBook(services);
  const newestFirst = book.toReversed();
  const start = after ? newestFirst.findIndex(({ policyId }) => policyId === after.policyId) + 1 : 0;
  const items = newestFirst.slice(start, start + limit).map((policy) => ({ policy, book }));
  const last = items.at(-1)?.policy;
  return { items, next: last && start + limit < newestFirst.length ? { policyId: last.policyId } : undefined };
}
