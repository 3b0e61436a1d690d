import type { Facts } from '../../domain/refusal.ts';
import type { Defect, RefusalCode } from '../../domain/refusal-facts.ts';
import type { Language } from '../language.ts';
import { generalRefusals } from './general.ts';
import type { Refusals, Say } from './refusal-entry.ts';

/** A refusal as its caller is told. */
export interface Told {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** An entry with the types of its facts left to its own file. */
interface AnyEntry {
  readonly status: number;
  readonly title: Say;
  readonly says: (facts: Facts) => Say;
}

/**
 * Status and words of a refusal, of the general ones and those of the areas given.
 *
 * @throws Error where none of them has it: the call's route lacks an area (a test reads every function for it).
 */
export function told(areas: readonly Refusals[], language: Language, code: RefusalCode, facts: Facts): Told {
  for (const area of [generalRefusals as Refusals, ...areas]) {
    // `refusedBy` took no other facts for this code than its entry is typed by.
    const entry = area[code] as AnyEntry | undefined;
    if (entry) return { status: entry.status, title: entry.title[language], detail: entry.says(facts)[language] };
  }
  throw new Error(`No words for the refusal ${code}`);
}

/** One of several defects as a caller reads it: what is missing and what would be right, beside code and figures. */
export const defectView = (areas: readonly Refusals[], language: Language, { rule, code, facts }: Defect) => ({
  rule,
  code,
  message: told(areas, language, code, facts).detail,
  facts,
});

/** The facts as they are answered: listed defects with their words. */
export const factsView = (areas: readonly Refusals[], language: Language, facts: Facts): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? value.map((defect) => defectView(areas, language, defect)) : value,
    ]),
  );
