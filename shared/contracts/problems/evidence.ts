import type { ProblemTexts } from '../problem-text.ts';
import { englishEvidenceProblems } from './evidence-en.ts';
import { chineseEvidenceProblems } from './evidence-zh.ts';

/** The words of the refusals about papers kept as evidence. */
export const evidenceProblems: ProblemTexts = { zh: chineseEvidenceProblems, en: englishEvidenceProblems };
