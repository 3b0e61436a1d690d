import { foldWidth } from './text-width.ts';

/** Unified social credit code (统一社会信用代码), GB 32100-2015: 17 characters and a check character. */
export type CreditCode = string;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Upper case, with full-width characters and surrounding space turned into what they stand for. Judges nothing. */
export function normaliseCreditCode(text: string): string {
  return foldWidth(text).trim().toUpperCase();
}

/** The check character of the first 17 characters: weights 3^(i-1) mod 31, complement to 31 (R3). */
export function checkCharacterOf(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether an already normalised text is a credit code with the right check character (R3). */
export function isCreditCode(text: string): text is CreditCode {
  return form.test(text) && checkCharacterOf(text.slice(0, 17)) === text.charAt(17);
}
