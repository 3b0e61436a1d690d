import { describe, expect, test } from 'vitest';
import {
  categorySamples,
  enterprisesCount,
  type SampleEnterprise,
  sampleEnterprises,
  sampleRows,
  withoutLoans,
} from '../../infra/local/sample/enterprises.ts';
import { firstCase } from '../../infra/local/sample/first-case.ts';
import { sampleInstitutions } from '../../infra/local/sample/institutions.ts';
import { claimable } from '../../infra/local/sample/load.ts';
import { loansCount, loansTotalFen, sampleLoans } from '../../infra/local/sample/loans.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { isCreditCode } from '../../shared/domain/credit-code.ts';
import { policyOn } from '../../shared/domain/policy.ts';
import { type Listable, standingOn } from '../../shared/domain/standing.ts';

/** Days on which somebody may start: now, in the first weeks of each built-in version, and at the turn of the year. */
const startDays = ['2026-03-02', '2018-02-01', '2022-06-30', '2023-12-31', '2024-01-01', '2024-10-31'];

describe.each(startDays)('the sample city first started on %s', (today) => {
  const enterprises = sampleEnterprises(today);
  const rows = [...sampleRows(enterprises).values()].flat();
  const loans = sampleLoans(enterprises, today);
  const first = firstCase(today);

  test('has 1,351 enterprises with credit codes and names of their own', () => {
    expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(enterprisesCount);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(enterprisesCount);
    const codes = [...rows, ...sampleInstitutions].map(({ creditCode }) => creditCode);
    expect(codes.filter((creditCode) => !isCreditCode(creditCode))).toEqual([]);
  });

  test('has certificates that are all valid on that day', () => {
    const wrong = rows.filter(({ issuedOn, validUntil }) => issuedOn >= today || (validUntil ?? '9999') <= today);
    expect(wrong).toEqual([]);
  });

  test('has enterprises in every category in force, and no import of more than 5,000 rows', () => {
    const inForce = [...(policyOn(builtInPolicies, today)?.parameters.eligibleCategories ?? [])];
    const imports = sampleRows(enterprises);
    expect([...imports.keys()].sort()).toEqual(inForce.sort());
    for (const own of imports.values()) expect(own.length).toBeLessThanOrEqual(5_000);
  });

  test('has 964 loans of 27.87 亿元 in all, each under a contract of its own and within the days and the cap', () => {
    expect(loans).toHaveLength(loansCount - 1);
    expect(loans.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(loansTotalFen - first.loan.amountFen);
    expect(new Set(loans.map(({ institutionId, contractNumber }) => `${institutionId} ${contractNumber}`)).size).toBe(
      loansCount - 1,
    );
    const wrong = loans.filter(({ appliedOn, disbursedOn, maturesOn, amountFen, outstandingFen, repaidOn }) => {
      const cap = policyOn(builtInPolicies, appliedOn)?.parameters.enterpriseCapFen ?? 0;
      const inOrder = appliedOn <= disbursedOn && disbursedOn <= today && disbursedOn < maturesOn;
      const inBounds = amountFen <= cap && outstandingFen <= amountFen;
      return !inOrder || !inBounds || (outstandingFen === 0) !== (repaidOn !== undefined);
    });
    expect(wrong).toEqual([]);
  });

  test('has the loan of the first compensation beside them, to a borrower that has no other', () => {
    const borrower = enterprises[withoutLoans]?.creditCode;
    expect(loans.map(({ creditCode }) => creditCode)).not.toContain(borrower);
    expect(first.loan.disbursedOn <= today).toBe(true);
    if (today >= '2023-10-08') expect(first.loan).toMatchObject({ disbursedOn: '2021-03-25', appliedOn: '2021-03-15' });
  });

  test('has loans to enterprises that were listed when they applied and when they were paid', () => {
    const standings = new Map(enterprises.map(({ creditCode, certificates }) => [creditCode, fileOf(certificates)]));
    const unlisted = loans.filter(({ creditCode, appliedOn, disbursedOn }) => {
      const file = standings.get(creditCode);
      return ![appliedOn, disbursedOn].every((day) => file && standingOn(file, builtInPolicies, day).listed);
    });
    expect(unlisted).toEqual([]);
  });

  test('has enterprises without loans to try the system with', () => {
    const free = new Set(enterprises.slice(0, withoutLoans).map(({ creditCode }) => creditCode));
    expect(loans.filter(({ creditCode }) => free.has(creditCode))).toEqual([]);
  });

  test('is the same again, so that a load that was cut off can be sent again', () => {
    expect(sampleEnterprises(today)).toEqual(enterprises);
    expect(sampleLoans(enterprises, today)).toEqual(loans);
  });
});

function fileOf(certificates: SampleEnterprise['certificates']): Listable {
  const source = { title: '', documentNumber: null, issuedOn: null };
  return {
    certificates: certificates.map(({ category, certificateNumber, issuedOn, validUntil = null }) => ({
      category,
      certificateNumber,
      periods: [{ issuedOn, validUntil, source }],
      revocations: [],
    })),
    inclusions: [],
    suspensions: [],
  };
}

test('the samples are of the categories of the newest version', () => {
  const newest = [...(builtInPolicies.at(-1)?.parameters.eligibleCategories ?? [])];
  expect(categorySamples.map(({ category }) => category).sort()).toEqual(newest.sort());
});

test('loans in all modes run, are repaid, extended, overdue and lost', () => {
  const loans = sampleLoans(sampleEnterprises('2026-03-02'), '2026-03-02');
  const modes = new Set(loans.map(({ mode }) => mode));
  expect([...modes].sort()).toEqual(['credit', 'guarantee', 'ip-pledge', 'mortgage', 'other', 'pledge']);
  const some = (holds: (loan: (typeof loans)[number]) => boolean): number => loans.filter(holds).length;
  expect(some(({ repaidOn }) => repaidOn !== undefined)).toBeGreaterThan(100);
  expect(some(({ repaidOn, maturesOn }) => repaidOn === undefined && maturesOn >= '2026-03-02')).toBeGreaterThan(100);
  expect(some(({ originalMaturesOn }) => originalMaturesOn !== undefined)).toBeGreaterThan(1);
  expect(some((loan) => loan.class === 'special-mention')).toBeGreaterThan(0);
  expect(some((loan) => loan.class === 'loss' && loan.institutionId === 'rcb')).toBeGreaterThan(0);
  expect(claimable(loans.slice(1), '2026-03-02').length).toBeGreaterThan(0);
});
