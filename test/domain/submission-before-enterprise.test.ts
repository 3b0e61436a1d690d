import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApplicationTerms, Consent } from '../../shared/domain/application.ts';
import {
  decideSubmission,
  type FactsBeforeEnterprise,
  submissionIfEnterpriseMay,
} from '../../shared/domain/application-submission.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import {
  anEnterprise,
  anInstitution,
  aSubmission,
  bookWith,
  cap,
  guaranteed,
  someFacts,
  submitted,
  terms,
  today,
  underAgreement,
  unlisted,
} from './cases.ts';

const before = (asked: ApplicationTerms, facts: FactsBeforeEnterprise = someFacts()) =>
  submissionIfEnterpriseMay(aSubmission(asked), facts, today);
const under = (change: Parameters<typeof bookWith>[0]) =>
  someFacts({ policy: policyNamed(bookWith(change), 'measures-2024') });

describe('an application before its enterprise is read (R9, R12, R28)', () => {
  test('is what it would be of an enterprise that may apply', () => {
    expect(before(terms)).toEqual(submitted());
  });

  test.each<[why: string, asked: ApplicationTerms]>([
    ['asks for a guarantee', { ...terms, mode: 'guarantee' }],
    ['names a guarantor', { ...guaranteed, mode: 'credit' }],
    ['names an agreement', { ...underAgreement, guarantorId: null, mode: 'credit' }],
  ])('is not decided where it %s: there is more to read', (_why, asked) => {
    expect(before(asked)).toBeNull();
  });

  test('is not decided while the version limits the leverage', () => {
    expect(before(terms, under({ maxOutstandingOverFundBalance: 8 }))).toBeNull();
  });

  test.each([null, anInstitution('bank', 'suspended'), anInstitution('guarantor')])(
    'is not accepted by an institution that is no admitted bank',
    (institution) => {
      expect(before(terms, someFacts({ institution }))).toBeNull();
    },
  );

  test('is accepted at the limit of the loss ratio, and not one fen above it', () => {
    const facts = under({ suspendAtLossRatioBp: 100 });
    const at = (compensatedFen: number) =>
      before(terms, { ...facts, losses: { compensatedFen, disbursedFen: 100_000_000 } });
    expect(at(1_000_000)).toEqual(submitted());
    expect(at(1_000_001)).toBeNull();
  });

  test('is not accepted for a fen less than the least amount, nor without an authorisation that is asked for', () => {
    expect(before(terms, under({ minApplicationFen: terms.amountFen }))).toEqual(submitted());
    expect(before(terms, under({ minApplicationFen: terms.amountFen + 1 }))).toBeNull();
    expect(before(terms, under({ applicationConsentRequired: true }))).toBeNull();
  });

  test('is not decided where a document shows the authorisation: there is more to read', () => {
    const shown = { number: 'SQ-1', signedOn: today, reference: '档案 1' };
    const by = (documentId: string | null) =>
      submissionIfEnterpriseMay({ ...aSubmission(terms), consent: { ...shown, documentId } }, someFacts(), today);
    expect(by('doc-1')).toBeNull();
    expect(by(null)).toEqual(submitted({ consent: { ...shown, documentId: null } }));
  });

  test('is not accepted for a prohibited use', () => {
    expect(before({ ...terms, purpose: '购房' }, under({ useOfFundsProhibited: ['购房'] }))).toBeNull();
    expect(before(terms, under({ useOfFundsProhibited: ['购房'] }))).toEqual(submitted());
  });

  test('says yes to nothing that reading refuses for another cause than the enterprise, and the same where both say yes', () => {
    const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
    const facts = fc.record({
      enterprise: some(anEnterprise(), unlisted, null),
      exposure: fc.record({ exposureFen: some(0, cap - terms.amountFen, cap), defaults: some(0, 1) }),
      institution: some(null, anInstitution(), anInstitution('bank', 'suspended'), anInstitution('guarantor')),
      losses: some(0, 1_000_000, 1_000_001).map((compensatedFen) => ({ compensatedFen, disbursedFen: 100_000_000 })),
      leverage: some(null, { outstandingFen: 0, balanceFen: 0 }),
      policy: fc
        .record({
          suspendAtLossRatioBp: some(null, 100),
          useOfFundsProhibited: some<readonly string[] | null>(null, ['研发']),
          maxOutstandingOverFundBalance: some(null, 8),
          blockOnDefault: some(true, false),
          minApplicationFen: some(null, terms.amountFen, terms.amountFen + 1),
          applicationConsentRequired: some(true, false),
        })
        .map((change) => policyNamed(bookWith(change), 'measures-2024')),
    });
    const asked = some<ApplicationTerms>(terms, { ...terms, purpose: '周转' }, guaranteed, underAgreement);
    const shown = { number: 'SQ-1', signedOn: today, documentId: null, reference: '档案 1' };
    const consents = some<Consent | null>(null, shown, { ...shown, signedOn: '2026-03-03' });
    const ofEnterprise = ['not-listed', 'cap-exceeded', 'borrower-in-default'];
    fc.assert(
      fc.property(facts, asked, consents, (change, wanted, consent) => {
        const all = someFacts(change);
        const submission = { ...aSubmission(wanted), consent };
        const early = submissionIfEnterpriseMay(submission, all, today);
        const late = decideSubmission(submission, all, today);
        if (early && late.kind === 'refused') expect(ofEnterprise).toContain(late.code);
        if (early && late.kind !== 'refused') expect(late).toEqual(accepted(early));
      }),
      { numRuns: 2_000 },
    );
  });
});
