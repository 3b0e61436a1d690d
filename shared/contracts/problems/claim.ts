import type { ProblemTexts } from '../problem-text.ts';
import { englishClaimProblems } from './claim-en.ts';
import { chineseClaimProblems } from './claim-zh.ts';

/** The words of the refusals about claims. */
export const claimProblems: ProblemTexts = { zh: chineseClaimProblems, en: englishClaimProblems };
