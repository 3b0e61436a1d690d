import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/calendar.ts';
import { decideExtension } from '../../shared/domain/extension.ts';
import { evolveLoan, isInDefault, type Loan, loanStates, overdueDaysOn } from '../../shared/domain/loan.ts';
import { elapsed } from '../../shared/domain/loan-due.ts';
import { decideEvidence, evidenceMax } from '../../shared/domain/loan-evidence.ts';
import { accepted, refusedBy } from '../../shared/domain/refusal.ts';
import { decideRepayment } from '../../shared/domain/repayment.ts';
import { decideWriteOff } from '../../shared/domain/write-off.ts';
import { verdict } from './cases.ts';
import {
  disbursedLoan,
  disbursedOn,
  loanAfter,
  loanIn,
  maturesOn,
  parameters,
  writtenOffAfterSettlement,
} from './loan-cases.ts';

describe('a repayment (R17)', () => {
  const onceRepaid = loanAfter({
    type: 'loan-repayment-recorded',
    data: { principalFen: 400, interestFen: 7, paidOn: '2026-06-15' },
  });
  const today = '2026-07-01';

  // Each refused row breaks its own rule and every later one, so the table also pins the precedence.
  test.each([
    { state: 'repaid', principalFen: 601, paidOn: '2026-07-02', expected: 'state-conflict' },
    { state: 'active', principalFen: 601, paidOn: '2026-03-01', expected: 'amount-exceeds-outstanding' },
    { state: 'active', principalFen: 600, paidOn: '2026-03-01', expected: 'date-out-of-range' },
    { state: 'active', principalFen: 600, paidOn: '2026-07-02', expected: 'date-out-of-range' },
    { state: 'active', principalFen: 600, paidOn: '2026-03-02', expected: 'out-of-date-order' },
    { state: 'active', principalFen: 600, paidOn: '2026-06-14', expected: 'out-of-date-order' },
    { state: 'active', principalFen: 600, paidOn: '2026-06-15', expected: 'accepted' },
    { state: 'active', principalFen: 599, paidOn: '2026-07-01', expected: 'accepted' },
    { state: 'active', principalFen: 0, paidOn: '2026-06-16', expected: 'accepted' },
  ] as const)('of $principalFen of 600 outstanding on $paidOn, $state: $expected', ({ state, expected, ...paid }) => {
    const decision = decideRepayment({ ...onceRepaid, state }, { ...paid, interestFen: 1 }, today);
    expect(verdict(decision)).toBe(expected);
  });

  test('says the figures that decided', () => {
    const paid = { principalFen: 601, interestFen: 0, paidOn: today };
    expect(decideRepayment(onceRepaid, paid, today)).toEqual(
      refusedBy('R17', 'amount-exceeds-outstanding', { asked: 601, outstanding: 600 }),
    );
    const paidOn = (day: string) => decideRepayment(onceRepaid, { ...paid, principalFen: 1, paidOn: day }, today);
    const range = { field: 'paidOn', given: '2026-07-02', from: '2026-03-02', through: today };
    expect(paidOn('2026-07-02')).toEqual(refusedBy('R17', 'date-out-of-range', range));
    const order = { field: 'paidOn', given: '2026-06-14', last: '2026-06-15' };
    expect(paidOn('2026-06-14')).toEqual(refusedBy('R17', 'out-of-date-order', order));
  });

  test('is recorded as it was reported', () => {
    const data = { principalFen: 600, interestFen: 9, paidOn: today };
    expect(decideRepayment(onceRepaid, data, today)).toEqual(accepted({ type: 'loan-repayment-recorded', data }));
  });

  test.each(loanStates)('is taken of a loan that is %s as the rule says', (state) => {
    const taken = !['compensated', 'repaid'].includes(state);
    const decision = decideRepayment(
      loanIn[state],
      { principalFen: 0, interestFen: 1, paidOn: '2027-07-01' },
      '2027-07-01',
    );
    expect(verdict(decision)).toBe(taken ? 'accepted' : 'state-conflict');
  });

  test('is a recovery, and none of these, once a settled loan was written off', () => {
    const paid = { principalFen: 1, interestFen: 0, paidOn: '2027-07-01' };
    expect(decideRepayment(writtenOffAfterSettlement, paid, '2027-07-01')).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'written-off', allowed: 'active, overdue, non-performing, claimed' },
    });
  });

  test('of the last fen makes the loan repaid, and one that was written off stays so without being in default', () => {
    const all = {
      type: 'loan-repayment-recorded',
      data: { principalFen: 1_000, interestFen: 3, paidOn: '2027-07-01' },
    } as const;
    const allButOne = { ...all, data: { ...all.data, principalFen: 999 } };
    for (const state of ['active', 'overdue', 'non-performing', 'claimed'] as const) {
      expect(evolveLoan(loanIn[state], all)).toMatchObject({ state: 'repaid', outstandingFen: 0, nextChangeOn: null });
      expect(evolveLoan(loanIn[state], allButOne)).toMatchObject({ state, outstandingFen: 1, interestPaidFen: 3 });
    }
    const recovered = evolveLoan(loanIn['written-off'], all);
    expect(recovered).toMatchObject({ state: 'written-off', outstandingFen: 0 });
    expect(isInDefault(loanIn['written-off'])).toBe(true);
    expect(isInDefault(recovered)).toBe(false);
  });
});

