import { describe, expect, test } from 'vitest';
import { type Classification, decideClassification } from '../../shared/domain/classification.ts';
import { evolveLoan, type Loan, loanStates } from '../../shared/domain/loan.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { loanIn, parameters } from './loan-cases.ts';

const report = (change: Partial<Classification> = {}): Classification => ({
  class: 'normal',
  asOf: '2026-07-01',
  overdueDays: 0,
  unpaidInterestFen: null,
  reason: null,
  ...change,
});

function after(loan: Loan, change: Partial<Classification>, today: string): Loan {
  const decision = decideClassification(loan, report({ asOf: today, ...change }), parameters, today);
  if (decision.kind === 'refused') throw new Error(decision.code);
  return decision.events.reduce(evolveLoan, loan);
}

describe('a classification (R19)', () => {
  const classified = { ...loanIn.active, classAsOf: '2026-06-15' };

  // Each refused row breaks its own rule and every later one, so the table also pins the precedence.
  test.each([
    { loan: { ...classified, state: 'repaid' }, asOf: '2026-03-01', expected: 'state-conflict' },
    { loan: classified, asOf: '2026-03-01', expected: 'date-out-of-range' },
    { loan: classified, asOf: '2026-07-02', expected: 'date-out-of-range' },
    { loan: classified, asOf: '2026-03-02', expected: 'out-of-date-order' },
    { loan: classified, asOf: '2026-06-14', expected: 'out-of-date-order' },
    { loan: classified, asOf: '2026-06-15', expected: 'accepted' },
    { loan: classified, asOf: '2026-07-01', expected: 'accepted' },
  ] as const)('as of $asOf after 15 June: $expected', ({ loan, asOf, expected }) => {
    expect(verdict(decideClassification(loan, report({ asOf }), parameters, '2026-07-01'))).toBe(expected);
  });

  test.each(loanStates)('is taken of a loan that is %s unless it has ended', (state) => {
    const decision = decideClassification(loanIn[state], report({ asOf: '2027-07-01' }), parameters, '2027-07-01');
    expect(verdict(decision)).toBe(['repaid', 'written-off'].includes(state) ? 'state-conflict' : 'accepted');
  });

  test('refused for its day says rule, day and range', () => {
    const refused = (asOf: string) => decideClassification(classified, report({ asOf }), parameters, '2026-07-01');
    const range = { field: 'asOf', from: '2026-03-02', through: '2026-07-01' };
    expect(refused('2026-07-02')).toEqual(refusedBy('R19', 'date-out-of-range', { ...range, given: '2026-07-02' }));
    expect(refused('2026-06-14')).toEqual(
      refusedBy('R19', 'out-of-date-order', { field: 'asOf', given: '2026-06-14', last: '2026-06-15' }),
    );
  });

  test.each([
    ['active', 0, null],
    ['active', 1, { type: 'loan-became-overdue', data: { since: '2026-06-20', nonPerformingOn: '2027-05-31' } }],
    ['active', 91, { type: 'loan-became-non-performing', data: { since: '2026-06-20' } }],
    ['overdue', 0, { type: 'loan-cured', data: { to: 'active', on: '2026-07-01', nextChangeOn: '2027-03-02' } }],
    ['overdue', 1, null],
    ['non-performing', 0, { type: 'loan-cured', data: { to: 'active', on: '2026-07-01', nextChangeOn: '2027-03-02' } }],
    [
      'non-performing',
      1,
      { type: 'loan-cured', data: { to: 'overdue', on: '2026-07-01', nextChangeOn: '2027-05-31' } },
    ],
    ['claimed', 1, null],
  ] as const)('of a loan that is %s with %i days of the bank is recorded, and so is the move', (state, days, move) => {
    const said = report({ asOf: '2026-06-20', overdueDays: days, unpaidInterestFen: 7, reason: '逾期' });
    expect(decideClassification(loanIn[state], said, parameters, '2026-07-01')).toEqual({
      kind: 'accepted',
      events: [{ type: 'loan-classified', data: said }, ...(move ? [move] : [])],
    });
  });

  const [before, matured, bad] = ['2026-07-01', '2027-03-02', '2027-05-31'];
  test.each([
    { from: 'active', on: before, class: 'special-mention', overdueDays: 0, to: 'active' },
    { from: 'active', on: before, class: 'normal', overdueDays: 1, to: 'overdue' },
    { from: 'active', on: before, class: 'special-mention', overdueDays: 90, to: 'overdue' },
    { from: 'active', on: before, class: 'special-mention', overdueDays: 91, to: 'non-performing' },
    { from: 'active', on: before, class: 'substandard', overdueDays: 0, to: 'non-performing' },
    { from: 'active', on: before, class: 'doubtful', overdueDays: 0, to: 'non-performing' },
    { from: 'overdue', on: before, class: 'normal', overdueDays: 0, to: 'active' },
    { from: 'overdue', on: before, class: 'loss', overdueDays: 0, to: 'non-performing' },
    { from: 'overdue', on: matured, class: 'normal', overdueDays: 0, to: 'overdue' },
    { from: 'non-performing', on: before, class: 'special-mention', overdueDays: 0, to: 'active' },
    { from: 'non-performing', on: before, class: 'special-mention', overdueDays: 1, to: 'overdue' },
    { from: 'non-performing', on: before, class: 'substandard', overdueDays: 0, to: 'non-performing' },
    { from: 'non-performing', on: '2027-05-30', class: 'special-mention', overdueDays: 0, to: 'overdue' },
    { from: 'non-performing', on: bad, class: 'normal', overdueDays: 0, to: 'non-performing' },
    { from: 'claimed', on: before, class: 'normal', overdueDays: 0, to: 'claimed' },
    { from: 'compensated', on: before, class: 'normal', overdueDays: 0, to: 'compensated' },
  ] as const)('$from, $class with $overdueDays days of the bank on $on: $to', ({ from, on, to, ...change }) => {
    expect(after(loanIn[from], change, on)).toMatchObject({ state: to, class: change.class, classAsOf: on });
  });

  test('says since when a loan is non-performing, forgets it when cured, and when the days will speak next', () => {
    const sunk = after(loanIn.active, { class: 'substandard' }, before);
    expect(sunk).toMatchObject({ nonPerformingSince: before, nextChangeOn: null });
    expect(after(sunk, {}, before)).toMatchObject({ nonPerformingSince: null, nextChangeOn: '2027-03-02' });
    expect(after(sunk, { overdueDays: 1 }, before)).toMatchObject({ nextChangeOn: '2027-05-31' });
    expect(after(loanIn.active, { overdueDays: 1 }, before)).toMatchObject({ nextChangeOn: '2027-05-31' });
    // A worse class does not make it later.
    expect(after(sunk, { class: 'loss' }, matured)).toMatchObject({ nonPerformingSince: before });
  });

  test('records what the bank counts and what interest is unpaid; a report without it leaves the last one', () => {
    const first = after(loanIn.active, { overdueDays: 3, unpaidInterestFen: 500 }, before);
    expect(first).toMatchObject({ bankOverdueDays: 3, unpaidInterestFen: 500 });
    expect(after(first, { overdueDays: 4 }, before)).toMatchObject({ bankOverdueDays: 4, unpaidInterestFen: 500 });
    expect(after(first, { unpaidInterestFen: 0 }, before)).toMatchObject({ unpaidInterestFen: 0 });
  });
});
