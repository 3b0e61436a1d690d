import { expect, test } from 'vitest';
import type { CommandContext } from '../../shared/operations/command.ts';
import { refusalOfAccess, refusalOfOperator } from '../../shared/operations/resource-checks.ts';

const stored = { version: 3, hash: '', state: {} };
const asked = (ifMatch: number | null) =>
  refusalOfAccess({ ifMatch, operator: null } as CommandContext, stored, () => true);

test.each([2, 4])('a version of %i is not the third, whether it is behind or ahead', (ifMatch) => {
  expect(asked(ifMatch)).toMatchObject({ code: 'version-mismatch', facts: { given: ifMatch, current: 3 } });
});

test.each([3, null])('a version of %s is taken', (ifMatch) => {
  expect(asked(ifMatch)).toBeNull();
});

const handledAndChecked = (handledBy: string, checkedBy: string) =>
  refusalOfOperator({ operator: { handledBy, checkedBy } } as CommandContext);

test.each([
  ['王伟', '王伟'],
  ['王伟', '王 伟'],
  ['ZHANG San', 'zhang san'],
  ['Zhang', 'Ｚｈａｎｇ'],
  ['王伟', '王\u200b伟'],
])('%j handled and %j checked are one person', (handledBy, checkedBy) => {
  expect(handledAndChecked(handledBy, checkedBy)).toMatchObject({ code: 'four-eyes' });
});

test.each([
  ['王伟', '王玮'],
  ['Zhang', 'Zhao'],
  ['-', '—'],
])('%j handled and %j checked are two', (handledBy, checkedBy) => {
  expect(handledAndChecked(handledBy, checkedBy)).toBeNull();
});
