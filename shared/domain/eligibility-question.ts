import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { Fen } from './money.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** 100,000 yuan: a bank that may not see what is left of a cap is told it in steps of this (R10). */
const questionStepFen: Fen = 10_000_000;

/** An amount rounded up to whole steps; the largest whole step that is still a safe integer, if that would be more. */
export function roundedUpToStep(amountFen: Fen): Fen {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / questionStepFen);
  return Math.min(Math.ceil(amountFen / questionStepFen), most) * questionStepFen;
}

/** How a bank asked what is left: by a question about eligibility, or by an application that the cap refused. */
export type AskedBy = 'eligibility' | 'application';

/** A question (额度查询) of a bank about what is left of an enterprise's cap. */
export interface CapQuestion {
  readonly questionId: string;
  readonly at: string;
  /** Who asked, by the token's subject. */
  readonly sub: string;
  /** Rounded up to {@link questionStepFen}. */
  readonly amountFen: Fen;
  readonly by: AskedBy;
}

/** What a bank asked about one enterprise on one day. */
export interface QuestionsOfDay {
  readonly institutionId: string;
  readonly creditCode: CreditCode;
  readonly on: Day;
  readonly asked: number;
  readonly questions: readonly CapQuestion[];
}

/** `eligibilityQuestionsPerDay`: no more is told of the cap to this bank about this enterprise today. */
export const questionsUsedUp = (creditCode: CreditCode, institutionId: string, on: Day, perDay: number): Refusal =>
  refusedBy('R10', 'questions-used-up', { creditCode, institutionId, on, perDay });
