import { describe, expect, test } from 'vitest';
import type { Application } from '../../shared/domain/application.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import type { EnterpriseFile } from '../../shared/domain/enterprise.ts';
import { type PolicyParameters, policyNewest } from '../../shared/domain/policy.ts';
import { effectOnApplication, effectOnEnterprise } from '../../shared/domain/policy-dry-run.ts';
import { bookWith } from '../../shared/domain/policy-parameters.ts';

const today = '2026-03-02';
const newest = policyNewest(builtInPolicies);
const source = { title: '认定名单', documentNumber: null, issuedOn: null };
const fileOf = (category: string) =>
  ({
    creditCode: 'C',
    certificates: [
      {
        category,
        certificateNumber: '',
        periods: [{ issuedOn: '2025-01-01', validUntil: null, source }],
        revocations: [],
      },
    ],
    inclusions: [],
    suspensions: [],
    standing: { listedThrough: null },
  }) as unknown as EnterpriseFile;

const booksWith = (change: Partial<PolicyParameters>) => {
  const version = { ...newest, policyId: 'p-1', parameters: { ...newest.parameters, ...change } };
  return { now: builtInPolicies, proposed: bookWith(builtInPolicies, version, today), today };
};
const onlyHighTech = { eligibleCategories: ['high-tech'] };

describe('what a version would change today', () => {
  test.each([
    ['a category that goes', 'gazelle', onlyHighTech, { becomesUnlisted: true }],
    ['a category that stays', 'high-tech', onlyHighTech, {}],
    ['a category that comes', 'unicorn', { eligibleCategories: ['unicorn'] }, { becomesListed: true }],
  ] as const)('%s', (_, category, change, effect) => {
    const none = { becomesListed: false, becomesUnlisted: false, comesAboveCap: false };
    expect(effectOnEnterprise(fileOf(category), 0, booksWith(change))).toEqual({ ...none, ...effect });
  });

  test.each([
    [500, false],
    [501, true],
    // Above today's cap already: nothing differs.
    [1_000_000_001, false],
  ])('an exposure of %i fen under a cap of 500', (exposureFen, comesAboveCap) => {
    const books = booksWith({ enterpriseCapFen: 500 });
    expect(effectOnEnterprise(fileOf('high-tech'), exposureFen, books)).toMatchObject({ comesAboveCap });
  });

  test('where nothing is in force today every exposure lies above what is allowed already', () => {
    const books = { ...booksWith({ enterpriseCapFen: 500 }), now: [] };
    expect(effectOnEnterprise(fileOf('high-tech'), 501, books)).toEqual({
      ...{ becomesListed: true, becomesUnlisted: false, comesAboveCap: false },
    });
  });

  test.each([
    ['under the cap with all the others', 'submitted', 500, 300, { enterpriseCapFen: 500 }, 0, null],
    ['above the cap with the others', 'submitted', 501, 300, { enterpriseCapFen: 500 }, 0, 'cap-exceeded'],
    ['confirmed, which no cap touches any more', 'confirmed', 501, 300, { enterpriseCapFen: 500 }, 0, null],
    ['in default today as well', 'submitted', 1, 1, {}, 1, null],
    ['off the list', 'confirmed', 1, 1, { eligibleCategories: [] }, 0, 'not-listed'],
    ['off the list before the cap', 'returned', 9, 9, { eligibleCategories: [], enterpriseCapFen: 1 }, 0, 'not-listed'],
  ] as const)('an application %s', (_, state, exposureFen, reservedFen, change, defaults, code) => {
    const application = { creditCode: 'C', state, reservedFen } as Application;
    const basis = { enterprise: fileOf('high-tech'), exposure: { exposureFen, defaults } };
    expect(effectOnApplication(application, basis, booksWith(change))?.code ?? null).toBe(code);
  });
});
