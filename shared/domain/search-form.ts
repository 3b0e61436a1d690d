import { foldWidth } from './text-width.ts';

/**
 * A name, or what is looked for in one, as it is compared: narrow, lower case, letters and digits of any script alone.
 * Some letters (U+3164) are drawn as nothing: they are left out too.
 */
export const searchForm = (text: string): string =>
  foldWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '');

/** Whether a text can be a person's name: letters that can be compared, and no control or invisible character. */
export const isPersonName = (name: string): boolean => searchForm(name) !== '' && !/[\p{Cc}\p{Cf}]/u.test(name);

/** Whether a text in search form can only stand for initials, Latin letters or digits. */
export const isLatin = (form: string): boolean => /^[a-z0-9]*$/.test(form);
