import type { Day } from '../domain/calendar.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { evolvePolicy, type PolicyEvent, type PolicyFile } from '../domain/policy-version.ts';
import { type BookItem, policyBookKey } from './policy-book.ts';
import type { ResourceLayout } from './resource.ts';
import { absent, unchangedSince, type Write } from './transaction.ts';

/** The versions that the city drafted. */
export const policyLayout: ResourceLayout<PolicyFile, PolicyEvent> = {
  kind: 'policies',
  table: 'policies',
  key: (policyId) => ({ pk: policyId }),
  evolve: evolvePolicy,
  indexed: ({ policyId, effectiveFrom }) => ({ roster: 'policies', effectiveKey: `${effectiveFrom}#${policyId}` }),
};

/** Adds an approved version to the book, unless another was approved since the book was read. */
export const bookWrite = (read: BookItem | undefined, approved: PolicyVersion): Write => ({
  kind: 'put',
  table: 'policies',
  item: {
    ...policyBookKey.key,
    schemaVersion: 1,
    version: (read?.version ?? 0) + 1,
    approved: [...(read?.approved ?? []), approved],
    activatedThrough: read?.activatedThrough ?? '',
  },
  condition: read ? unchangedSince(read.version) : absent(),
});

/** Notes in the book that the refresh of the version of that day has been started: once. */
export function activatedWrite(read: BookItem, day: Day): Write {
  const condition = unchangedSince(read.version);
  return {
    kind: 'update',
    ...policyBookKey,
    set: {
      expression: 'SET #activated = :day, #version = :next',
      names: { '#activated': 'activatedThrough', '#version': 'version' },
      values: { ':day': day, ':next': read.version + 1 },
    },
    condition,
  };
}
