import type { Defect, Facts, RefusalCode } from '../domain/refusal.ts';
import type { Language } from './language.ts';
import type { ProblemTexts } from './problem-text.ts';
import { generalProblems } from './problems/general.ts';

/**
 * The words of a refusal, of the general ones and those of the areas given.
 *
 * @throws Error where none of them has any: the call's route lacks an area (a test reads every function for it).
 */
export function problemTexts(
  areas: readonly ProblemTexts[],
  language: Language,
  code: RefusalCode,
  facts: Facts,
): { title: string; detail: string } {
  for (const texts of [generalProblems, ...areas]) {
    const text = texts[language][code];
    if (text) return { title: text.title, detail: text.detail(facts) };
  }
  throw new Error(`No words for the refusal ${code}`);
}

/** One of several defects as a caller reads it: what is missing and what would be right, beside code and figures. */
export const defectView = (areas: readonly ProblemTexts[], language: Language, { rule, code, facts }: Defect) => ({
  rule,
  code,
  message: problemTexts(areas, language, code, facts).detail,
  facts,
});

/** The facts as they are answered: listed defects with their words. */
export const factsView = (areas: readonly ProblemTexts[], language: Language, facts: Facts): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? value.map((defect) => defectView(areas, language, defect)) : value,
    ]),
  );
