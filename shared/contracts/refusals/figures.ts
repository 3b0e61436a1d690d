import type { Bp, Fen, Ppm } from '../../domain/money.ts';

/** An amount of fen as yuan with two decimals and thousands apart: 1,000,000,000 is 10,000,000.00. */
export function yuan(fen: Fen): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${fen < 0 ? '-' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** A share in basis points as a percentage with two decimals: 550 is 5.50%. */
export const percent = (bp: Bp): string => `${Math.trunc(bp / 100)}.${String(bp % 100).padStart(2, '0')}%`;

/** Parts per million as a percentage, to what they say: 47,850 is 4.785%. */
export function percentOfPpm(ppm: Ppm): string {
  const rest = String(ppm % 10_000).padStart(4, '0');
  return `${Math.trunc(ppm / 10_000)}.${rest.slice(0, 2)}${rest.slice(2).replace(/0+$/, '')}%`;
}
