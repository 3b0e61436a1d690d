import type { FactsOf, RefusalCode } from '../../domain/refusal-facts.ts';
import type { Language } from '../language.ts';

/** A text in both languages. */
export type Say = Readonly<Record<Language, string>>;

/** @internal */
export const say = (zh: string, en: string): Say => ({ zh, en });

/** A refusal as it is answered: its status, what it is called, and what was wrong and would be right. */
export interface RefusalEntry<Code extends RefusalCode> {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: Say;
  readonly says: (facts: FactsOf<Code>) => Say;
}

/** The refusals of an area: a function carries those alone that its call may be answered with (`Route.problems`). */
export type Refusals = { readonly [Code in RefusalCode]?: RefusalEntry<Code> };
