/** A count with its thousands marked: 12,000. */
export const countText = (count: number): string => count.toLocaleString('en-US');
