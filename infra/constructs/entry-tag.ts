/** The tag by which a function of the template, or of a bill, is known by its module in `functions/`. */
export const entryTag = 'entry';
