import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../shared/domain/calendar.ts';
import type { Disbursement } from '../../shared/domain/disbursement.ts';
import type { LendingFacts } from '../../shared/domain/lending.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { type Facts, refusedBy } from '../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../shared/domain/refusal-facts.ts';
import {
  aCertificate,
  anAgreement,
  anEnterprise,
  anInstitution,
  applicationAfter,
  approved,
  bookWith,
  cap,
  confirmed,
  inState,
  someFacts,
  states,
  submitted,
  terms,
  today,
  underAgreement,
  verdict,
} from './cases.ts';
import { aDisbursement, disburse, lapsed, lastValidDay } from './disbursement-cases.ts';

const certifiedUntil = (validUntil: Day | null): Partial<LendingFacts> => ({
  enterprise: anEnterprise({ certificates: [aCertificate(validUntil)] }),
});

describe('a disbursement', () => {
  test.each(states)('of an application that is %s', (state) => {
    const decision = disburse({}, { application: inState[state] });
    expect(verdict(decision)).toBe(state === 'confirmed' ? 'accepted' : 'state-conflict');
    if (decision.kind === 'refused') expect(decision.facts).toEqual({ state, allowed: 'confirmed' });
  });

  // Every row breaks its own rule and every later one, so the table also pins the precedence.
  const suspended = anInstitution('bank', 'suspended');
  const noGuarantor = anInstitution('guarantor', 'suspended');
  const unlisted = certifiedUntil('2026-02-28');
  const allWrong = { amountFen: terms.amountFen + 1, disbursedOn: '2026-03-01', maturesOn: '2026-03-01' };
  const full = { exposure: { exposureFen: cap, defaults: 0 }, quotaUsedFen: 5_000_000_000 };
  test.each([
    [
      'beyond the late window',
      allWrong,
      { institution: suspended, guarantor: noGuarantor, ...unlisted, ...full },
      121,
      true,
      'state-conflict',
    ],
    [
      'of a contract already there',
      allWrong,
      { institution: suspended, guarantor: noGuarantor, ...unlisted, ...full },
      120,
      true,
      'already-exists',
    ],
    [
      'of more than approved',
      allWrong,
      { institution: suspended, guarantor: noGuarantor, ...unlisted, ...full },
      120,
      false,
      'amount-exceeds-approved',
    ],
    [
      'before the confirmation',
      { disbursedOn: '2026-03-01', maturesOn: '2026-03-01' },
      { institution: suspended, guarantor: noGuarantor, ...unlisted, ...full },
      120,
      false,
      'date-out-of-range',
    ],
    [
      'to an enterprise off the list',
      { maturesOn: today },
      { institution: suspended, guarantor: noGuarantor, ...unlisted, ...full },
      120,
      false,
      'not-listed',
    ],
    [
      'by a bank not admitted',
      { maturesOn: today },
      { institution: suspended, guarantor: noGuarantor, ...full },
      120,
      false,
      'institution-not-admitted',
    ],
    [
      'with a guarantor not admitted',
      { maturesOn: today },
      { guarantor: noGuarantor, ...full },
      120,
      false,
      'guarantor-not-admitted',
    ],
    ['that matures on its day', { maturesOn: today }, full, 120, false, 'date-out-of-range'],
    ['for more than 36 months', { maturesOn: '2029-03-03' }, full, 120, false, 'term-too-long'],
    ['reported late with no room under the cap', {}, full, 120, false, 'cap-exceeded'],
    [
      'reported late with no quota left',
      {},
      { ...full, exposure: { exposureFen: 0, defaults: 0 } },
      120,
      false,
      'quota-exceeded',
    ],
    ['reported late and in order', {}, {}, 120, false, 'accepted'],
  ] as const)('%s', (_, change, facts, days, taken, expected) => {
    const given = { facts: someFacts(facts), application: lapsed, day: addDays(today, days), taken };
    expect(verdict(disburse(change, given))).toBe(expected);
  });

  test.each([
    [terms.amountFen, 'accepted'],
    [terms.amountFen + 1, 'amount-exceeds-approved'],
    [1, 'accepted'],
  ])('of %i fen where 300,000,000 are approved: %s', (amountFen, expected) => {
    expect(verdict(disburse({ amountFen }))).toBe(expected);
  });

  test.each([
    ['2026-03-01', 5, 'date-out-of-range'],
    ['2026-03-02', 5, 'accepted'],
    ['2026-03-07', 5, 'accepted'],
    ['2026-03-08', 5, 'date-out-of-range'],
    [lastValidDay, 90, 'accepted'],
  ] as const)('made on %s and reported %i days after the confirmation: %s', (disbursedOn, days, expected) => {
    const decision = disburse({ disbursedOn, maturesOn: '2027-01-01' }, { day: addDays(today, days) });
    expect(verdict(decision)).toBe(expected);
  });

  test.each([
    [200_000_000, 'accepted'],
    [200_000_001, 'amount-exceeds-approved'],
  ])('of %i fen where 300,000,000 were applied for and 200,000,000 approved: %s', (amountFen, expected) => {
    const application = applicationAfter(submitted(), approved(200_000_000), confirmed(200_000_000));
    expect(verdict(disburse({ amountFen }, { application }))).toBe(expected);
  });

  test.each<readonly [Partial<Disbursement>, boolean, RefusalCode, Facts]>([
    [
      { disbursedOn: '2026-03-08' },
      false,
      'date-out-of-range',
      { field: 'disbursedOn', given: '2026-03-08', from: '2026-03-02', through: '2026-03-07' },
    ],
    [{ noteNumber: 'J-1' }, true, 'already-exists', { contractNumber: 'HT-1', noteNumber: 'J-1' }],
    [{ amountFen: 300_000_001 }, false, 'amount-exceeds-approved', { asked: 300_000_001, approved: 300_000_000 }],
    [
      { maturesOn: '2026-03-02' },
      false,
      'date-out-of-range',
      { field: 'maturesOn', given: '2026-03-02', from: '2026-03-03' },
    ],
    [
      { maturesOn: '2029-03-03' },
      false,
      'term-too-long',
      { maturesOn: '2029-03-03', latest: '2029-03-02', maxTermMonths: 36 },
    ],
  ])('of %j, its contract taken: %s, is refused with what decided: %s %j', (change, taken, code, facts) => {
    expect(disburse(change, { day: '2026-03-07', taken })).toEqual(refusedBy('R15', code, facts));
  });

  test.each([
    ['2026-03-05', '2026-03-05', 'accepted'],
    ['2026-03-04', '2026-03-05', 'not-listed'],
  ] as const)(
    'with a certificate until %s, made on %s: %s, whenever it is reported',
    (validUntil, disbursedOn, expected) => {
      const facts = someFacts(certifiedUntil(validUntil));
      expect(verdict(disburse({ disbursedOn }, { facts, day: '2026-04-01' }))).toBe(expected);
    },
  );

  test('of a bank admitted on that day stands, although it is suspended today', () => {
    const admissions = [
      { state: 'admitted', from: '2018-01-01', reason: 'case' },
      { state: 'suspended', from: '2026-03-10', reason: 'case' },
    ] as const;
    const facts = someFacts({ institution: { ...anInstitution(), admissions } });
    expect(verdict(disburse({ disbursedOn: '2026-03-09' }, { facts, day: '2026-03-15' }))).toBe('accepted');
    expect(verdict(disburse({ disbursedOn: '2026-03-10' }, { facts, day: '2026-03-15' }))).toBe(
      'institution-not-admitted',
    );
  });

  test.each([
    ['2026-03-02', '2026-03-02', 'date-out-of-range'],
    ['2026-03-02', '2026-03-03', 'accepted'],
    ['2026-03-02', '2029-03-02', 'accepted'],
    ['2026-03-02', '2029-03-03', 'term-too-long'],
    ['2026-03-31', '2029-03-31', 'accepted'],
    ['2026-03-31', '2029-04-01', 'term-too-long'],
  ] as const)('made on %s and maturing on %s: %s', (disbursedOn, maturesOn, expected) => {
    expect(verdict(disburse({ disbursedOn, maturesOn }, { day: '2026-04-01' }))).toBe(expected);
  });

  test.each([
    ['2026-03-31', 1, '2026-04-30', 'accepted'],
    ['2026-03-31', 1, '2026-05-01', 'term-too-long'],
    ['2026-03-31', 11, '2027-02-28', 'accepted'],
    ['2026-03-31', 11, '2027-03-01', 'term-too-long'],
    ['2026-03-31', null, '2099-01-01', 'accepted'],
  ] as const)(
    'at a month’s end, %s with at most %s months, maturing on %s: %s',
    (disbursedOn, maxTermMonths, maturesOn, expected) => {
      const book = bookWith({ maxTermMonths });
      const facts = someFacts({ book, policy: policyNamed(book, 'measures-2024') });
      expect(verdict(disburse({ disbursedOn, maturesOn }, { facts, day: '2026-04-01' }))).toBe(expected);
    },
  );

  test('makes a loan that says all that the application said of it', () => {
    const application = applicationAfter(submitted(underAgreement), approved(), confirmed());
    expect(disburse({ disbursedOn: today, noteNumber: 'J-1' }, { application, day: '2026-03-04' })).toEqual({
      kind: 'accepted',
      application: [
        { type: 'application-disbursed', data: { loanId: 'loan-1', amountFen: terms.amountFen, disbursedOn: today } },
      ],
      loan: [
        {
          type: 'loan-disbursed',
          data: {
            ...aDisbursement({ noteNumber: 'J-1' }),
            applicationId: 'app-1',
            creditCode: application.creditCode,
            institutionId: 'rcb',
            mode: 'guarantee',
            guarantorId: 'talent-guarantee',
            agreementId: 'agr-1',
            policy: 'measures-2024',
            reportedOn: '2026-03-04',
          },
        },
      ],
    });
  });

  test('raises nothing, so a full cap and a full quota do not stop it', () => {
    const application = applicationAfter(submitted(underAgreement), approved(), confirmed());
    const facts = someFacts({ exposure: { exposureFen: cap + 1, defaults: 3 }, quotaUsedFen: 5_000_000_000 });
    expect(verdict(disburse({}, { application, facts }))).toBe('accepted');
  });

  test.each([
    ['in time', addDays(today, 1)],
    ['late', addDays(lastValidDay, 1)],
  ])('reported %s under an agreement that has ended stands, as the application named it while it held', (_, day) => {
    const application = applicationAfter(submitted(underAgreement), approved(), confirmed());
    const exposure = { exposureFen: terms.amountFen, defaults: 0 };
    const agreement = anAgreement({ validUntil: today });
    const facts = someFacts({ agreement, exposure, quotaUsedFen: terms.amountFen });
    const report = { disbursedOn: addDays(today, 1), maturesOn: '2027-03-01' };
    expect(verdict(disburse(report, { application, facts, day }))).toBe('accepted');
  });
});
