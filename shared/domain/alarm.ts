/** The words of the log line that calls a person because a claim holds its institution's line (R26); a metric filter looks for them. */
export const claimHoldsLine = 'a claim holds its line';

/** The words of the log line that calls a person because a bank takes back what it has just applied for; a metric filter looks for them. */
export const withdrawsQuickly = 'an institution withdraws applications on their first day';

/** So many applications of one institution, made and withdrawn by it on one day, call a person. */
export const quickWithdrawalsOfDay = 5;

/** The words of the log line of an item that a job could not do and went past; the job fails in the end, which calls a person. */
export const itemNotDone = 'a job went past an item that failed';

/** The words of the log line that calls a person because an item of a resolution cannot be carried out; a metric filter looks for them. */
export const itemIsHeld = 'an item of a resolution is held';

/** The words of the log line that calls a person because a row or revocation of an import cannot be written; a metric filter looks for them. */
export const rowNotWritten = 'an import went past what cannot be written';

/** The words of the log line of whoever acts alone where two are asked; a metric filter looks for them. */
export const fourEyesRefused = 'four eyes refused';
