/** What was typed and not sent, kept for this tab only, by the name of its form. */

const prefix = 'draft.';

/** A form's values with the key of its intent. */
export interface Draft<Values> {
  readonly values: Values;
  readonly key: string;
}

export function readDraft<Values>(name: string): Draft<Values> | null {
  const text = sessionStorage.getItem(prefix + name);
  return text === null ? null : (JSON.parse(text) as Draft<Values>);
}

export const keepDraft = <Values>(name: string, draft: Draft<Values>): void =>
  sessionStorage.setItem(prefix + name, JSON.stringify(draft));

export const forgetDraft = (name: string): void => sessionStorage.removeItem(prefix + name);

/** The names of all that is kept and begins so. */
export const draftNames = (start: string): readonly string[] =>
  Object.keys(sessionStorage)
    .filter((name) => name.startsWith(prefix + start))
    .map((name) => name.slice(prefix.length));

/** On signing out: the next one at this machine must not find them. */
export function forgetDrafts(): void {
  for (const name of draftNames('')) forgetDraft(name);
}
