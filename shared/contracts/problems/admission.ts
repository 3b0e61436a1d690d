import type { ProblemTexts } from '../problem-text.ts';
import { englishAdmissionProblems } from './admission-en.ts';
import { chineseAdmissionProblems } from './admission-zh.ts';

/** The words of the refusals about institutions that are not admitted. */
export const admissionProblems: ProblemTexts = { zh: chineseAdmissionProblems, en: englishAdmissionProblems };
