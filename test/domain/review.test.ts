import { describe, expect, test } from 'vitest';
import type { Application } from '../../shared/domain/application.ts';
import { decideInstitutionReview, decideOfficeReview, type Review } from '../../shared/domain/application-review.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { LendingFacts } from '../../shared/domain/lending.ts';
import { type PolicyParameters, policyNamed } from '../../shared/domain/policy.ts';
import { accepted, refusedBy, stateConflict } from '../../shared/domain/refusal.ts';
import {
  aCertificate,
  anAgreement,
  anEnterprise,
  anInstitution,
  applicationAfter,
  approved,
  bookWith,
  cap,
  inState,
  someFacts,
  states,
  submitted,
  terms,
  today,
  underAgreement,
  verdict,
} from './cases.ts';

const approve = (approvedAmountFen: number | null = null): Review => ({
  decision: 'approve',
  approvedAmountFen,
  annualRateBp: 365,
  annualRatePpm: null,
});
const turnDown = (decision: 'reject' | 'return'): Review => ({ decision, reason: '材料不全' });

const factsWith = (parameters: Partial<PolicyParameters>, change: Partial<LendingFacts> = {}): LendingFacts => {
  const book = bookWith(parameters);
  return someFacts({ book, policy: policyNamed(book, 'measures-2024'), ...change });
};

/** `confirmed` where nobody has to look, `waiting` where an official has to. */
function outcome(
  facts: LendingFacts,
  application: Application = inState.submitted,
  review: Review = approve(),
): string {
  const decision = decideInstitutionReview(application, review, facts, today);
  if (decision.kind === 'refused') return decision.code;
  return decision.events.length === 2 ? 'confirmed' : 'waiting';
}

describe('the institution’s review', () => {
  test.each(states)('of an application that is %s', (state) => {
    for (const review of [approve(), turnDown('reject'), turnDown('return')]) {
      const decision = decideInstitutionReview(inState[state], review, someFacts(), today);
      expect(verdict(decision)).toBe(state === 'submitted' ? 'accepted' : 'state-conflict');
    }
  });

  // Each refused row breaks its own rule and every later one.
  test.each([
    [61, anInstitution('bank', 'suspended'), terms.amountFen + 1, 'state-conflict'],
    [60, anInstitution('bank', 'suspended'), terms.amountFen + 1, 'institution-not-admitted'],
    [60, anInstitution(), terms.amountFen + 1, 'amount-exceeds-applied'],
    [60, anInstitution(), terms.amountFen, 'accepted'],
    [60, anInstitution(), 1, 'accepted'],
  ] as const)('%i days after submission, by %o, of %i fen: %s', (days, institution, fen, expected) => {
    const decision = decideInstitutionReview(
      inState.submitted,
      approve(fen),
      someFacts({ institution }),
      addDays(today, days),
    );
    expect(verdict(decision)).toBe(expected);
  });

  test('after the deadline finds it expired, though the night job has not said so', () => {
    const decision = decideInstitutionReview(inState.submitted, approve(), someFacts(), addDays(today, 61));
    expect(decision).toEqual(stateConflict('expired', ['submitted']));
  });

  test('says what was asked and applied for', () => {
    const decision = decideInstitutionReview(inState.submitted, approve(terms.amountFen + 1), someFacts(), today);
    expect(decision).toMatchObject({ rule: 'R13', facts: { asked: 300_000_001, applied: 300_000_000 } });
  });

  test('turns down with a reason, admitted or not', () => {
    const facts = someFacts({ institution: anInstitution('bank', 'suspended') });
    for (const decision of ['reject', 'return'] as const) {
      expect(decideInstitutionReview(inState.submitted, turnDown(decision), facts, today)).toMatchObject({
        events: [{ type: `application-${decision}ed`, data: { reason: '材料不全' } }],
      });
    }
  });

  test('approves all that was applied for unless it says less', () => {
    const all = decideInstitutionReview(inState.submitted, approve(), someFacts(), today);
    expect(all).toMatchObject({ events: [approved(), {}] });
    const less = decideInstitutionReview(inState.submitted, approve(1), someFacts(), today);
    expect(less).toMatchObject({ events: [{ data: { approvedAmountFen: 1 } }, { data: { approvedAmountFen: 1 } }] });
  });
});

