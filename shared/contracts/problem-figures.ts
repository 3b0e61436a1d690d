import type { Facts } from '../domain/refusal.ts';

/** A fact as a person reads it; a dash where a caller may not see it. */
export function fact(facts: Facts, name: string): string {
  const value = facts[name];
  return value === undefined || value === null ? '—' : String(value);
}

/** An amount of fen as yuan with two decimals and thousands apart: 1,000,000,000 is 10,000,000.00. */
export function yuan(facts: Facts, name: string): string {
  const value = facts[name];
  if (typeof value !== 'number') return '—';
  const whole = Math.trunc(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** A share in basis points as a percentage with two decimals: 550 is 5.50%. */
export function percent(facts: Facts, name: string): string {
  const value = facts[name];
  if (typeof value !== 'number') return '—';
  return `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}%`;
}

/** Parts per million as a percentage, to what they say: 47,850 is 4.785%. */
export function percentOfPpm(facts: Facts, name: string): string {
  const value = facts[name];
  if (typeof value !== 'number') return '—';
  const rest = String(value % 10_000).padStart(4, '0');
  return `${Math.trunc(value / 10_000)}.${rest.slice(0, 2)}${rest.slice(2).replace(/0+$/, '')}%`;
}

/** How many entries a listed fact has. */
export const count = (facts: Facts, name: string): number => {
  const value = facts[name];
  return Array.isArray(value) ? value.length : 0;
};

/** Whether a caller was given this fact. */
export const has = (facts: Facts, name: string): boolean => facts[name] !== undefined && facts[name] !== null;

/** What an institution is, before its id: a guarantor that is admitted is still no bank. */
export const kindOf = (facts: Facts, words: Readonly<Record<string, string>>): string =>
  words[String(facts.kind)] ?? '';
