import type { Fact } from './refusal-facts.ts';

/** What the steps of a working say; each has its words in `shared/contracts/working-texts.ts`. */
export const workingWords = [
  'outstanding-principal',
  'term-interest',
  'left-out',
  'loss',
  'split',
  'year-cap',
  'year-ceiling',
  'carry-over',
  'first-payment',
  'result',
] as const;
export type WorkingWord = (typeof workingWords)[number];

/** One step of how a payout was found (计算过程): the rule, what it gives, and the figures that it rests on. */
export interface WorkingStep {
  readonly rule: string;
  readonly what: WorkingWord;
  readonly figures: Readonly<Record<string, Fact>>;
}
