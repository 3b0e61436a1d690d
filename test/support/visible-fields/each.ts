/** The same readers for several fields, in lines of names. */
export const each = (readers: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, readers]));
