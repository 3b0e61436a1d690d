import { describe, expect, test } from 'vitest';
import type { ApplicationTerms } from '../../shared/domain/application.ts';
import { decideSubmission } from '../../shared/domain/application-submission.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import type { LendingFacts } from '../../shared/domain/lending.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { accepted, refusedBy } from '../../shared/domain/refusal.ts';
import {
  aCertificate,
  anAgreement,
  anEnterprise,
  anInstitution,
  aSubmission,
  bookWith,
  cap,
  code,
  guaranteed,
  someFacts,
  submitted,
  terms,
  today,
  underAgreement,
  unlisted,
  verdict,
} from './cases.ts';

const submit = (asked: ApplicationTerms, facts: LendingFacts) => decideSubmission(aSubmission(asked), facts, today);

/** Facts that break every rule at once; each row of the table mends one more. */
const brings = { applicationConsentRequired: true, minApplicationFen: terms.amountFen + 1, maxOpenApplications: 1 };
const limits = { suspendAtLossRatioBp: 100 };
const under = (change: Parameters<typeof bookWith>[0]) => policyNamed(bookWith(change), 'measures-2024');
const nothingBrought = someFacts({
  openApplications: 1,
  enterprise: null,
  institution: null,
  guarantor: null,
  exposure: { exposureFen: cap, defaults: 1 },
  agreement: anAgreement({ validUntil: '2026-03-01' }),
  quotaUsedFen: 5_000_000_000,
  // One fen above a hundredth of what was disbursed.
  losses: { compensatedFen: 1_000_001, disbursedFen: 100_000_000 },
  policy: under({ ...limits, ...brings }),
});
const authorised = { ...nothingBrought, policy: under({ ...limits, ...brings, applicationConsentRequired: false }) };
const enough = { ...nothingBrought, policy: under({ ...limits, maxOpenApplications: 1 }) };
const allWrong = { ...enough, policy: under({ ...limits, maxOpenApplications: 2 }) };
const listed = { ...allWrong, enterprise: anEnterprise() };
const admitted = { ...listed, institution: anInstitution() };
const withGuarantor = { ...admitted, guarantor: anInstitution('guarantor') };
const withRoom = { ...withGuarantor, exposure: { exposureFen: cap - terms.amountFen, defaults: 1 } };
const validAgreement = { ...withRoom, agreement: anAgreement({ validUntil: today }) };
const withQuota = { ...validAgreement, quotaUsedFen: 5_000_000_000 - terms.amountFen };
const noDefault = { ...withQuota, exposure: { exposureFen: cap - terms.amountFen, defaults: 0 } };
const atLimit = { ...noDefault, losses: { compensatedFen: 1_000_000, disbursedFen: 100_000_000 } };

