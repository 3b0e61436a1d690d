/** One of the values that a filter can have. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Words by value, as options. */
export const optionsOf = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
