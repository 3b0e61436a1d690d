import { describe, expect, test } from 'vitest';
import {
  amountText,
  exactYuan,
  fenOfTenThousands,
  inTenThousands,
  largeAmount,
} from '../../../functions/admin/parts/money.ts';

describe('amounts', () => {
  test.each([
    [18_000_000, '18', '180,000.00'],
    [1_000_000_000, '1,000', '10,000,000.00'],
    [1, '0.000001', '0.01'],
    [0, '0', '0.00'],
    [-30_050, '-0.03005', '-300.50'],
    [278_700_000_000, '278,700', '2,787,000,000.00'],
  ])('%i fen are %s 万元, exactly %s yuan', (fen, tenThousands, yuan) => {
    expect(inTenThousands(fen)).toBe(tenThousands);
    expect(exactYuan(fen)).toBe(yuan);
  });

  test('of a city are rounded, and said in 亿元 or millions', () => {
    expect(largeAmount(278_700_000_000, 'zh')).toEqual({ figure: '27.87', unit: '亿元' });
    expect(largeAmount(18_000_000, 'zh')).toEqual({ figure: '18', unit: '万元' });
    expect(largeAmount(278_700_000_000, 'en')).toEqual({ figure: '2787', unit: 'million yuan' });
    expect(amountText(18_000_000, 'en')).toBe('¥180,000');
  });

  test.each([
    ['18', 18_000_000],
    ['1,000.5', 1_000_500_000],
    ['0.000001', 1],
    [' 3 ', 3_000_000],
    ['0.0000001', null],
    ['-1', null],
    ['1e3', null],
    ['二百', null],
    ['', null],
  ])('%s as typed is %s fen', (text, fen) => {
    expect(fenOfTenThousands(text)).toBe(fen);
  });
});
