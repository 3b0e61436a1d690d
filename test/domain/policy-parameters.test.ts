import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { type PolicyParameters, policyNamed } from '../../shared/domain/policy.ts';
import { bookWith, differencesOf, faultOfParameters } from '../../shared/domain/policy-parameters.ts';
import { type Facts, refusedBy } from '../../shared/domain/refusal.ts';

const today = '2026-03-02';
const newest = policyNamed(builtInPolicies, 'measures-2024');
const { parameters } = newest;
const weights = (fund: number, guarantor: number, institution: number) => ({ fund, guarantor, institution });

describe('parameters that contradict each other (R1)', () => {
  test.each<readonly [string, Partial<PolicyParameters>, Facts]>([
    [
      'a quorum above the units',
      { quorumUnits: 8, minVotingUnits: 8 },
      { parameter: 'quorumUnits', given: 8, most: 7 },
    ],
    ['more voting units than units', { minVotingUnits: 8 }, { parameter: 'minVotingUnits', given: 8, most: 7 }],
    [
      'fewer units than the quorum that stays',
      { conferenceUnits: ['science'] },
      { parameter: 'quorumUnits', given: 5, most: 1 },
    ],
    ['weights of nothing', { splitGuarantee: weights(0, 0, 0) }, { parameter: 'splitGuarantee', given: 0, least: 1 }],
    ['no weights of the others', { splitOther: weights(0, 0, 0) }, { parameter: 'splitOther', given: 0, least: 1 }],
    [
      'a guarantor where none is',
      { splitOther: weights(5, 1, 4) },
      { parameter: 'splitOther.guarantor', given: 1, most: 0 },
    ],
    [
      'a distance from no prime rate',
      { maxAnnualRateOverLprBp: 0, loanPrimeRateBp: null },
      { parameter: 'maxAnnualRateOverLprBp', given: 0, needs: 'loanPrimeRateBp' },
    ],
  ])('%s: %j', (_, change, facts) => {
    expect(faultOfParameters({ ...parameters, ...change })).toEqual(refusedBy('R1', 'validation-failed', facts));
  });

  test.each<readonly [string, Partial<PolicyParameters>]>([
    ['as many units as there are', { quorumUnits: 7, minVotingUnits: 7 }],
    ['all borne by the fund', { splitGuarantee: weights(1, 0, 0), splitOther: weights(1, 0, 0) }],
    ['all borne by the institution', { splitGuarantee: weights(0, 0, 1), splitOther: weights(0, 0, 1) }],
    ['all borne by the guarantor', { splitGuarantee: weights(0, 1, 0) }],
    ['a distance from a prime rate', { maxAnnualRateOverLprBp: 0, loanPrimeRateBp: 310 }],
    ['a prime rate alone', { maxAnnualRateOverLprBp: null, loanPrimeRateBp: 310 }],
  ])('are not %s', (_, change) => {
    expect(faultOfParameters({ ...parameters, ...change })).toBeNull();
  });
});

describe('comparing versions', () => {
  test('names what differs, in the order of the first', () => {
    expect(differencesOf(parameters, { ...parameters, maxTermMonths: null, enterpriseCapFen: 1 })).toEqual([
      { name: 'enterpriseCapFen', now: 1_000_000_000, proposed: 1 },
      { name: 'maxTermMonths', now: 36, proposed: null },
    ]);
  });

  test('does not mind the order of a record’s entries', () => {
    const { fund, guarantor, institution } = parameters.splitOther;
    expect(differencesOf(parameters, { ...parameters, splitOther: { institution, guarantor, fund } })).toEqual([]);
  });

  test.each<readonly [string, Partial<PolicyParameters>, Partial<PolicyParameters>]>([
    ['a switch that is given a list', { useOfFundsProhibited: null }, { useOfFundsProhibited: ['购房'] }],
    ['a record’s entry', { splitOther: weights(6, 0, 4) }, { splitOther: weights(6, 0, 3) }],
    ['a list’s entry', { conferenceUnits: ['science', 'pboc'] }, { conferenceUnits: ['science', 'fdc'] }],
    ['a list’s order', { conferenceUnits: ['science', 'pboc'] }, { conferenceUnits: ['pboc', 'science'] }],
    ['an entry more', { listingGraceDays: {} }, { listingGraceDays: { gazelle: 30 } }],
  ])('sees %s, from either side', (_, one, other) => {
    const [left, right] = [
      { ...parameters, ...one },
      { ...parameters, ...other },
    ];
    const [name] = Object.keys(one) as (keyof PolicyParameters)[];
    if (!name) throw new Error('nothing differs');
    expect(differencesOf(left, right)).toEqual([{ name, now: left[name], proposed: right[name] }]);
    expect(differencesOf(right, left)).toEqual([{ name, now: right[name], proposed: left[name] }]);
    expect(differencesOf(left, { ...left })).toEqual([]);
  });
});

describe('the book with a version in force today', () => {
  const version = (policyId: string, effectiveFrom: string) => ({ ...newest, policyId, effectiveFrom });
  const days = (book = builtInPolicies, proposed = version('proposed', '2026-08-01')) =>
    bookWith(book, proposed, today).map(({ policyId, effectiveFrom }) => [policyId, effectiveFrom]);
  const builtIn = builtInPolicies.map(({ policyId, effectiveFrom }) => [policyId, effectiveFrom]);

  test('leaves out what takes effect later, and keeps what does today', () => {
    const ahead = [...builtInPolicies, version('today', today), version('tomorrow', '2026-03-03')];
    expect(days(ahead)).toEqual([...builtIn, ['today', today], ['proposed', today]]);
  });

  test('has it once, where it is in force already', () => {
    const inForce = version('proposed', '2026-02-01');
    expect(days([...builtInPolicies, inForce], inForce)).toEqual([...builtIn, ['proposed', today]]);
  });
});
