import { useLanguage } from '../shell/language.tsx';
import type { StateKind, StateOf } from '../words/states.ts';
import { stateWord, toneOf } from './state-word.ts';

/** A state in words, with the colour of its tone. */
export function StateMark<Kind extends StateKind>({ of, state }: { readonly of: Kind; readonly state: StateOf<Kind> }) {
  const { language } = useLanguage();
  return <span className={`state state-${toneOf(of, state)}`}>{stateWord(of, state, language)}</span>;
}