describe('an application', () => {
  // Each refused row breaks its own rule and every later one, so the table also pins the precedence.
  test.each([
    ['of a bank that shows no authorisation', nothingBrought, 'consent-required', 'R1'],
    ['for a fen less than the least amount', authorised, 'amount-below-minimum', 'R1'],
    ['to a bank with as many open as it may have', enough, 'too-many-applications', 'R1'],
    ['of an enterprise that nobody knows', allWrong, 'not-listed', 'R5'],
    ['of one that is not on the list', { ...allWrong, enterprise: unlisted }, 'not-listed', 'R5'],
    ['to an institution that nobody knows', listed, 'institution-not-admitted', 'R9'],
    [
      'to one that has only applied',
      { ...listed, institution: anInstitution('bank', 'applied') },
      'institution-not-admitted',
      'R9',
    ],
    [
      'to one that is suspended',
      { ...listed, institution: anInstitution('bank', 'suspended') },
      'institution-not-admitted',
      'R9',
    ],
    [
      'to one admitted from tomorrow',
      { ...listed, institution: anInstitution('bank', 'admitted', '2026-03-03') },
      'institution-not-admitted',
      'R9',
    ],
    [
      'to a guarantor in place of a bank',
      { ...listed, institution: anInstitution('guarantor') },
      'institution-not-admitted',
      'R9',
    ],
    ['with a guarantor that nobody knows', admitted, 'guarantor-not-admitted', 'R9'],
    [
      'with a guarantor that is withdrawn',
      { ...admitted, guarantor: anInstitution('guarantor', 'withdrawn') },
      'guarantor-not-admitted',
      'R9',
    ],
    ['with a bank as guarantor', { ...admitted, guarantor: anInstitution('bank') }, 'guarantor-not-admitted', 'R9'],
    ['over the cap', withGuarantor, 'cap-exceeded', 'R10'],
    ['under an agreement that ran out yesterday', withRoom, 'agreement-not-valid', 'R12'],
    ['over the quota', validAgreement, 'quota-exceeded', 'R12'],
    ['of an enterprise in default', withQuota, 'borrower-in-default', 'R16'],
    ['to a bank whose breaker is open', noDefault, 'breaker-open', 'R28'],
    ['that breaks nothing', atLimit, 'accepted', undefined],
  ] as const)('%s: %s', (_, facts, expected, rule) => {
    const decision = submit(underAgreement, facts);
    expect(verdict(decision)).toBe(expected);
    expect(decision.kind === 'refused' ? decision.rule : undefined).toBe(rule);
  });

  test.each([
    [0, cap - 1, 'accepted'],
    [0, cap, 'accepted'],
    [0, cap + 1, 'cap-exceeded'],
    [1, cap - 1, 'accepted'],
    [1, cap, 'cap-exceeded'],
    [cap, 1, 'cap-exceeded'],
    [cap + 5, 1, 'cap-exceeded'],
  ])('%i fen used, %i asked: %s', (exposureFen, amountFen, expected) => {
    const decision = submit({ ...terms, amountFen }, someFacts({ exposure: { exposureFen, defaults: 0 } }));
    expect(verdict(decision)).toBe(expected);
  });

  test('says cap, asked, used and left, which is never below nothing', () => {
    const decision = submit(terms, someFacts({ exposure: { exposureFen: cap + 5, defaults: 0 } }));
    expect(decision).toMatchObject({
      rule: 'R10',
      facts: { cap, asked: terms.amountFen, used: cap + 5, left: 0, policy: 'measures-2024' },
    });
  });

  test('under the former measures has the former cap', () => {
    const policy = policyNamed(builtInPolicies, 'former-measures');
    const facts = someFacts({ policy });
    expect(verdict(submit({ ...terms, amountFen: 300_000_000 }, facts))).toBe('accepted');
    expect(submit({ ...terms, amountFen: 300_000_001 }, facts)).toMatchObject({ facts: { cap: 300_000_000 } });
  });

  test.each([
    [4_700_000_000, 'accepted'],
    [4_700_000_001, 'quota-exceeded'],
  ])('with %i fen of the quota used: %s, because the whole principal must fit it', (quotaUsedFen, expected) => {
    expect(verdict(submit(underAgreement, someFacts({ quotaUsedFen })))).toBe(expected);
  });

  test.each([
    ['that is not there', null],
    ['of another bank', anAgreement({ parties: ['icbc', 'talent-guarantee'] })],
    ['of another guarantor', anAgreement({ parties: ['rcb', 'jinkong'] })],
    ['signed tomorrow', anAgreement({ signedOn: '2026-03-03' })],
  ])('under an agreement %s is refused', (_, agreement) => {
    expect(verdict(submit(underAgreement, someFacts({ agreement })))).toBe('agreement-not-valid');
  });

  test('an agreement without a guarantor covers nothing', () => {
    expect(verdict(submit({ ...terms, agreementId: 'agr-1' }, someFacts({ guarantor: null })))).toBe(
      'agreement-not-valid',
    );
  });

  test('for a guarantee names who guarantees', () => {
    const decision = submit({ ...guaranteed, guarantorId: null }, someFacts({ guarantor: null }));
    expect(decision).toEqual(refusedBy('R12', 'guarantor-required', { mode: 'guarantee' }));
  });

  test('with an admitted guarantor is one for a guarantee, whatever mode it says', () => {
    const decision = submit({ ...guaranteed, mode: 'mortgage' }, someFacts());
    expect(decision).toMatchObject({ events: [{ data: { mode: 'guarantee', guarantorId: 'talent-guarantee' } }] });
  });

  test('of an enterprise in default stands where the version does not ask', () => {
    const book = bookWith({ blockOnDefault: false });
    const facts = someFacts({
      book,
      policy: policyNamed(book, 'measures-2024'),
      exposure: { exposureFen: 0, defaults: 2 },
    });
    expect(verdict(submit(terms, facts))).toBe('accepted');
  });

  test.each([
    [today, 'accepted'],
    ['2026-03-01', 'not-listed'],
    [null, 'accepted'],
  ])('of an enterprise whose certificate is valid until %s: %s', (validUntil, expected) => {
    const enterprise = anEnterprise({ certificates: [aCertificate(validUntil)] });
    expect(verdict(submit(terms, someFacts({ enterprise })))).toBe(expected);
  });

  test('of an enterprise off the list says since when', () => {
    const enterprise = anEnterprise({ certificates: [aCertificate('2026-03-01')] });
    expect(submit(terms, someFacts({ enterprise }))).toMatchObject({
      facts: { creditCode: code, on: today, known: true, listedThrough: '2026-03-01' },
    });
  });

  // The whole of what is said, so that no figure goes missing and none of others comes in.
  const nobody = { kind: null, state: null };
  test.each([
    ['an unknown enterprise', { enterprise: null }, { creditCode: code, on: today, known: false }],
    ['an unknown institution', { institution: null }, { institutionId: 'rcb', on: today, ...nobody }],
    [
      'a guarantor in place of a bank',
      { institution: anInstitution('guarantor') },
      { institutionId: 'rcb', on: today, kind: 'guarantor', state: 'admitted' },
    ],
    ['an unknown guarantor', { guarantor: null }, { guarantorId: 'talent-guarantee', on: today, ...nobody }],
    [
      'a bank in place of a guarantor',
      { guarantor: anInstitution('bank', 'suspended') },
      { guarantorId: 'talent-guarantee', on: today, kind: 'bank', state: 'suspended' },
    ],
    [
      'an unknown agreement',
      { agreement: null },
      { agreementId: 'agr-1', on: today, validUntil: null, institutionId: 'rcb', guarantorId: 'talent-guarantee' },
    ],
    [
      'an agreement that ran out',
      { agreement: anAgreement({ validUntil: '2026-03-01' }) },
      {
        agreementId: 'agr-1',
        on: today,
        validUntil: '2026-03-01',
        institutionId: 'rcb',
        guarantorId: 'talent-guarantee',
      },
    ],
    [
      'a quota nearly used',
      { quotaUsedFen: 4_999_999_999 },
      { agreementId: 'agr-1', quota: 5_000_000_000, asked: terms.amountFen, left: 1 },
    ],
    [
      'a quota more than used',
      { quotaUsedFen: 5_000_000_001 },
      { agreementId: 'agr-1', quota: 5_000_000_000, asked: terms.amountFen, left: 0 },
    ],
    ['defaults', { exposure: { exposureFen: 0, defaults: 3 } }, { creditCode: code, loans: 3 }],
  ] as const)('refused for %s says all that decided', (_, change, facts) => {
    const decision = submit(underAgreement, someFacts(change));
    expect(decision.kind === 'refused' && decision.facts).toStrictEqual(facts);
  });

  test('that stands is recorded as it was applied for, security and references with it', () => {
    const submission = {
      ...{ applicationId: 'app-1', appliedBy: 'rcb', projectId: 'project-7', ownReference: 'L-1' },
      additionalSecurity: [{ kind: 'personal-guarantee', description: '法定代表人保证' }],
    };
    const consent = { number: 'SQ-2026-7', signedOn: today, documentId: null, reference: '档案 7' };
    const asked = { ...submission, terms };
    expect(decideSubmission({ ...asked, consent: null }, someFacts(), today)).toEqual(accepted(submitted(submission)));
    expect(decideSubmission({ ...asked, consent }, someFacts(), today)).toEqual(
      accepted(submitted({ ...submission, consent })),
    );
  });

  test('that stands keeps the version of the day and waits sixty days at most', () => {
    expect(submit(terms, someFacts())).toMatchObject({
      events: [
        {
          type: 'application-submitted',
          data: { policy: 'measures-2024', submittedOn: today, expiresOn: '2026-05-01' },
        },
      ],
    });
  });
});
