import type { Facts } from '../domain/refusal.ts';

/** The words of a problem: what it is called, and what was wrong and would be right. */
export interface ProblemText {
  readonly title: string;
  readonly detail: (facts: Facts) => string;
}
