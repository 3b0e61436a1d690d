import { describe, expect, test } from 'vitest';
import type { Application } from '../../shared/domain/application.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { Disbursement } from '../../shared/domain/disbursement.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { stateConflict } from '../../shared/domain/refusal.ts';
import {
  anAgreement,
  applicationAfter,
  approved,
  bookWith,
  cap,
  confirmed,
  disbursed,
  expired,
  inState,
  someFacts,
  submitted,
  terms,
  today,
  underAgreement,
  verdict,
} from './cases.ts';
import { disburse, lapsed, lastValidDay } from './disbursement-cases.ts';

describe('a disbursement reported late', () => {
  const late = (
    days: number,
    change: Partial<Disbursement> = {},
    facts = someFacts(),
    application: Application = lapsed,
  ) => disburse({ maturesOn: '2027-03-01', ...change }, { application, facts, day: addDays(today, days) });

  test.each([
    [91, 'accepted'],
    [120, 'accepted'],
    [121, 'state-conflict'],
  ])('%i days after the confirmation: %s', (days, expected) => {
    expect(verdict(late(days))).toBe(expected);
    // The same whether or not the night job has said that it expired.
    expect(
      verdict(
        late(days, {}, someFacts({ exposure: { exposureFen: terms.amountFen, defaults: 0 } }), inState.confirmed),
      ),
    ).toBe(expected);
  });

  test.each([
    [lastValidDay, 'accepted'],
    [addDays(lastValidDay, 1), 'date-out-of-range'],
  ] as const)('counts only if it was made within the validity: on %s, %s', (disbursedOn, expected) => {
    expect(verdict(late(100, { disbursedOn }))).toBe(expected);
  });

  test('whose window is over says that it has expired', () => {
    expect(late(121, {}, someFacts(), inState.confirmed)).toMatchObject({ facts: { state: 'expired' } });
    expect(late(121)).toMatchObject({ facts: { state: 'expired' } });
  });

  test('of an application that expired before it was confirmed does not count', () => {
    expect(verdict(late(91, {}, someFacts(), inState.expired))).toBe('state-conflict');
    const neverConfirmed = applicationAfter(submitted(), approved());
    expect(verdict(late(91, {}, someFacts(), neverConfirmed))).toBe('state-conflict');
  });

  test('is one drawdown like every other: there is no second', () => {
    const drawn = applicationAfter(submitted(), approved(), confirmed(), expired, disbursed);
    expect(late(100, {}, someFacts(), drawn)).toEqual(stateConflict('disbursed', ['confirmed']));
  });

  test.each([
    [cap - terms.amountFen, 'accepted'],
    [cap - terms.amountFen + 1, 'cap-exceeded'],
  ])('needs room under the cap again: %i fen used by others, %s', (others, expected) => {
    const released = someFacts({ exposure: { exposureFen: others, defaults: 0 } });
    expect(verdict(late(91, {}, released))).toBe(expected);
    const heldStill = someFacts({ exposure: { exposureFen: others + terms.amountFen, defaults: 0 } });
    expect(verdict(late(91, {}, heldStill, inState.confirmed))).toBe(expected);
  });

  test.each([
    [5_000_000_000 - terms.amountFen, 'accepted'],
    [5_000_000_000 - terms.amountFen + 1, 'quota-exceeded'],
  ])('needs room under the quota again: %i fen used by others, %s', (others, expected) => {
    const agreement = anAgreement();
    expect(verdict(late(91, {}, someFacts({ agreement, quotaUsedFen: others })))).toBe(expected);
    const held = applicationAfter(submitted(underAgreement), approved(), confirmed());
    const exposure = { exposureFen: terms.amountFen, defaults: 0 };
    const facts = someFacts({ agreement, exposure, quotaUsedFen: others + terms.amountFen });
    expect(verdict(late(91, {}, facts, held))).toBe(expected);
  });

  test('before the night job has run says first that the confirmation expired', () => {
    const decision = late(
      95,
      {},
      someFacts({ exposure: { exposureFen: terms.amountFen, defaults: 0 } }),
      inState.confirmed,
    );
    expect(decision).toMatchObject({
      application: [
        { type: 'application-expired', data: { on: addDays(today, 95) } },
        { type: 'application-disbursed' },
      ],
    });
  });

  test('takes its window from the version', () => {
    const book = bookWith({ lateReportDays: 0 });
    const facts = someFacts({ book, policy: policyNamed(book, 'measures-2024') });
    expect(verdict(late(91, {}, facts))).toBe('state-conflict');
    expect(verdict(late(90, {}, facts, inState.confirmed))).toBe('accepted');
  });
});

// It matures the day after it was disbursed: overdue the day after that, non-performing on overdue day 91 (R19).
test.each<[days: number, events: readonly string[]]>([
  [1, []],
  [2, ['loan-became-overdue']],
  [91, ['loan-became-overdue']],
  [92, ['loan-became-overdue', 'loan-became-non-performing']],
])('a disbursement reported %i days later is of a loan as the days have made it', (days, events) => {
  const decision = disburse(
    { maturesOn: addDays(today, 1) },
    { application: lapsedOrNot(days), day: addDays(today, days) },
  );
  if (decision.kind === 'refused') throw new Error(decision.code);
  expect(decision.loan.map(({ type }) => type)).toEqual(['loan-disbursed', ...events]);
});

const lapsedOrNot = (days: number): Application => (days > 90 ? lapsed : inState.confirmed);
