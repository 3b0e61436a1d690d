/** So many units a number may have as it is written. */
const writtenMax = 100;

/** So many units a number may have once its characters are unfolded. */
const unfoldedMax = 200;

/** A number as it is compared: full width is narrow, and what stands for a phrase is the phrase (R15, R26). */
export const unfolded = (number: string): string => number.normalize('NFKC').trim();

/** What speaks against a number before anything is asked of the rules. */
export const againstNumber = (number: string): string[] =>
  number.trim().length > writtenMax || unfolded(number).length > unfoldedMax ? ['validation-failed'] : [];