describe('an extension (R18)', () => {
  const reason = '回款延迟';

  // As above: each refused row breaks its own rule and every later one.
  test.each([
    { state: 'non-performing', extensions: 1, asked: '2027-03-01', on: '2027-02-01', expected: 'state-conflict' },
    { state: 'active', extensions: 1, asked: '2027-03-01', on: '2027-02-01', expected: 'date-out-of-range' },
    { state: 'overdue', extensions: 1, asked: '2027-03-10', on: '2027-03-10', expected: 'date-out-of-range' },
    { state: 'active', extensions: 1, asked: '2028-03-01', on: '2027-02-01', expected: 'extension-limit' },
    { state: 'active', extensions: 0, asked: '2028-03-01', on: '2027-02-01', expected: 'extension-limit' },
    { state: 'active', extensions: 0, asked: '2028-02-29', on: '2027-02-01', expected: 'accepted' },
    { state: 'active', extensions: 0, asked: '2027-03-02', on: '2027-02-01', expected: 'accepted' },
    { state: 'overdue', extensions: 0, asked: '2027-03-11', on: '2027-03-10', expected: 'accepted' },
  ] as const)(
    'to $asked on $on, $state, after $extensions: $expected',
    ({ state, extensions, asked, on, expected }) => {
      const decision = decideExtension({ ...loanIn[state], extensions }, { maturesOn: asked, reason }, parameters, on);
      expect(verdict(decision)).toBe(expected);
    },
  );

  test.each([
    // The loan of the first compensation: a year through the eve of its day, so extended by a year and no longer.
    { from: '2021-03-25', to: '2022-03-24', longest: '2023-03-24' },
    { from: '2021-03-25', to: '2022-03-25', longest: '2023-03-25' },
    { from: '2021-03-25', to: '2022-03-23', longest: '2023-03-21' },
    { from: '2021-03-25', to: '2021-09-24', longest: '2022-03-27' },
    { from: '2024-02-29', to: '2024-03-28', longest: '2024-04-26' },
    { from: '2021-03-25', to: '2021-04-03', longest: '2021-04-12' },
  ])('of a loan from $from to $to reaches $longest, not a day longer', ({ from, to, longest }) => {
    const loan = { ...loanIn.active, disbursedOn: from, originalMaturesOn: to, maturesOn: to };
    const asked = (maturesOn: string) => verdict(decideExtension(loan, { maturesOn, reason }, parameters, from));
    expect(asked(longest)).toBe('accepted');
    expect(asked(addDays(longest, 1))).toBe('extension-limit');
  });

  test('says which limit it met: their number first, then their length', () => {
    const asked = { maturesOn: '2028-03-01', reason };
    expect(decideExtension({ ...loanIn.active, extensions: 1 }, asked, parameters, '2027-02-01')).toMatchObject({
      rule: 'R18',
      facts: { extensions: 1, maxExtensions: 1 },
    });
    expect(decideExtension(loanIn.active, asked, parameters, '2027-02-01')).toMatchObject({
      rule: 'R18',
      facts: { maturesOn: '2028-03-01', latest: '2028-02-29' },
    });
  });

  test('says from which day on it might be: after the old maturity, and after today', () => {
    const from = (loan: Loan, given: string, today: string) => {
      const decision = decideExtension(loan, { maturesOn: given, reason }, parameters, today);
      return decision.kind === 'refused' ? decision : null;
    };
    const range = (given: string, first: string) =>
      refusedBy('R18', 'date-out-of-range', { field: 'maturesOn', given, from: first });
    expect(from(loanIn.active, maturesOn, '2027-02-01')).toEqual(range(maturesOn, '2027-03-02'));
    expect(from(loanIn.overdue, '2027-03-10', '2027-03-10')).toEqual(range('2027-03-10', '2027-03-11'));
  });

  test('makes an overdue loan active until the day after the new maturity; the original one is kept', () => {
    const decision = decideExtension(loanIn.overdue, { maturesOn: '2027-06-30', reason }, parameters, '2027-03-10');
    if (decision.kind === 'refused') throw new Error(decision.code);
    expect(decision.events.reduce(evolveLoan, loanIn.overdue)).toMatchObject({
      state: 'active',
      maturesOn: '2027-06-30',
      originalMaturesOn: maturesOn,
      extensions: 1,
      nextChangeOn: '2027-07-01',
    });
  });
});

