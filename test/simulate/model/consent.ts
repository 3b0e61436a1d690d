import type { City } from './city.ts';
import { type Day, plusDays } from './days.ts';
import { exposureOf, hasLapsed, placesAt } from './exposure.ts';

export interface Brought {
  readonly code: string;
  readonly bank: string;
  readonly isByBank: boolean;
  readonly amountFen: number;
  /** The day on which the enterprise signed; null without its authorisation. */
  readonly signedOn: Day | null;
}

/** Every code that speaks against what an application brings, before anything of its enterprise is looked at. */
export function againstBrought(city: City, brought: Brought, today: Day): string[] {
  const { code, bank, isByBank, amountFen, signedOn } = brought;
  const { rules } = city.versionOn(today);
  const codes: string[] = [];
  if (isByBank && exposureOf(city, code, bank) === 0) {
    const told = city.capRefusals.get(`${today}#${bank}#${code}`) ?? 0;
    if (told >= Math.max(1, rules.eligibilityQuestionsPerDay)) codes.push('questions-used-up');
  }
  if (signedOn === null && isByBank && rules.applicationConsentRequired) codes.push('consent-required');
  if (signedOn !== null && (signedOn > today || signedOn < plusDays(today, -rules.consentValidDays))) {
    codes.push('date-out-of-range');
  }
  if (amountFen < (rules.minApplicationFen ?? 1)) codes.push('amount-below-minimum');
  const most = rules.maxOpenApplications;
  const taken = placesAt(city, bank).filter((each) => !hasLapsed(each, today));
  if (most !== null && taken.length >= most) codes.push('too-many-applications');
  return codes;
}
