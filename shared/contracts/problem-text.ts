import type { Facts, RefusalCode } from '../domain/refusal.ts';
import type { Language } from './language.ts';

/** The words of a problem: what it is called, and what was wrong and would be right. */
export interface ProblemText {
  readonly title: string;
  readonly detail: (facts: Facts) => string;
}

/** The words of some refusals in one language. */
export type ProblemTextsOf = { readonly [Code in RefusalCode]?: ProblemText };

/** The words of an area's refusals: a function carries those alone that its call may be answered with (`Route.problems`). */
export type ProblemTexts = Readonly<Record<Language, ProblemTextsOf>>;
