/** The tag by which a function of the template, or of a bill, is known by its entry point: a group of calls, or a module in `functions/`. */
export const entryTag = 'entry';