describe('the days alone (R19)', () => {
  test.each([
    ['2027-03-01', 'active', 0, '2027-03-02'],
    ['2027-03-02', 'overdue', 1, '2027-05-31'],
    ['2027-05-30', 'overdue', 90, '2027-05-31'],
    ['2027-05-31', 'non-performing', 91, null],
    ['2030-01-01', 'non-performing', 1037, null],
  ])('make a loan that matured on 1 March 2027, on %s, %s with %i days overdue', (day, state, days, nextChangeOn) => {
    const { loan, events } = elapsed(loanIn.active, parameters, day);
    expect(loan).toMatchObject({ state, nextChangeOn });
    expect(overdueDaysOn(loan, day)).toBe(days);
    expect(loan.nonPerformingSince).toBe(state === 'non-performing' ? '2027-05-31' : null);
    expect(elapsed(loan, parameters, day).events).toEqual([]);
    expect(events.reduce(evolveLoan, loanIn.active)).toEqual(loan);
  });

  test.each(loanStates)('leave a loan that is %s alone unless it is active or overdue', (state) => {
    const changes = elapsed(loanIn[state], parameters, '2030-01-01').events.length;
    expect(changes).toBe(state === 'active' ? 2 : state === 'overdue' ? 1 : 0);
  });

  test('end at once where non-performing follows on the first day overdue', () => {
    const { loan } = elapsed(loanIn.active, { ...parameters, nonPerformingAfterDays: 0 }, '2027-03-02');
    expect(loan.state).toBe('non-performing');
  });

  test('count nothing overdue where nothing is outstanding', () => {
    expect(overdueDaysOn(loanIn.repaid, '2028-01-01')).toBe(0);
  });
});

describe('evidence (R20)', () => {
  const paper = { kind: 'loan-contract', reference: 'A-1', documentId: null, datedOn: '2026-01-15' };
  const full = { ...loanIn.active, evidence: Array(evidenceMax).fill({ ...paper, addedOn: disbursedOn }) };
  const almostFull = { ...full, evidence: full.evidence.slice(1) };

  test.each([
    [full, '2026-07-02', 'too-many-items'],
    [almostFull, '2026-07-02', 'date-out-of-range'],
    [almostFull, '2026-07-01', 'accepted'],
  ] as const)('is kept up to the bound, dated today at the latest (case %#)', (loan, datedOn, expected) => {
    expect(verdict(decideEvidence(loan, { ...paper, datedOn }, '2026-07-01'))).toBe(expected);
  });

  test('that is refused says its bound', () => {
    expect(decideEvidence(full, paper, '2026-07-01')).toEqual(
      refusedBy('R20', 'too-many-items', { items: evidenceMax, itemsMax: evidenceMax }),
    );
    const datedOn = '2026-07-02';
    expect(decideEvidence(loanIn.active, { ...paper, datedOn }, '2026-07-01')).toEqual(
      refusedBy('R20', 'date-out-of-range', { field: 'datedOn', given: datedOn, through: '2026-07-01' }),
    );
  });

  test.each(loanStates)('is kept with a loan that is %s', (state) => {
    const decision = decideEvidence(loanIn[state], { ...paper, datedOn: null }, '2027-07-01');
    if (decision.kind === 'refused') throw new Error(decision.code);
    const { evidence } = decision.events.reduce(evolveLoan, loanIn[state]);
    expect(evidence).toEqual([{ ...paper, datedOn: null, addedOn: '2027-07-01' }]);
  });
});

describe('a write-off', () => {
  test.each([
    ['overdue', '2027-07-02', 'state-conflict'],
    ['claimed', '2027-07-02', 'state-conflict'],
    ['repaid', '2027-07-02', 'state-conflict'],
    ['written-off', '2027-07-02', 'state-conflict'],
    ['non-performing', '2027-07-02', 'date-out-of-range'],
    ['non-performing', '2026-03-01', 'date-out-of-range'],
    ['non-performing', '2027-07-01', 'accepted'],
    ['compensated', '2026-03-02', 'accepted'],
  ] as const)('of a loan that is %s, on %s: %s', (state, on, expected) => {
    expect(verdict(decideWriteOff(loanIn[state], { on, reason: '核销' }, '2027-07-01'))).toBe(expected);
  });

  test('is recorded with its day and reason, or told from when to when it might have been', () => {
    const decide = (on: string) => decideWriteOff(loanIn['non-performing'], { on, reason: '核销' }, '2027-07-01');
    expect(decide('2027-07-01')).toEqual(
      accepted({ type: 'loan-written-off', data: { on: '2027-07-01', reason: '核销' } }),
    );
    const range = { field: 'on', given: '2027-07-02', from: '2026-03-02', through: '2027-07-01' };
    expect(decide('2027-07-02')).toEqual(refusedBy(null, 'date-out-of-range', range));
  });

  test('leaves what is outstanding as it is', () => {
    expect(loanIn['written-off']).toMatchObject({
      outstandingFen: 1_000,
      writtenOffOn: '2027-06-01',
      writeOffReason: '核销',
      writtenOffFrom: 'non-performing',
    });
  });
});

test('nothing happens to a loan before its disbursement', () => {
  const event = { type: 'loan-became-non-performing', data: { since: addDays(maturesOn, 91) } } as const;
  expect(() => evolveLoan(null, event)).toThrow('loan-disbursed');
  expect(evolveLoan(null, disbursedLoan).state).toBe('active');
});
