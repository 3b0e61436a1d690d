import type { ProblemTexts } from '../problem-text.ts';
import { englishPaymentProblems } from './payment-en.ts';
import { chinesePaymentProblems } from './payment-zh.ts';

/** The words of the refusals about payment and recovery. */
export const paymentProblems: ProblemTexts = { zh: chinesePaymentProblems, en: englishPaymentProblems };
