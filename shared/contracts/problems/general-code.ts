import type { RefusalCode } from '../../domain/refusal.ts';
import type { chineseAdmissionProblems } from './admission-zh.ts';
import type { chineseClaimProblems } from './claim-zh.ts';
import type { chineseConferenceProblems } from './conference-zh.ts';
import type { chineseEvidenceProblems } from './evidence-zh.ts';
import type { chineseLendingProblems } from './lending-zh.ts';
import type { chinesePaymentProblems } from './payment-zh.ts';
import type { chineseServicingProblems } from './servicing-zh.ts';

/** The codes that no area has words for: a new one does not compile until it has some, here or in an area. */
export type GeneralCode = Exclude<
  RefusalCode,
  | keyof typeof chineseAdmissionProblems
  | keyof typeof chineseClaimProblems
  | keyof typeof chineseConferenceProblems
  | keyof typeof chineseEvidenceProblems
  | keyof typeof chineseLendingProblems
  | keyof typeof chinesePaymentProblems
  | keyof typeof chineseServicingProblems
>;
