import { describe, expect, test } from 'vitest';
import { parameterBook } from '../../../functions/admin/pages/policies/parameter-book.ts';
import { readTyped, shownValue, typedValue } from '../../../functions/admin/pages/policies/parameter-text.ts';
import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';

const naming = { language: 'zh', off: '不启用', yes: '是', no: '否', word: (word: string) => word } as const;
const chosen = ['yesNo', 'choice', 'words'];

describe('parameters of a policy version', () => {
  test('are all known to the page, and none besides', () => {
    expect(Object.keys(parameterBook).sort()).toEqual(Object.keys(builtInPolicies[0]?.parameters ?? {}).sort());
  });

  test('typed as they are shown for typing are what they were', () => {
    for (const { parameters } of builtInPolicies) {
      for (const [name, { kind, mayBeOff }] of Object.entries(parameterBook)) {
        if (chosen.includes(kind)) continue;
        const value = parameters[name as keyof typeof parameters];
        expect(readTyped(kind, typedValue(kind, value)), name).toEqual(value);
        if (value === null) expect(mayBeOff, name).toBe(true);
      }
    }
  });

  test.each([
    ['fen', '1,000', 1_000_000_000],
    ['fen', '十万', undefined],
    ['bp', '12.5', 1250],
    ['bp', '12.555', undefined],
    ['number', '９０', 90],
    ['number', '9.5', undefined],
    ['weights', '4：4：2', { fund: 4, guarantor: 4, institution: 2 }],
    ['weights', '4:4', undefined],
    ['daysBy', 'gazelle=30，little-giant = 10', { gazelle: 30, 'little-giant': 10 }],
    ['daysBy', 'gazelle', undefined],
    ['times', '', null],
  ] as const)('%s typed as %s is read', (kind, text, value) => {
    expect(readTyped(kind, text)).toEqual(value);
  });

  test('are said in words', () => {
    expect(shownValue('enterpriseCapFen', 1_000_000_000, naming)).toBe('1,000 万元');
    expect(shownValue('suspendAtLossRatioBp', null, naming)).toBe('不启用');
    expect(shownValue('blockOnDefault', true, naming)).toBe('是');
    expect(shownValue('overCapRule', 'carry-over', naming)).toBe('结转下年');
    expect(shownValue('splitGuarantee', { fund: 4, guarantor: 4, institution: 2 }, naming)).toBe('4:4:2');
  });
});
