import type { PageLanguage } from '../shell/kept-language.ts';
import { otherStates, type StateKind, type StateOf, stateWords, type Tone } from '../words/states.ts';

type Words = Readonly<Record<string, { readonly tone: Tone; readonly zh: string; readonly en: string }>>;

/** A state in words. A state that this page does not know yet goes by the API's own word. */
export function stateWord(of: StateKind, state: string, language: PageLanguage): string {
  return (stateWords[of] as Words)[String(state)]?.[language] ?? state;
}

/** A state of which it is not known what is in it. */
export function anyStateWord(state: string, language: PageLanguage): string {
  const words = (Object.values(stateWords) as readonly Words[]).flatMap((each) => each[state] ?? []);
  return (otherStates[state] ?? words[0])?.[language] ?? state;
}

export function toneOf<Kind extends StateKind>(of: Kind, state: StateOf<Kind>): Tone {
  return (stateWords[of] as Words)[String(state)]?.tone ?? 'plain';
}
