import type { Facts, RefusalCode } from '../domain/refusal.ts';
import type { Language } from './language.ts';
import { englishProblems } from './problem-texts-en.ts';
import { chineseProblems } from './problem-texts-zh.ts';

export function problemTexts(language: Language, code: RefusalCode, facts: Facts): { title: string; detail: string } {
  const { title, detail } = (language === 'zh' ? chineseProblems : englishProblems)[code];
  return { title, detail: detail(facts) };
}
