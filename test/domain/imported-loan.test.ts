import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { contentOf, decideImportedLoan, type ImportedLoanFacts } from '../../shared/domain/imported-loan.ts';
import { evolveLoan, type Loan, type LoanEvent } from '../../shared/domain/loan.ts';
import type { LoanRow } from '../../shared/domain/loan-import-row.ts';
import { countableLoss } from '../../shared/domain/loss.ts';
import { creditCode } from '../support/fixtures.ts';
import { aCertificate, anEnterprise, anInstitution, code, today } from './cases.ts';

/** A year's loan under the new measures, not repaid yet. */
const row: LoanRow = {
  creditCode: code,
  institutionId: 'rcb',
  contractNumber: 'HT-1',
  noteNumber: '',
  amountFen: 100_000_000,
  mode: 'credit',
  guarantorId: null,
  appliedOn: '2025-06-01',
  disbursedOn: '2025-06-10',
  maturesOn: '2026-06-09',
  originalMaturesOn: null,
  annualRateBp: 400,
  annualRatePpm: null,
  outstandingFen: 100_000_000,
  interestPaidFen: 0,
  class: 'normal',
  repaidOn: null,
};

const allowed: ImportedLoanFacts = {
  creditCode: code,
  enterprise: anEnterprise(),
  exposure: { exposureFen: 0, defaults: 0 },
  institutionId: 'rcb',
  institution: anInstitution(),
  guarantor: null,
  book: builtInPolicies,
  earlierFen: 0,
  contract: null,
};

const named = { loanId: 'loan-1', importId: 'import-1', row: 1 };
const decide = (change: Partial<LoanRow> = {}, facts: Partial<ImportedLoanFacts> = {}) =>
  decideImportedLoan({ ...row, ...change }, named, { ...allowed, ...facts }, today);

const verdict = (change: Partial<LoanRow> = {}, facts: Partial<ImportedLoanFacts> = {}): string => {
  const decision = decide(change, facts);
  return decision.kind === 'refused' ? decision.code : decision.kind;
};

const loanOf = (change: Partial<LoanRow> = {}): Loan => {
  const decision = decide(change);
  if (decision.kind !== 'accepted') throw new Error(decision.kind);
  return decision.events.reduce<Loan | null>((loan, event: LoanEvent) => evolveLoan(loan, event), null) as Loan;
};

const former = { appliedOn: '2023-12-31', disbursedOn: '2024-01-05', maturesOn: '2026-12-31' };
const latter = { appliedOn: '2024-01-01', disbursedOn: '2024-01-05', maturesOn: '2026-12-31' };

