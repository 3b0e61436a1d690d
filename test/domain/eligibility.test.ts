import { describe, expect, test } from 'vitest';
import { type EligibilityQuestion, eligibility } from '../../shared/domain/eligibility.ts';
import { aCertificate, anEnterprise, anInstitution, bookWith, cap, code, today, unlisted } from './cases.ts';

const ask = (change: Partial<EligibilityQuestion> = {}) =>
  eligibility({
    creditCode: code,
    enterprise: anEnterprise(),
    exposure: { exposureFen: 0, defaults: 0 },
    bank: null,
    book: bookWith({}),
    on: today,
    amountFen: null,
    showsExposure: true,
    ...change,
  });

const reason = (answer: ReturnType<typeof ask>, rule: string) => answer.reasons.find((each) => each.rule === rule);

describe('whether an enterprise may apply (R5, R9, R10, R16)', () => {
  test('a listed one without loans may, and each rule says so with its figures', () => {
    expect(ask()).toEqual({
      eligible: true,
      on: today,
      policy: 'measures-2024',
      reasons: [
        {
          rule: 'R5',
          ok: true,
          facts: {
            ...{ creditCode: code, on: today, known: true, basis: 'automatic', suspended: false },
            ...{ categories: 'high-tech', listedThrough: '9999-12-31' },
          },
        },
        { rule: 'R10', ok: true, facts: { cap, asked: null, used: 0, left: cap } },
        { rule: 'R16', ok: true, facts: { creditCode: code, loans: 0 } },
      ],
      sufficient: null,
    });
  });

  test('the categories that count are named one after another', () => {
    const enterprise = anEnterprise({ certificates: [aCertificate(), aCertificate(null, { category: 'gazelle' })] });
    expect(reason(ask({ enterprise }), 'R5')?.facts).toHaveProperty('categories', expect.stringMatching(/^\S+, \S+$/));
  });

  test('one that the list does not know is not listed, and may not', () => {
    const answer = ask({ enterprise: null });
    expect(answer.eligible).toBe(false);
    expect(reason(answer, 'R5')).toEqual({
      ...{ rule: 'R5', ok: false, facts: { creditCode: code, on: today, known: false } },
    });
  });

  test('one that is known and not listed may not', () => {
    const answer = ask({ enterprise: unlisted });
    expect(answer.eligible).toBe(false);
    expect(reason(answer, 'R5')).toMatchObject({ ok: false, facts: { known: true, basis: null, categories: '' } });
  });

  test('on a day before any version there is no policy, no cap, and no answer but no', () => {
    expect(ask({ on: '2017-12-31' })).toMatchObject({
      ...{ eligible: false, policy: null, on: '2017-12-31' },
      reasons: [
        { rule: 'R5', ok: false },
        { rule: 'R10', ok: false, facts: { cap: null, asked: null, used: 0, left: null } },
        { rule: 'R16', ok: true },
      ],
    });
  });

  test.each([
    [cap - 1, 1, true, true],
    [cap - 1, 2, true, false],
    [cap, 1, false, false],
    [0, cap, true, true],
    [0, cap + 1, true, false],
  ])('with %i fen used, asking for %i: eligible at all %s, sufficient %s', (exposureFen, amountFen, eligible, fits) => {
    const answer = ask({ exposure: { exposureFen, defaults: 0 }, amountFen });
    expect(answer).toMatchObject({ eligible, sufficient: fits });
    expect(reason(answer, 'R10')).toMatchObject({ ok: fits, facts: { cap, asked: amountFen } });
  });

  test('asked for no amount, the cap speaks of a single fen', () => {
    expect(reason(ask({ exposure: { exposureFen: cap - 1, defaults: 0 } }), 'R10')?.ok).toBe(true);
    expect(reason(ask({ exposure: { exposureFen: cap, defaults: 0 } }), 'R10')?.ok).toBe(false);
  });

  test('above a cap that was lowered nothing is left, and not less', () => {
    const answer = ask({ exposure: { exposureFen: cap + 5, defaults: 0 } });
    expect(reason(answer, 'R10')?.facts).toEqual({ cap, asked: null, used: cap + 5, left: 0 });
  });

  test('who may not see the exposure is told nothing of it, whatever is asked and left', () => {
    for (const [exposureFen, amountFen] of [
      [7, 3],
      [cap, 1],
      [cap, null],
    ] as const) {
      const answer = ask({ exposure: { exposureFen, defaults: 0 }, amountFen, showsExposure: false });
      expect(answer).toMatchObject({ eligible: true, sufficient: null });
      expect(reason(answer, 'R10')).toBeUndefined();
    }
  });

  test('who may not see the exposure is told that loans in default bar it, and not how many', () => {
    for (const defaults of [0, 1, 2]) {
      const answer = ask({ exposure: { exposureFen: 0, defaults }, showsExposure: false });
      expect(reason(answer, 'R16')).toEqual({ rule: 'R16', ok: defaults === 0, facts: { creditCode: code } });
    }
  });

  test('a loan in default bars it, unless the policy has switched that off', () => {
    const exposure = { exposureFen: 0, defaults: 1 };
    const barred = ask({ exposure });
    expect(barred.eligible).toBe(false);
    expect(reason(barred, 'R16')).toEqual({ rule: 'R16', ok: false, facts: { creditCode: code, loans: 1 } });
    const free = ask({ exposure, book: bookWith({ blockOnDefault: false }) });
    expect(free.eligible).toBe(true);
    expect(reason(free, 'R16')).toMatchObject({ ok: true, facts: { loans: 1 } });
  });
});

