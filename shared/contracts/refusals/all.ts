import type { RefusalCode } from '../../domain/refusal-facts.ts';
import { admissionRefusals } from './admission.ts';
import { claimRefusals } from './claim.ts';
import { conferenceRefusals } from './conference.ts';
import { evidenceRefusals } from './evidence.ts';
import { generalRefusals } from './general.ts';
import { lendingRefusals } from './lending.ts';
import { paymentRefusals } from './payment.ts';
import type { RefusalEntry } from './refusal-entry.ts';
import { servicingRefusals } from './servicing.ts';

/** Every refusal: a new code does not compile until an area has its status and words. No function carries them all. */
export const allRefusals = {
  ...generalRefusals,
  ...admissionRefusals,
  ...lendingRefusals,
  ...servicingRefusals,
  ...evidenceRefusals,
  ...claimRefusals,
  ...conferenceRefusals,
  ...paymentRefusals,
} satisfies { readonly [Code in RefusalCode]: RefusalEntry<Code> };
