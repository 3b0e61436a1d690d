import { describe, expect, test } from 'vitest';
import { agreementCovers, decideAgreement, evolveAgreement } from '../../shared/domain/agreement.ts';
import { accepted, refusedBy } from '../../shared/domain/refusal.ts';
import { anAgreement, anInstitution, today, verdict } from './cases.ts';

const [bank, guarantor, holding] = [anInstitution(), anInstitution('guarantor'), anInstitution('holding')];

describe('a guarantee agreement', () => {
  // Each refused row also breaks every later rule, so the table pins their order.
  test.each([
    [
      'a party that nobody knows',
      [bank, null],
      { signedOn: '2999-01-01', validUntil: '2998-01-01' },
      'institution-not-admitted',
    ],
    ['no bank', [holding], { signedOn: '2999-01-01', validUntil: '2998-01-01' }, 'institution-not-admitted'],
    ['no guarantor', [bank, holding], { signedOn: '2999-01-01', validUntil: '2998-01-01' }, 'guarantor-not-admitted'],
    [
      'a signature tomorrow',
      [bank, guarantor],
      { signedOn: '2026-03-03', validUntil: '2026-03-03' },
      'date-out-of-range',
    ],
    ['an end on the day of signing', [bank, guarantor], { signedOn: today, validUntil: today }, 'date-out-of-range'],
    ['an end the day after', [bank, guarantor, holding], { signedOn: today, validUntil: '2026-03-03' }, 'accepted'],
    ['parties not admitted yet', [anInstitution('bank', 'applied'), guarantor], {}, 'accepted'],
  ] as const)('with %s: %s', (_, found, change, expected) => {
    const parties = found.map((party) => party?.institutionId ?? 'nobody');
    const decision = decideAgreement(anAgreement({ parties, ...change }), found, today);
    expect(verdict(decision)).toBe(expected);
  });

  test('that may be entered is recorded as it was given', () => {
    const agreement = anAgreement({ parties: ['rcb', 'talent-guarantee'] });
    expect(decideAgreement(agreement, [bank, guarantor], today)).toEqual(
      accepted({ type: 'agreement-signed', data: agreement }),
    );
  });

  const missing = { on: today, kind: null, state: null };
  test.each([
    ['a party that nobody knows', [bank, null], {}, 'institution-not-admitted', { institutionId: 'p1', ...missing }],
    ['no bank', [holding], {}, 'institution-not-admitted', { institutionId: null, ...missing }],
    ['no guarantor', [bank], {}, 'guarantor-not-admitted', { guarantorId: null, ...missing }],
    [
      'a signature tomorrow',
      [bank, guarantor],
      { signedOn: '2026-03-03' },
      'date-out-of-range',
      { field: 'signedOn', given: '2026-03-03', through: today },
    ],
    [
      'an end on the day of signing',
      [bank, guarantor],
      { signedOn: today, validUntil: today },
      'date-out-of-range',
      { field: 'validUntil', given: today, from: '2026-03-03' },
    ],
  ] as const)('with %s is refused by R12 with what decided', (_, found, change, code, facts) => {
    const parties = found.map((_party, index) => `p${index}`);
    const decision = decideAgreement(anAgreement({ parties, ...change }), found, today);
    expect(decision).toEqual(refusedBy('R12', code, facts));
  });

  test('a party named twice is one party', () => {
    const agreement = anAgreement({ parties: ['rcb', 'talent-guarantee', 'rcb'] });
    const decision = decideAgreement(agreement, [bank, guarantor, bank], today);
    expect(decision).toMatchObject({ events: [{ data: { parties: ['rcb', 'talent-guarantee'] } }] });
  });

  test.each([
    ['rcb', 'talent-guarantee', '2024-11-10', false],
    ['rcb', 'talent-guarantee', '2024-11-11', true],
    ['rcb', 'talent-guarantee', '2027-11-10', true],
    ['rcb', 'talent-guarantee', '2027-11-11', false],
    ['icbc', 'talent-guarantee', '2025-01-01', false],
    ['rcb', 'another-guarantor', '2025-01-01', false],
  ] as const)('covers %s and %s on %s: %s', (institutionId, guarantorId, day, expected) => {
    expect(agreementCovers(anAgreement(), institutionId, guarantorId, day)).toBe(expected);
  });

  test('replay gives the agreement as it was signed', () => {
    expect(evolveAgreement(null, { type: 'agreement-signed', data: anAgreement() })).toEqual(anAgreement());
  });
});
