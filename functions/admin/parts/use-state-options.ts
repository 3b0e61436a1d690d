import { useMemo } from 'react';
import { useLanguage } from '../shell/language.tsx';
import { type StateKind, stateWords } from '../words/states.ts';
import type { Option } from './options.ts';

/** The states of a kind as options of a filter. */
export function useStateOptions(kind: StateKind): readonly Option[] {
  const { language } = useLanguage();
  return useMemo(
    () => Object.entries(stateWords[kind]).map(([value, word]) => ({ value, label: word[language] })),
    [kind, language],
  );
}
