import { expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import type { StandingRecord } from '../../shared/domain/enterprise.ts';
import { refreshStanding } from '../../shared/domain/refresh.ts';
import { standingRecord } from '../../shared/domain/standing.ts';
import { aCertificate, anEnterprise, today } from './cases.ts';

const file = anEnterprise({
  certificates: [aCertificate('2027-12-31'), aCertificate('2026-12-31', { category: 'gazelle' })],
});
const refreshed = (change: Partial<StandingRecord>) =>
  refreshStanding({ ...file, standing: { ...file.standing, ...change } }, builtInPolicies, today);

test('a standing that is as it was is not written again, whenever it was computed (R7)', () => {
  expect(file.standing.categories).toEqual(['gazelle', 'high-tech']);
  expect(refreshed({})).toBeNull();
  expect(refreshed({ on: '2026-03-01' })).toBeNull();
});

test.each<Partial<StandingRecord>>([
  { listed: false },
  { basis: 'exceptional' },
  { listedSince: null },
  { listedThrough: '2026-12-31' },
  { nextChangeOn: '2027-01-02' },
  { categories: ['high-tech'] },
])('a standing that had %j is written as of today', (change) => {
  expect(refreshed(change)).toEqual({
    type: 'standing-refreshed',
    data: { standing: standingRecord(file, builtInPolicies, today) },
  });
});
