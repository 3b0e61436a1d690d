import { useLanguage } from '../shell/language.tsx';
import { type StateKind, type StateOf, stateWords, type Tone } from '../words/states.ts';

/** A state in words. A state that this page does not know yet goes by the API's own word. */
export function StateMark<Kind extends StateKind>({ of, state }: { readonly of: Kind; readonly state: StateOf<Kind> }) {
  const { language } = useLanguage();
  const words: Readonly<Record<string, { readonly tone: Tone; readonly zh: string; readonly en: string }>> =
    stateWords[of];
  const word = words[String(state)];
  return <span className={`state state-${word?.tone ?? 'plain'}`}>{word?.[language] ?? String(state)}</span>;
}
