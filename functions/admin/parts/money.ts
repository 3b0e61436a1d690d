import type { PageLanguage } from '../shell/kept-language.ts';

/** Amounts are whole fen; officials read 万元, and the exact yuan where it matters. */

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 1,800,000.05: exact, whatever the size. */
export function exactYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  return `${sign}${grouped(String(whole))}.${String(rest).padStart(2, '0')}`;
}

/** 180 (万元), exact to the yuan: `18.0001`; below a yuan it says more places rather than something else. */
export function inTenThousands(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  const whole = Math.floor(absolute / 1_000_000);
  const rest = String(absolute % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${sign}${grouped(String(whole))}${rest === '' ? '' : `.${rest}`}`;
}

/** With its unit: 180 万元; in English yuan, since nobody counts in ten thousands there. */
export const amountText = (fen: number, language: PageLanguage): string =>
  language === 'zh' ? `${inTenThousands(fen)} 万元` : `¥${exactYuan(fen).replace(/\.00$/, '')}`;

/** For figures of a city: 27.87 亿元; in English millions. Rounded, so only beside an exact one. */
export function largeAmount(fen: number, language: PageLanguage): { readonly figure: string; readonly unit: string } {
  const rounded = (per: number): string => grouped((fen / per).toFixed(2)).replace(/\.?0+$/, '');
  if (language === 'en') return { figure: (fen / 100_000_000).toFixed(2).replace(/\.?0+$/, ''), unit: 'million yuan' };
  if (Math.abs(fen) >= 10_000_000_000) return { figure: rounded(10_000_000_000), unit: '亿元' };
  return { figure: inTenThousands(fen), unit: '万元' };
}

/** Reads 万元 as typed (up to six places) into fen; null for anything else. */
export function fenOfTenThousands(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text.trim().replaceAll(',', ''));
  if (!match) return null;
  const fen = Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}
