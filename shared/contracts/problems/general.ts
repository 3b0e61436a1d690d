import type { ProblemTexts } from '../problem-text.ts';
import { englishGeneralProblems } from './general-en.ts';
import { chineseGeneralProblems } from './general-zh.ts';

/** The words of what any call may be answered with. */
export const generalProblems: ProblemTexts = { zh: chineseGeneralProblems, en: englishGeneralProblems };
