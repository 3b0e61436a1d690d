import type { ProblemTexts } from '../problem-text.ts';
import { englishServicingProblems } from './servicing-en.ts';
import { chineseServicingProblems } from './servicing-zh.ts';

/** The words of the refusals about a loan’s servicing. */
export const servicingProblems: ProblemTexts = { zh: chineseServicingProblems, en: englishServicingProblems };