describe('a confirmation by itself', () => {
  test('is valid ninety days and says that nobody looked', () => {
    const decision = decideInstitutionReview(inState.submitted, approve(), someFacts(), today);
    expect(decision).toMatchObject({
      events: [{}, { data: { automatic: true, confirmedOn: today, expiresOn: '2026-05-31' } }],
    });
  });

  test.each([
    ['2026-05-31', 'confirmed'],
    ['2026-05-30', 'waiting'],
    [null, 'confirmed'],
  ])('needs a listing that outlives it by ninety days: certificate until %s, %s', (validUntil, expected) => {
    const enterprise = anEnterprise({ certificates: [aCertificate(validUntil)] });
    expect(outcome(someFacts({ enterprise }))).toBe(expected);
  });

  test.each([
    [3, '2026-03-05', 'confirmed'],
    [4, '2026-03-05', 'waiting'],
  ])(
    'takes the days from the version: %i days, certificate until %s, %s',
    (approvalValidDays, validUntil, expected) => {
      const enterprise = anEnterprise({ certificates: [aCertificate(validUntil)] });
      expect(outcome(factsWith({ approvalValidDays }, { enterprise }))).toBe(expected);
    },
  );

  test('goes over from one certificate to the next without a gap', () => {
    const certificates = [
      aCertificate('2026-04-10'),
      aCertificate(null, { category: 'gazelle', issuedOn: '2026-04-11' }),
    ];
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates }) }))).toBe('confirmed');
    const gap = [aCertificate('2026-04-10'), aCertificate(null, { category: 'gazelle', issuedOn: '2026-04-12' })];
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates: gap }) }))).toBe('waiting');
  });

  test('is not for an enterprise that is on the list by inclusion', () => {
    const inclusions = [{ inclusionId: 'inc-1', from: '2026-01-01', until: null }];
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates: [], inclusions }) }))).toBe('waiting');
  });

  test('is not for a listing by certificate that goes over into an inclusion before the ninety days are out', () => {
    const inclusions = [{ inclusionId: 'inc-1', from: '2026-01-01', until: null }];
    const certificates = [aCertificate('2026-05-30')];
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates, inclusions }) }))).toBe('waiting');
    const throughout = [aCertificate('2026-05-31')];
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates: throughout, inclusions }) }))).toBe(
      'confirmed',
    );
  });

  test('is not for one that is no longer on the list, and the institution may approve all the same', () => {
    expect(outcome(someFacts({ enterprise: anEnterprise({ certificates: [aCertificate('2026-03-01')] }) }))).toBe(
      'waiting',
    );
    expect(outcome(someFacts({ enterprise: null }))).toBe('waiting');
  });

  test.each([
    [terms.amountFen - 1, 'waiting'],
    [terms.amountFen, 'confirmed'],
    [terms.amountFen + 1, 'confirmed'],
  ])('goes up to the amount of the version: up to %i fen, %s', (automaticConfirmationUpToFen, expected) => {
    expect(outcome(factsWith({ automaticConfirmationUpToFen }))).toBe(expected);
  });

  test('counts what was approved, not what was applied for', () => {
    const facts = factsWith({ automaticConfirmationUpToFen: 100 });
    expect(outcome(facts, inState.submitted, approve(100))).toBe('confirmed');
    expect(outcome(facts, inState.submitted, approve(101))).toBe('waiting');
  });

  test('goes up to the cap where the version names no amount', () => {
    const application = applicationAfter(submitted({ amountFen: cap }));
    expect(outcome(someFacts(), application)).toBe('confirmed');
    expect(outcome(factsWith({ enterpriseCapFen: cap - 1 }), application)).toBe('waiting');
  });

  test('is not where the version switches it off', () => {
    expect(outcome(factsWith({ automaticConfirmation: false }))).toBe('waiting');
  });

  test.each([
    [cap, terms.amountFen, 'confirmed'],
    [cap + 1, terms.amountFen, 'waiting'],
    [cap + 1, terms.amountFen - 1, 'confirmed'],
  ])(
    'needs all that is then reserved and lent under the cap: %i fen, %i approved, %s',
    (exposureFen, fen, expected) => {
      const facts = someFacts({ exposure: { exposureFen, defaults: 0 } });
      expect(outcome(facts, inState.submitted, approve(fen))).toBe(expected);
    },
  );

  test('is not for an enterprise in default, unless the version does not ask', () => {
    const exposure = { exposureFen: 0, defaults: 1 };
    expect(outcome(someFacts({ exposure }))).toBe('waiting');
    expect(outcome(factsWith({ blockOnDefault: false }, { exposure }))).toBe('confirmed');
  });

  test.each([
    ['all well', {}, {}, 'confirmed'],
    ['guarantor suspended', { guarantor: anInstitution('guarantor', 'suspended') }, {}, 'waiting'],
    ['guarantor unknown', { guarantor: null }, {}, 'waiting'],
    ['agreement run out yesterday', { agreement: anAgreement({ validUntil: '2026-03-01' }) }, {}, 'waiting'],
    ['agreement until today', { agreement: anAgreement({ validUntil: today }) }, {}, 'confirmed'],
    ['guarantor asked to confirm', {}, { requireGuarantorConfirmation: true }, 'waiting'],
  ] as const)('with a guarantee: %s', (_, change, parameters, expected) => {
    const application = applicationAfter(submitted(underAgreement));
    expect(outcome(factsWith(parameters, change), application)).toBe(expected);
  });

  test('does not ask a guarantor where there is none', () => {
    expect(outcome(factsWith({ requireGuarantorConfirmation: true }))).toBe('confirmed');
  });
});

