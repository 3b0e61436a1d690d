/** The words of the log line that calls a person because a claim holds its institution's line (R26); a metric filter looks for them. */
export const claimHoldsLine = 'a claim holds its line';
