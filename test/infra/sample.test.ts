import { expect, test } from 'vitest';
import { categorySamples, enterprisesCount, sampleRows } from '../../infra/local/sample/enterprises.ts';
import { sampleInstitutions } from '../../infra/local/sample/institutions.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { isCreditCode } from '../../shared/domain/credit-code.ts';

const today = '2026-03-02';
const rows = [...sampleRows(today).values()].flat();

test('the sample city has 1,351 enterprises with credit codes and names of their own', () => {
  expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(enterprisesCount);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(enterprisesCount);
  const codes = [...rows, ...sampleInstitutions].map(({ creditCode }) => creditCode);
  expect(codes.filter((creditCode) => !isCreditCode(creditCode))).toEqual([]);
});

test('every certificate is valid on the first day', () => {
  expect(rows.filter(({ issuedOn, validUntil }) => issuedOn >= today || (validUntil ?? '9999') <= today)).toEqual([]);
});

test('every category of the new measures has some, and no import has more than 5,000 rows', () => {
  for (const { category } of categorySamples) {
    const count = sampleRows(today).get(category)?.length ?? 0;
    expect([category, count > 0 && count <= 5_000]).toEqual([category, true]);
  }
  expect(categorySamples.map(({ category }) => category).sort()).toEqual(categoriesInForce().sort());
});

test('the same day gives the same rows, so that a load that was cut off can be sent again', () => {
  expect(sampleRows(today)).toEqual(sampleRows(today));
});

function categoriesInForce(): string[] {
  const newest = builtInPolicies.at(-1);
  return [...(newest?.parameters.eligibleCategories ?? [])];
}
