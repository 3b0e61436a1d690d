import type { ProblemTexts } from '../problem-text.ts';
import { englishLendingProblems } from './lending-en.ts';
import { chineseLendingProblems } from './lending-zh.ts';

/** The words of the refusals about lending and guarantee agreements. */
export const lendingProblems: ProblemTexts = { zh: chineseLendingProblems, en: englishLendingProblems };