describe('whether a bank that asks may lend to it (R9)', () => {
  const asked = (institution: ReturnType<typeof anInstitution> | null) =>
    ask({ bank: { institutionId: 'rcb', institution } });

  test('an admitted bank may, and its reason stands behind the listing’s', () => {
    const answer = asked(anInstitution());
    expect(answer.eligible).toBe(true);
    expect(answer.reasons.map(({ rule }) => rule)).toEqual(['R5', 'R9', 'R10', 'R16']);
    expect(reason(answer, 'R9')).toEqual({
      ...{ rule: 'R9', ok: true, facts: { institutionId: 'rcb', on: today, kind: 'bank', state: 'admitted' } },
    });
  });

  test.each([
    [cap - 10_000_000, 10_000_000, true],
    [cap - 10_000_000, 1, true],
    [cap - 10_000_000 + 1, 1, false],
    [cap - 10_000_000, 10_000_001, false],
    [0, cap, true],
    [0, cap - 1, true],
    [0, cap + 1, false],
    [0, Number.MAX_SAFE_INTEGER, false],
  ])(
    'with %i fen used a bank that may not see it and asks for %i is told %s, in steps',
    (exposureFen, amountFen, ok) => {
      const institution = anInstitution();
      const exposure = { exposureFen, defaults: 0 };
      const answer = ask({ bank: { institutionId: 'rcb', institution }, exposure, amountFen, showsExposure: false });
      expect(answer).toMatchObject({ eligible: true, sufficient: ok });
      expect(reason(answer, 'R10')).toMatchObject({ ok, facts: { cap, asked: amountFen } });
      expect(reason(answer, 'R10')?.facts).not.toHaveProperty('left');
    },
  );

  test.each([
    ['a suspended bank', anInstitution('bank', 'suspended'), { kind: 'bank', state: 'suspended' }],
    ['an admitted guarantor', anInstitution('guarantor'), { kind: 'guarantor', state: 'admitted' }],
    ['one that is not there', null, { kind: null, state: null }],
  ] as const)('%s may not', (_who, institution, facts) => {
    const answer = asked(institution);
    expect(answer.eligible).toBe(false);
    expect(reason(answer, 'R9')).toMatchObject({ ok: false, facts });
  });
});
