import type { Defect, Facts, RefusalCode } from '../domain/refusal.ts';
import type { Language } from './language.ts';
import { englishProblems } from './problem-texts-en.ts';
import { chineseProblems } from './problem-texts-zh.ts';

export function problemTexts(language: Language, code: RefusalCode, facts: Facts): { title: string; detail: string } {
  const { title, detail } = (language === 'zh' ? chineseProblems : englishProblems)[code];
  return { title, detail: detail(facts) };
}

/** One of several defects as a caller reads it: what is missing and what would be right, beside code and figures. */
export const defectView = (language: Language, { rule, code, facts }: Defect) => ({
  rule,
  code,
  message: problemTexts(language, code, facts).detail,
  facts,
});

/** The facts as they are answered: listed defects with their words. */
export const factsView = (language: Language, facts: Facts): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? value.map((defect) => defectView(language, defect)) : value,
    ]),
  );
