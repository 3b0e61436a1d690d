/** One line, single spaces, nothing invisible: names and numbers. */
export const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** Line breaks stay, as `\n`; control characters, directions and zero-width characters go: free texts. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** A number as it is compared (R15, R26): compatible forms folded, such as full width, and trimmed. */
export const comparable = (number: string): string => number.normalize('NFKC').trim();

/** So many units a number may have once it is folded: some characters fold to eighteen, and keys of the store are short. */
const comparableMax = 200;

/** Whether a number is short enough to be a key once it is folded. */
export const isComparable = (number: string): boolean => comparable(number).length <= comparableMax;
