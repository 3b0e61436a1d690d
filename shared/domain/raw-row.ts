/**
 * A row of an import as it came, cut to what can be judged and shown: texts alone, each of bounded length. `odd` names
 * what was not of its type, the fields that we do not know, and `row` where it was no object at all.
 */
export interface CutRow<Field extends string> {
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  readonly odd: readonly string[];
}

/** The fields of a kind of row. */
export interface RowForm<Field extends string> {
  readonly texts: readonly Field[];
  /** Whole numbers; kept as their digits. */
  readonly numbers: readonly Field[];
  /** Those that may be null, which is as good as left out. */
  readonly optional: readonly Field[];
}

/** Longer than every field may be, so that a cut text is refused for its length all the same. */
const textMax = 300;
const oddMax = 5;

/** What a row says, of whatever shape it is. Judges nothing; never throws. */
export function cutRow<Field extends string>(raw: unknown, form: RowForm<Field>): CutRow<Field> {
  const texts: Partial<Record<Field, string>> = {};
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { texts, odd: ['row'] };
  const odd: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const isNumber = form.numbers.some((each) => each === name);
    const field = [...form.texts, ...form.numbers].find((each) => each === name);
    if (!field) odd.push(`unknown:${cut(name).slice(0, 50)}`);
    else if (isNumber ? Number.isSafeInteger(value) : isText(value)) texts[field] = cut(String(value));
    else if (value !== null || !form.optional.includes(field)) {
      odd.push(field);
      if (['string', 'number', 'boolean'].includes(typeof value)) texts[field] = cut(String(value));
    }
  }
  return { texts, odd: odd.slice(0, oddMax) };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();

/** At most {@link textMax} UTF-16 units, and no half of a pair of them. */
const cut = (text: string): string => text.slice(0, textMax).toWellFormed();
