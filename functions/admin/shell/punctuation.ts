import { useLanguage } from './language.tsx';

export interface Punctuation {
  /** A name with something beside it in brackets. */
  aside(name: string, beside: string): string;
  /** A label and what it is the label of. */
  labelled(label: string, value: string): string;
}

const punctuations: { readonly zh: Punctuation; readonly en: Punctuation } = {
  zh: { aside: (name, beside) => `${name}（${beside}）`, labelled: (label, value) => `${label}：${value}` },
  en: { aside: (name, beside) => `${name} (${beside})`, labelled: (label, value) => `${label}: ${value}` },
};

/** How names, asides and labels are put together in the reader's language. */
export function usePunctuation(): Punctuation {
  const { language } = useLanguage();
  return punctuations[language];
}
