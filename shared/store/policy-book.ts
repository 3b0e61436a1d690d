import { builtInPolicies, wholeVersion } from '../domain/built-in-policies.ts';
import type { Day } from '../domain/calendar.ts';
import type { PolicyBook, PolicyVersion } from '../domain/policy.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';

/**
 * The approved versions that the city made, in one item, so that every command reads all of them in its first batch: a
 * decision must never rest on a copy from before an approval.
 */
export interface BookItem {
  readonly version: number;
  readonly approved: readonly PolicyVersion[];
  /** The newest `effectiveFrom` whose refresh of the list has been started; "" before the first. */
  readonly activatedThrough: Day | '';
}

export const policyBookKey: ItemKey = { table: 'policies', key: { pk: 'book#approved' } };

/** The book of every approved version, the built-in ones among them, by `effectiveFrom` ascending. */
export function bookIn(items: Items): PolicyBook {
  const approved = items.get<BookItem>(policyBookKey)?.approved ?? [];
  return [...builtInPolicies, ...approved.map(wholeVersion)].sort((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  );
}
