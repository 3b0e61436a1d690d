import { useLanguage, useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import type { Naming } from './parameter-text.ts';
import { policiesTexts } from './texts.ts';

/** How values of parameters are said to the reader. */
export function useNaming(): Naming {
  const { language } = useLanguage();
  const { off, yes, no } = useTexts(policiesTexts);
  const words = useWords();
  const known: Readonly<Record<string, string>> = {
    ...words.names.categories,
    ...words.names.units,
    ...words.names.evidence,
  };
  return { language, off, yes, no, word: (word) => known[word] ?? word };
}
