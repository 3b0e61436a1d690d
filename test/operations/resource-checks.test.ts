import { expect, test } from 'vitest';
import type { CommandContext } from '../../shared/operations/command.ts';
import { refusalOfAccess } from '../../shared/operations/resource-checks.ts';

const stored = { version: 3, hash: '', state: {} };
const asked = (ifMatch: number | null) =>
  refusalOfAccess({ ifMatch, operator: null } as CommandContext, stored, () => true);

test.each([2, 4])('a version of %i is not the third, whether it is behind or ahead', (ifMatch) => {
  expect(asked(ifMatch)).toMatchObject({ code: 'version-mismatch', facts: { given: ifMatch, current: 3 } });
});

test.each([3, null])('a version of %s is taken', (ifMatch) => {
  expect(asked(ifMatch)).toBeNull();
});
