import { describe, expect, test } from 'vitest';
import type { Application, ApplicationTerms } from '../../shared/domain/application.ts';
import { decideResubmission, resubmittedTerms } from '../../shared/domain/application-submission.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { LendingFacts } from '../../shared/domain/lending.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { stateConflict } from '../../shared/domain/refusal.ts';
import {
  anAgreement,
  applicationAfter,
  approved,
  cap,
  inState,
  returned,
  someFacts,
  states,
  submitted,
  terms,
  today,
  underAgreement,
  unlisted,
  verdict,
} from './cases.ts';

const open = inState.returned;
const resubmit = (
  change: Partial<ApplicationTerms>,
  facts: LendingFacts = someFacts(),
  application: Application = open,
  day = today,
) => decideResubmission(application, change, facts, day);

describe('a resubmission', () => {
  test.each(states)('of an application that is %s', (state) => {
    const decision = resubmit({}, someFacts(), inState[state]);
    expect(verdict(decision)).toBe(state === 'returned' ? 'accepted' : 'state-conflict');
    if (decision.kind === 'refused') expect(decision.facts).toEqual({ state, allowed: 'returned' });
  });

  test.each([
    [60, 'accepted'],
    [61, 'state-conflict'],
  ])('%i days after the submission: %s', (days, expected) => {
    const day = addDays(today, days);
    const decision = resubmit({}, someFacts(), open, day);
    expect(verdict(decision)).toBe(expected);
    if (decision.kind === 'refused') expect(decision).toEqual(stateConflict('expired', ['returned']));
  });

  test('that has run out is refused for that before any rule', () => {
    const facts = someFacts({ enterprise: unlisted, institution: null });
    expect(verdict(resubmit({}, facts, open, addDays(today, 61)))).toBe('state-conflict');
    expect(verdict(resubmit({}, facts))).toBe('not-listed');
  });

  test.each([
    [cap, 0, 'accepted'],
    [cap, -1, 'accepted'],
    [cap, 1, 'cap-exceeded'],
    [cap - 1, 1, 'accepted'],
    [cap - 1, 2, 'cap-exceeded'],
    [cap + 10, -5, 'accepted'],
  ])(
    'with %i fen used and %i more than before: %s, because only the difference needs room',
    (exposureFen, more, expected) => {
      const facts = someFacts({ exposure: { exposureFen, defaults: 0 } });
      expect(verdict(resubmit({ amountFen: terms.amountFen + more }, facts))).toBe(expected);
    },
  );

  test('after the institution approved less needs room for what lies above the lower reservation', () => {
    const application = applicationAfter(submitted(), approved(200_000_000), returned);
    const facts = someFacts({ exposure: { exposureFen: cap - 100_000_000, defaults: 0 } });
    expect(verdict(resubmit({}, facts, application))).toBe('accepted');
    expect(resubmit({ amountFen: 300_000_001 }, facts, application)).toMatchObject({
      code: 'cap-exceeded',
      facts: { asked: 100_000_001, left: 100_000_000 },
    });
  });

  test('is judged by the version in force that day, not by the one it had', () => {
    const policy = policyNamed(builtInPolicies, 'measures-2024');
    const application = applicationAfter(submitted({ policy: 'former-measures' }), returned);
    expect(resubmit({}, someFacts({ policy }), application)).toMatchObject({
      events: [{ data: { policy: 'measures-2024' } }],
    });
  });

  test('has sixty days again from that day', () => {
    const day = addDays(today, 30);
    expect(resubmit({}, someFacts(), open, day)).toMatchObject({
      events: [{ type: 'application-resubmitted', data: { submittedOn: day, expiresOn: addDays(day, 60) } }],
    });
  });

  test('under the same agreement needs quota for the difference, under another for all', () => {
    const application = applicationAfter(submitted(underAgreement), returned);
    const full = { quotaUsedFen: 5_000_000_000 };
    expect(verdict(resubmit({}, someFacts(full), application))).toBe('accepted');
    expect(verdict(resubmit({}, someFacts({ quotaUsedFen: 5_000_000_001 }), application))).toBe('accepted');
    expect(verdict(resubmit({ amountFen: terms.amountFen + 1 }, someFacts(full), application))).toBe('quota-exceeded');
    const other = someFacts({ ...full, agreement: anAgreement({ agreementId: 'agr-2' }) });
    expect(resubmit({ agreementId: 'agr-2' }, other, application)).toMatchObject({
      code: 'quota-exceeded',
      facts: { asked: terms.amountFen },
    });
  });

  test('keeps what it does not name', () => {
    const application = applicationAfter(submitted(underAgreement), returned);
    expect(resubmittedTerms(application, { purpose: '设备' })).toEqual({ ...underAgreement, purpose: '设备' });
  });

  test('for another mode lets guarantor and agreement go, unless it names them', () => {
    const application = applicationAfter(submitted(underAgreement), returned);
    expect(resubmittedTerms(application, { mode: 'credit' })).toMatchObject({
      mode: 'credit',
      guarantorId: null,
      agreementId: null,
    });
    expect(resubmittedTerms(application, { mode: 'credit', guarantorId: 'other' })).toMatchObject({
      mode: 'guarantee',
      guarantorId: 'other',
      agreementId: 'agr-1',
    });
    expect(resubmittedTerms(application, { mode: 'guarantee' })).toMatchObject({ guarantorId: 'talent-guarantee' });
  });
});
