export type PageLanguage = 'zh' | 'en';

const name = 'language';

/** The reader's language; kept, because it is no secret. */
export const keptLanguage = (): PageLanguage => (localStorage.getItem(name) === 'en' ? 'en' : 'zh');

export const keepLanguage = (language: PageLanguage): void => localStorage.setItem(name, language);
