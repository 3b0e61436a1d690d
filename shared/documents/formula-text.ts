/** What a program may make of a text before it looks for a formula: full width is narrow, what nobody sees is left out. */
export const bareText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** A control or invisible character in front is left out by some programs, which then run what follows. */
const formula = /^[=+\-@\p{Cc}\p{Cf}]/u;

/** Whether a spreadsheet program may run a text as a formula, if the text is typed in or read from CSV. */
export const isFormulaLike = (text: string): boolean => formula.test(text) || formula.test(bareText(text));
