import { useMemo } from 'react';
import { useLanguage } from '../shell/language.tsx';
import { usePunctuation } from '../shell/punctuation.ts';
import { wordsIn } from './word-names.ts';

/** A word of the policy data that has no name here goes by itself: such lists are open. */
const nameIn = (names: Readonly<Record<string, string>>, word: string | null | undefined): string =>
  word === null || word === undefined ? '—' : (names[word] ?? word);

/** The names of the words that the API uses, in the reader's language. */
export function useWords() {
  const { language } = useLanguage();
  const { aside } = usePunctuation();
  return useMemo(() => {
    const names = wordsIn[language];
    const by =
      (kind: keyof typeof names) =>
      (word: string | null | undefined): string =>
        nameIn(names[kind], word);
    return {
      category: by('categories'),
      mode: by('modes'),
      unit: by('units'),
      loanClass: by('classes'),
      kind: by('kinds'),
      vote: by('votes'),
      outcome: by('outcomes'),
      evidence: by('evidence'),
      role: by('roles'),
      basis: by('bases'),
      family: by('families'),
      event: by('events'),
      resource: by('resources'),
      account: (account: string): string => {
        const [kind, institution] = account.split(':');
        const name = nameIn(names.accounts, kind);
        return institution === undefined ? name : aside(name, institution);
      },
      names,
    };
  }, [language, aside]);
}