describe('an older loan', () => {
  test('is governed by the version in force on the day of its application, not of its disbursement (R2)', () => {
    expect(loanOf(former).policy).toBe('former-measures');
    expect(loanOf(latter).policy).toBe('measures-2024');
  });

  test.each([
    { days: former, amountFen: 300_000_000, earlierFen: 0, expected: 'accepted' },
    { days: former, amountFen: 300_000_001, earlierFen: 0, expected: 'cap-exceeded' },
    { days: former, amountFen: 100_000_000, earlierFen: 200_000_000, expected: 'accepted' },
    { days: former, amountFen: 100_000_000, earlierFen: 200_000_001, expected: 'cap-exceeded' },
    { days: latter, amountFen: 1_000_000_000, earlierFen: 0, expected: 'accepted' },
    { days: latter, amountFen: 1_000_000_001, earlierFen: 0, expected: 'cap-exceeded' },
    { days: latter, amountFen: 300_000_001, earlierFen: 699_999_999, expected: 'accepted' },
    { days: latter, amountFen: 300_000_001, earlierFen: 700_000_000, expected: 'cap-exceeded' },
  ])(
    'applied for on $days.appliedOn for $amountFen fen beside $earlierFen outstanding: $expected (R10)',
    ({ days, amountFen, earlierFen, expected }) => {
      expect(verdict({ ...days, amountFen, outstandingFen: 1 }, { earlierFen })).toBe(expected);
    },
  );

  test('made under the former measures needs that room under the cap of today, not under theirs', () => {
    const exposure = { exposureFen: 300_000_000, defaults: 0 };
    expect(verdict(former, { exposure })).toBe('accepted');
  });

  test('needs room under the cap of today for what is outstanding of it now', () => {
    const exposureFen = 900_000_000;
    const exposure = { exposureFen, defaults: 0 };
    expect(verdict({ outstandingFen: 100_000_000 }, { exposure })).toBe('accepted');
    expect(verdict({ outstandingFen: 99_999_999 }, { exposure: { ...exposure, exposureFen: 900_000_001 } })).toBe(
      'accepted',
    );
    expect(verdict({ outstandingFen: 100_000_000 }, { exposure: { ...exposure, exposureFen: 900_000_001 } })).toBe(
      'cap-exceeded',
    );
  });

  test.each([
    { listedFrom: '2025-06-02', listedUntil: null, expected: 'not-listed' },
    { listedFrom: '2025-06-01', listedUntil: null, expected: 'accepted' },
    { listedFrom: '2025-05-31', listedUntil: '2025-06-09', expected: 'not-listed' },
    { listedFrom: '2025-05-31', listedUntil: '2025-06-10', expected: 'accepted' },
  ])(
    'applied for on 1 June and paid on 10 June, listed from $listedFrom until $listedUntil: $expected (R5)',
    ({ listedFrom, listedUntil, expected }) => {
      const enterprise = anEnterprise({ certificates: [aCertificate(listedUntil, { issuedOn: listedFrom })] });
      expect(verdict({}, { enterprise })).toBe(expected);
    },
  );

  test.each([
    { from: '2025-06-11', expected: 'institution-not-admitted' },
    { from: '2025-06-10', expected: 'accepted' },
  ])('of a bank admitted from $from: $expected (R9)', ({ from, expected }) => {
    expect(verdict({}, { institution: anInstitution('bank', 'admitted', from) })).toBe(expected);
  });

  test('in guarantee mode names a guarantor, who was admitted on the day of disbursement (R9, R12)', () => {
    const guaranteed = { mode: 'guarantee', guarantorId: 'talent-guarantee' } as const;
    const guarantor = (from: string) => ({ guarantor: anInstitution('guarantor', 'admitted', from) });
    expect(verdict({ mode: 'guarantee' })).toBe('guarantor-required');
    expect(verdict(guaranteed, guarantor('2025-06-10'))).toBe('accepted');
    expect(verdict(guaranteed, guarantor('2025-06-11'))).toBe('guarantor-not-admitted');
    expect(verdict(guaranteed)).toBe('guarantor-not-admitted');
  });

  test.each([
    { change: { appliedOn: '2017-12-31' }, expected: 'date-out-of-range' },
    { change: { appliedOn: addDays(today, 1) }, expected: 'date-out-of-range' },
    { change: { disbursedOn: '2025-05-31' }, expected: 'date-out-of-range' },
    { change: { disbursedOn: '2025-06-01' }, expected: 'accepted' },
    { change: { disbursedOn: today }, expected: 'accepted' },
    { change: { disbursedOn: addDays(today, 1) }, expected: 'date-out-of-range' },
    { change: { maturesOn: '2025-06-10' }, expected: 'date-out-of-range' },
    { change: { maturesOn: '2025-06-11' }, expected: 'accepted' },
    { change: { maturesOn: '2028-06-10' }, expected: 'accepted' },
    { change: { maturesOn: '2028-06-11' }, expected: 'term-too-long' },
    { change: { maturesOn: '2029-06-10', originalMaturesOn: '2028-06-10' }, expected: 'accepted' },
    { change: { maturesOn: '2029-06-10', originalMaturesOn: '2028-06-11' }, expected: 'term-too-long' },
    { change: { originalMaturesOn: '2025-06-10' }, expected: 'date-out-of-range' },
    { change: { originalMaturesOn: '2025-06-11' }, expected: 'accepted' },
    { change: { originalMaturesOn: '2026-06-08' }, expected: 'accepted' },
    { change: { originalMaturesOn: '2026-06-09' }, expected: 'date-out-of-range' },
    { change: { repaidOn: '2025-06-09', outstandingFen: 0 }, expected: 'date-out-of-range' },
    { change: { repaidOn: '2025-06-10', outstandingFen: 0 }, expected: 'accepted' },
    { change: { repaidOn: today, outstandingFen: 0 }, expected: 'accepted' },
    { change: { repaidOn: addDays(today, 1), outstandingFen: 0 }, expected: 'date-out-of-range' },
  ])('with $change: $expected', ({ change, expected }) => {
    expect(verdict(change)).toBe(expected);
  });

  const given = (field: string, day: string, range: object) => ({ field, given: day, ...range });
  const since = (from: string) => ({ from, through: today });
  const tomorrow = addDays(today, 1);
  // Several rules speak of days: which of them decided is told by the rule and the range, not by the code.
  test.each<readonly [string, string, Partial<LoanRow>, object]>([
    ['before any version', 'R2', { appliedOn: '2017-12-31' }, given('appliedOn', '2017-12-31', since('2018-01-01'))],
    ['applied for tomorrow', 'R2', { appliedOn: tomorrow }, given('appliedOn', tomorrow, since('2018-01-01'))],
    [
      'paid before it was applied for',
      'R15',
      { disbursedOn: '2025-05-31' },
      given('disbursedOn', '2025-05-31', since('2025-06-01')),
    ],
    ['paid tomorrow', 'R15', { disbursedOn: tomorrow }, given('disbursedOn', tomorrow, since('2025-06-01'))],
    [
      'due on the day of payment though extended',
      'R15',
      { maturesOn: '2025-06-10', originalMaturesOn: '2025-06-10' },
      given('maturesOn', '2025-06-10', { from: '2025-06-11' }),
    ],
    [
      'first due on the day of payment',
      'R18',
      { originalMaturesOn: '2025-06-10' },
      given('originalMaturesOn', '2025-06-10', { from: '2025-06-11', through: '2026-06-08' }),
    ],
    [
      'extended by nothing',
      'R18',
      { originalMaturesOn: '2026-06-09' },
      given('originalMaturesOn', '2026-06-09', { from: '2025-06-11', through: '2026-06-08' }),
    ],
    [
      'repaid before it was paid',
      'R17',
      { repaidOn: '2025-06-09', outstandingFen: 0 },
      given('repaidOn', '2025-06-09', since('2025-06-10')),
    ],
  ])('%s is refused by %s with the days that decided', (_, rule, change, facts) => {
    expect(decide(change)).toEqual({ kind: 'refused', rule, code: 'date-out-of-range', facts });
  });

  test('applied for and paid today is taken', () => {
    expect(verdict({ appliedOn: today, disbursedOn: today, maturesOn: '2027-03-01' })).toBe('accepted');
  });

  test('whose contract is known is unchanged where it says the same, and exists already where it does not', () => {
    expect(verdict({}, { contract: { content: contentOf(row) } })).toBe('unchanged');
    expect(verdict({}, { contract: { content: contentOf({ ...row, outstandingFen: 1 }) } })).toBe('already-exists');
    expect(decide({}, { contract: { content: null } })).toEqual({
      ...{ kind: 'refused', rule: 'R15', code: 'already-exists' },
      facts: { contractNumber: 'HT-1', noteNumber: '' },
    });
  });

  test.each<Partial<LoanRow>>([
    { creditCode: creditCode(2) },
    { amountFen: 100_000_001 },
    { mode: 'mortgage' },
    { guarantorId: 'talent-guarantee' },
    { appliedOn: '2025-06-02' },
    { disbursedOn: '2025-06-11' },
    { maturesOn: '2026-06-10' },
    { originalMaturesOn: '2026-01-01' },
    { annualRateBp: 401 },
    { annualRatePpm: 40_000 },
    { outstandingFen: 1 },
    { interestPaidFen: 1 },
    { class: 'special-mention' },
    { repaidOn: '2026-01-01' },
  ])('says something else of its contract with %o', (change) => {
    expect(verdict(change, { contract: { content: contentOf(row) } })).toBe('already-exists');
  });

  test('stands as its class and the days make it (R19)', () => {
    expect(loanOf().state).toBe('active');
    expect(loanOf({ maturesOn: today }).state).toBe('active');
    expect(loanOf({ maturesOn: addDays(today, -1) }).state).toBe('overdue');
    expect(loanOf({ maturesOn: addDays(today, -90) }).state).toBe('overdue');
    expect(loanOf({ maturesOn: addDays(today, -91) }).state).toBe('non-performing');
    expect(loanOf({ class: 'special-mention' }).state).toBe('active');
    expect(loanOf({ class: 'substandard' })).toMatchObject({ state: 'non-performing', nonPerformingSince: today });
    expect(loanOf({ outstandingFen: 0, repaidOn: '2025-12-01' })).toMatchObject({
      state: 'repaid',
      outstandingFen: 0,
      lastRepaidOn: '2025-12-01',
      nextChangeOn: null,
    });
  });

  test('that was extended keeps its first maturity and has had its extension', () => {
    expect(loanOf({ originalMaturesOn: '2025-12-09' })).toMatchObject({
      originalMaturesOn: '2025-12-09',
      maturesOn: '2026-06-09',
      extensions: 1,
    });
    expect(loanOf()).toMatchObject({ originalMaturesOn: '2026-06-09', extensions: 0 });
  });

  test.each([
    [{}, [['2025-06-10', 100_000_000]]],
    [
      { outstandingFen: 10_000_000 },
      [
        ['2025-06-10', 100_000_000],
        [today, 10_000_000],
      ],
    ],
    [
      { outstandingFen: 0, repaidOn: '2025-12-01' },
      [
        ['2025-06-10', 100_000_000],
        ['2025-12-01', 0],
      ],
    ],
    [{ outstandingFen: 0, repaidOn: '2025-06-10' }, [['2025-06-10', 0]]],
  ] as const)('imported with %j bears interest on %j and no longer on what was repaid (R21)', (change, steps) => {
    const decision = decide(change);
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    const loan = decision.events.reduce<Loan | null>((state, event) => evolveLoan(state, event), null);
    expect(loan?.principalSteps.map(({ on, outstandingFen }) => [on, outstandingFen])).toEqual(steps);
  });

  test('may be claimed for with the interest of what was outstanding, and none on what had been repaid (R21)', () => {
    // 1,000,000 yuan at 4 % for the 364 days of the term; 900,000 of it repaid by the day of the import.
    const decision = decide({ outstandingFen: 10_000_000 });
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    const loan = decision.events.reduce<Loan | null>((state, event) => evolveLoan(state, event), null);
    if (!loan) throw new Error('there is no loan');
    const whole = daysBetween('2025-06-10', today);
    const rest = daysBetween(today, '2026-06-09');
    const expected = Math.floor(((100_000_000 * whole + 10_000_000 * rest) * 400) / (10_000 * 360));
    const { termInterestFen } = countableLoss(loan, {
      lossComponents: 'principal+term-interest',
      agreedTerm: 'original',
    });
    expect(termInterestFen).toBe(expected);
    expect(termInterestFen).toBeLessThan(Math.floor((100_000_000 * 364 * 400) / (10_000 * 360)));
  });

  test('says which row of which import it came from, and the day of its application', () => {
    expect(loanOf().imported).toEqual({ importId: 'import-1', row: 1, appliedOn: '2025-06-01' });
  });
});
