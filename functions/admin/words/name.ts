import type { PageLanguage } from '../shell/kept-language.ts';

/** What something is called, in both languages. */
export type Name = Readonly<Record<PageLanguage, string>>;

export const name = (zh: string, en: string): Name => ({ zh, en });
