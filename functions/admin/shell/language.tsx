import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { keepLanguage, keptLanguage, type PageLanguage } from './kept-language.ts';

interface LanguageChoice {
  readonly language: PageLanguage;
  readonly choose: (language: PageLanguage) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

/** Chinese unless the reader has switched; the choice is kept for the next time. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<PageLanguage>(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo(() => {
    const choose = (next: PageLanguage): void => {
      keepLanguage(next);
      setLanguage(next);
    };
    return { language, choose };
  }, [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageChoice => use(LanguageContext);

/** A catalogue of texts: Chinese is the original, English has the same keys. */
export interface Catalogue<Texts> {
  readonly zh: Texts;
  readonly en: { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Texts[Key] };
}

/** The texts of a catalogue in the language of the reader. */
export function useTexts<Texts>(catalogue: Catalogue<Texts>): Catalogue<Texts>['en'] {
  return catalogue[useLanguage().language] as Catalogue<Texts>['en'];
}
