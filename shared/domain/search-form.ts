import { foldWidth } from './text-width.ts';

/** A name, or what is looked for in one, as it is compared: narrow, lower case, letters and digits of any script alone. */
export const searchForm = (text: string): string =>
  foldWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a text in search form can only stand for initials, Latin letters or digits. */
export const isLatin = (form: string): boolean => /^[a-z0-9]*$/.test(form);
