import { describe, expect, test } from 'vitest';
import { checkCharacterOf, isCreditCode, normaliseCreditCode } from '../../shared/domain/credit-code.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 200 codes of real form: registrar, kind, Pinghu's district, nine characters of organisation. */
const codes = Array.from({ length: 200 }, (_, index) => {
  const organisation = Array.from({ length: 9 }, (_, at) => alphabet[(index * (7 + at * 3) + at * 11) % 31]).join('');
  const first17 = `91330482${organisation}`;
  return first17 + checkCharacterOf(first17);
});

describe('a credit code (R3)', () => {
  test.each([
    // Codes that are printed on everybody's invoices.
    ['91350100M000100Y43', true],
    ['91330000142943000N', false],
    ['91350100M000100Y44', false],
    ['91350100M000100Y4', false],
    ['91350100M000100Y433', false],
    ['91350100M000100I43', false],
    ['', false],
  ])('%s is one: %s', (code, expected) => {
    expect(isCreditCode(code)).toBe(expected);
  });

  test('every single-character error of 200 codes is found', () => {
    for (const code of codes) {
      expect(isCreditCode(code)).toBe(true);
      for (let at = 0; at < 18; at += 1) {
        for (const other of alphabet) {
          if (other === code[at]) continue;
          expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
        }
      }
    }
  });

  test('every swap of unlike neighbours of 200 codes is found', () => {
    for (const code of codes) {
      for (let at = 0; at < 17; at += 1) {
        const [left = '', right = ''] = [code[at], code[at + 1]];
        if (left === right) continue;
        expect(isCreditCode(code.slice(0, at) + right + left + code.slice(at + 2))).toBe(false);
      }
    }
  });

  test('lower case, full width and surrounding space are normalised; nothing else is', () => {
    expect(normaliseCreditCode('　９１３５０１００ｍ０００１００ｙ４３ ')).toBe('91350100M000100Y43');
    expect(normaliseCreditCode('9135-0100')).toBe('9135-0100');
    expect(isCreditCode(normaliseCreditCode('9.135E+17'))).toBe(false);
  });
});
