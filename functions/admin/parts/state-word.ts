import type { PageLanguage } from '../shell/kept-language.ts';
import { type StateKind, type StateOf, stateWords, type Tone } from '../words/states.ts';

type Words = Readonly<Record<string, { readonly tone: Tone; readonly zh: string; readonly en: string }>>;

/** A state in words. A state that this page does not know yet goes by the API's own word. */
export function stateWord<Kind extends StateKind>(of: Kind, state: StateOf<Kind>, language: PageLanguage): string {
  return (stateWords[of] as Words)[String(state)]?.[language] ?? String(state);
}

export function toneOf<Kind extends StateKind>(of: Kind, state: StateOf<Kind>): Tone {
  return (stateWords[of] as Words)[String(state)]?.tone ?? 'plain';
}
