import { describe, expect, test } from 'vitest';
import type { Application, Consent } from '../../shared/domain/application.ts';
import { decideConsent, refusalOfConsent } from '../../shared/domain/application-consent.ts';
import { decideResubmission, decideSubmission } from '../../shared/domain/application-submission.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { faultOfParameters } from '../../shared/domain/policy-parameters.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import {
  applicationAfter,
  approved,
  aSubmission,
  bookWith,
  cap,
  code,
  historyTo,
  inState,
  returned,
  someFacts,
  states,
  submitted,
  terms,
  today,
  verdict,
} from './cases.ts';

const version = (change: Parameters<typeof bookWith>[0]) => policyNamed(bookWith(change), 'measures-2024');
const required = version({ applicationConsentRequired: true, consentValidDays: 30 });
const consentOf = (signedOn = today): Consent => ({ number: 'SQ-1', signedOn, documentId: null, reference: '档案 1' });

describe('the enterprise’s authorisation of a bank (applicationConsentRequired)', () => {
  const judged = (consent: Consent | null, appliedBy = 'rcb', policy = required) =>
    refusalOfConsent(policy, { creditCode: code, appliedBy, consent }, today);

  test('is needed by a bank, not by the enterprise itself, and by nobody while the version does not ask', () => {
    expect(judged(null)).toMatchObject({
      code: 'consent-required',
      facts: { creditCode: code, consentValidDays: 30, policy: 'measures-2024' },
    });
    expect(judged(null, code)).toBeNull();
    expect(judged(null, 'rcb', version({}))).toBeNull();
    expect(judged(consentOf())).toBeNull();
  });

  test.each([
    ['2026-01-30', 'date-out-of-range'],
    ['2026-01-31', 'accepted'],
    ['2026-03-01', 'accepted'],
    ['2026-03-02', 'accepted'],
    ['2026-03-03', 'date-out-of-range'],
  ])('signed on %s is on 2 March, thirty days allowed: %s', (signedOn, expected) => {
    const refusal = judged(consentOf(signedOn));
    expect(refusal?.code ?? 'accepted').toBe(expected);
    if (refusal) {
      const facts = { field: 'consent.signedOn', given: signedOn, from: '2026-01-31', to: today };
      expect(refusal.facts).toEqual({ ...facts, policy: 'measures-2024' });
    }
  });

  test('that is shown unasked is judged by its day all the same', () => {
    expect(judged(consentOf('2026-03-03'), 'rcb', version({}))?.code).toBe('date-out-of-range');
  });
});

describe('the least amount (minApplicationFen)', () => {
  const least = version({ minApplicationFen: 10_000_000 });
  test.each([
    [1, 'amount-below-minimum'],
    [9_999_999, 'amount-below-minimum'],
    [10_000_000, 'accepted'],
    [10_000_001, 'accepted'],
  ])('of 10,000,000 fen: an application and a resubmission of %i are %s', (amountFen, expected) => {
    const facts = someFacts({ policy: least });
    expect(verdict(decideSubmission(aSubmission({ ...terms, amountFen }), facts, today))).toBe(expected);
    const back = applicationAfter(submitted(), returned);
    expect(verdict(decideResubmission(back, { amountFen }, facts, today))).toBe(expected);
  });

  test('may not be above the cap, at which nobody could apply', () => {
    expect(faultOfParameters(version({ minApplicationFen: cap }).parameters)).toBeNull();
    expect(faultOfParameters(version({ minApplicationFen: cap + 1 }).parameters)).toMatchObject({
      facts: { parameter: 'minApplicationFen', given: cap + 1, most: cap },
    });
  });
});

describe('open applications of an institution (maxOpenApplications)', () => {
  test.each([
    [2, 'accepted'],
    [3, 'too-many-applications'],
    [4, 'too-many-applications'],
  ])('with %i of three open one more is %s', (openApplications, expected) => {
    const facts = someFacts({ openApplications, policy: version({ maxOpenApplications: 3 }) });
    expect(verdict(decideSubmission(aSubmission(terms), facts, today))).toBe(expected);
  });
});

describe('what the enterprise says of an application in its name', () => {
  const open = states.filter((state) =>
    ['submitted', 'approved-by-institution', 'returned', 'confirmed'].includes(state),
  );
  const refuse = { decision: 'refuse', reason: '未授权' } as const;

  test.each(open)('%s: it may confirm, which changes nothing but that', (state) => {
    const decision = decideConsent(inState[state], { decision: 'confirm' }, today);
    expect(decision).toEqual(accepted({ type: 'consent-confirmed', data: { on: today } }));
    const after = applicationAfter(...historyTo[state], ...(decision.kind === 'accepted' ? decision.events : []));
    expect(after).toEqual({ ...inState[state], consentConfirmedOn: today });
    expect(verdict(decideConsent(after, { decision: 'confirm' }, today))).toBe('state-conflict');
    expect(verdict(decideConsent(after, refuse, today))).toBe('accepted');
  });

  test.each(open)('%s: it may refuse, which withdraws it and releases all that it held', (state) => {
    const decision = decideConsent(inState[state], refuse, today);
    const after: Application = applicationAfter(
      ...historyTo[state],
      ...(decision.kind === 'accepted' ? decision.events : []),
    );
    const ended = { state: 'withdrawn', reservedFen: 0, expiresOn: null, reason: '未授权', consentRefusedOn: today };
    expect(after).toEqual({ ...inState[state], ...ended });
  });

  test.each(states.filter((state) => !open.includes(state)))('%s: nothing can be said any more', (state) => {
    expect(decideConsent(inState[state], refuse, today)).toMatchObject({ code: 'state-conflict', facts: { state } });
    expect(verdict(decideConsent(inState[state], { decision: 'confirm' }, today))).toBe('state-conflict');
  });

  test.each([
    ['2026-05-01', 'accepted'],
    ['2026-05-02', 'state-conflict'],
  ])('on %s, the last valid day being 1 May, it is %s', (day, expected) => {
    const waiting = applicationAfter(submitted(), approved());
    expect(verdict(decideConsent(waiting, refuse, day))).toBe(expected);
    expect(verdict(decideConsent(waiting, { decision: 'confirm' }, day))).toBe(expected);
  });
});
