import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { policyNamed, policyNewest, policyOn, settledDayAt } from '../../shared/domain/policy.ts';

describe('the policy book', () => {
  test.each([
    ['2017-12-31', null],
    ['2018-01-01', 'former-measures'],
    ['2023-12-31', 'former-measures'],
    ['2024-01-01', 'measures-2024'],
    ['9999-12-31', 'measures-2024'],
  ] as const)('on %s %s is in force', (day, policyId) => {
    expect(policyOn(builtInPolicies, day)?.policyId ?? null).toBe(policyId);
  });

  test('an empty book has nothing in force, and no newest version: that would be a defect', () => {
    expect(policyOn([], '2024-01-01')).toBeNull();
    expect(() => policyNewest([])).toThrow('the policy book is empty');
    expect(policyNewest(builtInPolicies).policyId).toBe('measures-2024');
  });

  test('a version is found by its name; a name that nobody gave is a defect', () => {
    expect(policyNamed(builtInPolicies, 'former-measures').effectiveFrom).toBe('2018-01-01');
    expect(() => policyNamed(builtInPolicies, 'measures-1999')).toThrow('measures-1999');
  });

  test('the cap was 300 万元 and is 1000 万元; four categories became nine', () => {
    const [former, present] = builtInPolicies.map(({ parameters }) => parameters);
    expect(former?.enterpriseCapFen).toBe(300_000_000);
    expect(present?.enterpriseCapFen).toBe(1_000_000_000);
    expect(former?.eligibleCategories).toHaveLength(4);
    expect(present?.eligibleCategories).toHaveLength(9);
    expect(present?.eligibleCategories.slice(0, 4)).toEqual(former?.eligibleCategories);
  });

  test('what is not published of the former measures is as in the new', () => {
    const [former, present] = builtInPolicies.map(({ parameters }) => parameters);
    const { eligibleCategories: _formerCategories, enterpriseCapFen: _formerCap, ...formerRest } = former ?? {};
    const { eligibleCategories: _categories, enterpriseCapFen: _cap, ...rest } = present ?? {};
    expect(formerRest).toEqual(rest);
  });
});

test.each([
  ['2026-03-02T16:00:00.000Z', '2026-03-02'],
  ['2026-03-02T16:04:59.999Z', '2026-03-02'],
  ['2026-03-02T16:05:00.000Z', '2026-03-03'],
  ['2026-03-03T15:59:59.999Z', '2026-03-03'],
])(
  'at %s the versions of %s are settled: what was approved before midnight may come five minutes after (R1)',
  (at, day) => {
    expect(settledDayAt(at)).toBe(day);
  },
);
