import canonicalize from 'canonicalize';
import type { DomainEvent } from '../../domain/event.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { versionOf } from '../../domain/policy-version.ts';
import { policyLayout } from '../../store/policies.ts';
import { type BookItem, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { builtInHistory } from '../policies/history.ts';
import { builtInNamed } from '../policies/read.ts';
import type { Services } from '../services.ts';
import { compare, type Verification, verifyResource } from './verify-resource.ts';

/** Readings until version and book are of one moment: an approval may come between the two. */
const readingsMax = 3;

/**
 * Verifies a policy version (R1, R30). Of one of the city's, the book holds the copy by which everything is judged: it
 * must be what the version's own history says.
 */
export async function verifyPolicy(services: Services, policyId: string): Promise<Verification | null> {
  const builtIn = builtInNamed(policyId);
  if (builtIn) return verifyBuiltIn(builtIn);
  const found = await verifyResource(services, policyLayout, policyId);
  if (!found?.ok) return found;
  for (let reading = 1; reading <= readingsMax; reading += 1) {
    if (await isInBookAsStored(services, policyId)) return found;
  }
  return { ...found, ok: false, brokenAt: found.events };
}

/** A built-in version is its own history; there is no stored copy that could differ. */
function verifyBuiltIn({ version, ...state }: PolicyVersion): Promise<Verification> {
  const history = builtInHistory({ ...state, version });
  const stored = { state, version, hash: history.at(-1)?.hash ?? '' };
  return compare(history, stored, (_state: object | null, { data }: DomainEvent) => data);
}

/** An approved version is in the book as it is; a draft is not in it. */
async function isInBookAsStored({ database }: Services, policyId: string): Promise<boolean> {
  const items = await readItems(database, [keyOfResource(policyLayout, policyId), policyBookKey]);
  const stored = storedIn(items, policyLayout, policyId);
  const inBook = items.get<BookItem>(policyBookKey)?.approved.find((version) => version.policyId === policyId);
  const expected = stored?.state.state === 'approved' ? versionOf(stored.state, stored.version) : undefined;
  return canonicalize(inBook) === canonicalize(expected);
}
