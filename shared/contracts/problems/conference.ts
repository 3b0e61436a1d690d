import type { ProblemTexts } from '../problem-text.ts';
import { englishConferenceProblems } from './conference-en.ts';
import { chineseConferenceProblems } from './conference-zh.ts';

/** The words of the refusals about the joint conference. */
export const conferenceProblems: ProblemTexts = { zh: chineseConferenceProblems, en: englishConferenceProblems };
