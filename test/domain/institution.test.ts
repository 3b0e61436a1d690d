import { describe, expect, test } from 'vitest';
import {
  type Admission,
  decideAdmission,
  evolveInstitution,
  type Institution,
  institutionStateOn,
  isAdmittedOn,
} from '../../shared/domain/institution.ts';
import { verdict } from './cases.ts';

const applied = evolveInstitution(null, {
  type: 'institution-applied',
  data: { institutionId: 'rcb', name: '平湖农商银行', kind: 'bank', creditCode: 'X', appliedOn: '2018-01-01' },
});

const decided = (institution: Institution, state: Admission['state'], from: string): Institution =>
  evolveInstitution(institution, { type: 'admission-decided', data: { state, from, reason: 'case' } });

const admitted = decided(applied, 'admitted', '2020-01-01');
const suspended = decided(admitted, 'suspended', '2021-01-01');
const withdrawn = decided(suspended, 'withdrawn', '2022-01-01');
const after = { applied, admitted, suspended, withdrawn };

describe('an institution', () => {
  test.each([
    ['applied', 'admitted', 'accepted'],
    ['applied', 'suspended', 'state-conflict'],
    ['applied', 'withdrawn', 'state-conflict'],
    ['admitted', 'admitted', 'state-conflict'],
    ['admitted', 'suspended', 'accepted'],
    ['admitted', 'withdrawn', 'accepted'],
    ['suspended', 'admitted', 'accepted'],
    ['suspended', 'suspended', 'state-conflict'],
    ['suspended', 'withdrawn', 'accepted'],
    ['withdrawn', 'admitted', 'accepted'],
    ['withdrawn', 'suspended', 'state-conflict'],
    ['withdrawn', 'withdrawn', 'state-conflict'],
  ] as const)('that is %s and is to be %s: %s', (from, to, expected) => {
    const admission = { state: to, from: '2023-01-01', reason: 'case' };
    const decision = decideAdmission(after[from], admission);
    expect(verdict(decision)).toBe(expected);
    if (decision.kind === 'accepted') {
      expect(decision.events).toEqual([{ type: 'admission-decided', data: admission }]);
    }
  });

  test('is told in which state it would have to be', () => {
    const decision = decideAdmission(applied, { state: 'withdrawn', from: '2023-01-01', reason: 'case' });
    expect(decision).toMatchObject({ facts: { state: 'applied', allowed: 'admitted, suspended' } });
  });

  test.each([
    ['2019-12-31', 'applied'],
    ['2020-01-01', 'admitted'],
    ['2020-12-31', 'admitted'],
    ['2021-01-01', 'suspended'],
    ['2021-12-31', 'suspended'],
    ['2022-01-01', 'withdrawn'],
  ] as const)('is on %s what was last decided for that day: %s', (day, state) => {
    expect(institutionStateOn(withdrawn, day)).toBe(state);
    expect(isAdmittedOn(withdrawn, day)).toBe(state === 'admitted');
  });

  test('that nobody knows is admitted on no day', () => {
    expect(isAdmittedOn(null, '2020-01-01')).toBe(false);
  });

  test('a later decision for earlier days holds from its own day on, and over what was decided before', () => {
    const readmitted = decided(suspended, 'admitted', '2020-07-01');
    expect(institutionStateOn(readmitted, '2020-06-30')).toBe('admitted');
    expect(institutionStateOn(readmitted, '2021-06-01')).toBe('admitted');
  });

  test('the moves follow the order of decisions: what is announced for next year is decided', () => {
    const announced = decided(admitted, 'suspended', '2999-01-01');
    expect(institutionStateOn(announced, '2026-01-01')).toBe('admitted');
    expect(verdict(decideAdmission(announced, { state: 'suspended', from: '2026-01-01', reason: 'case' }))).toBe(
      'state-conflict',
    );
  });

  test('replay keeps every admission in the order of decisions, and needs the application first', () => {
    expect(withdrawn.admissions.map(({ state }) => state)).toEqual(['admitted', 'suspended', 'withdrawn']);
    const data = { state: 'admitted', from: '2020-01-01', reason: 'case' } as const;
    expect(() => evolveInstitution(null, { type: 'admission-decided', data })).toThrow('institution-applied');
  });
});