describe('the office’s review', () => {
  const waiting = applicationAfter(submitted(), approved(200_000_000));
  const review = (given: Review, day = today, application = waiting) =>
    decideOfficeReview(application, given, someFacts(), day);

  test.each(states)('of an application that is %s', (state) => {
    for (const given of [approve(), turnDown('reject'), turnDown('return')]) {
      const decision = decideOfficeReview(inState[state], given, someFacts(), today);
      expect(verdict(decision)).toBe(state === 'approved-by-institution' ? 'accepted' : 'state-conflict');
    }
  });

  test.each([
    [61, 200_000_001, 'state-conflict'],
    [60, 200_000_001, 'amount-exceeds-approved'],
    [60, 200_000_000, 'accepted'],
    [60, 1, 'accepted'],
  ])('%i days after submission, of %i fen where 200,000,000 were approved: %s', (days, fen, expected) => {
    expect(verdict(review(approve(fen), addDays(today, days)))).toBe(expected);
  });

  test('after the deadline finds it expired, though the night job has not said so', () => {
    expect(review(approve(), addDays(today, 61))).toEqual(stateConflict('expired', ['approved-by-institution']));
  });

  test.each([
    ['reject', 'application-rejected'],
    ['return', 'application-returned'],
  ] as const)('may %s it with a reason', (decision, type) => {
    expect(review(turnDown(decision))).toEqual(accepted({ type, data: { reason: '材料不全' } }));
  });

  test('above what the institution approved says what was asked and approved', () => {
    const facts = { asked: 200_000_001, approved: 200_000_000 };
    expect(review(approve(200_000_001))).toEqual(refusedBy('R13', 'amount-exceeds-approved', facts));
  });

  test('confirms what the institution approved, for ninety days from that day', () => {
    const day = addDays(today, 7);
    expect(review(approve(), day)).toMatchObject({
      events: [
        {
          type: 'application-confirmed',
          data: { automatic: false, approvedAmountFen: 200_000_000, confirmedOn: day, expiresOn: addDays(day, 90) },
        },
      ],
    });
  });

  test('needs no listing on that day: the disbursement does', () => {
    const facts = someFacts({ enterprise: anEnterprise({ certificates: [] }) });
    expect(verdict(decideOfficeReview(waiting, approve(), facts, today))).toBe('accepted');
  });
});
