import type { LendingFacts } from './lending.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import type { PolicyVersion } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** The rate of a loan, whole basis points and, where it is finer, parts per million. */
interface Rate {
  readonly annualRateBp: Bp;
  readonly annualRatePpm: Ppm | null;
}

/**
 * `maxAnnualRateOverLprBp`: a rate may be at most so far above the loan prime rate (贷款市场报价利率) that the same version
 * names; asked of a bank's approval where it names a rate, of every disbursement, and of imported loans.
 */
export function refusalOfRate({ policyId, parameters }: PolicyVersion, rate: Rate): Refusal | null {
  const { maxAnnualRateOverLprBp, loanPrimeRateBp } = parameters;
  if (maxAnnualRateOverLprBp === null || loanPrimeRateBp === null) return null;
  const askedPpm = rate.annualRatePpm ?? rate.annualRateBp * 100;
  const mostPpm = (loanPrimeRateBp + maxAnnualRateOverLprBp) * 100;
  if (askedPpm <= mostPpm) return null;
  const facts = { askedPpm, mostPpm, loanPrimeRateBp, maxAnnualRateOverLprBp, policy: policyId };
  return refusedBy('R1', 'rate-too-high', facts);
}

/** `useOfFundsProhibited`: a purpose may name none of the version's prohibited uses, however it is spaced or its letters wide. */
export function refusalOfUse({ policyId, parameters }: PolicyVersion, purpose: string): Refusal | null {
  const said = folded(purpose);
  const prohibited = parameters.useOfFundsProhibited?.find((use) => said.includes(folded(use)));
  return prohibited === undefined ? null : refusedBy('R1', 'use-prohibited', { prohibited, purpose, policy: policyId });
}

/** `minApplicationFen`: the least that is applied for, so that nobody looks at a cap for a fen. */
export function refusalOfLeastAmount({ policyId, parameters }: PolicyVersion, askedFen: Fen): Refusal | null {
  const { minApplicationFen } = parameters;
  if (minApplicationFen === null || askedFen >= minApplicationFen) return null;
  return refusedBy('R1', 'amount-below-minimum', { asked: askedFen, minimum: minApplicationFen, policy: policyId });
}

/**
 * `maxOpenApplications`: how many applications that have not ended an institution may have, over all enterprises. Those count
 * that began under a version that limits them.
 */
export function refusalOfOpenApplications({
  institutionId,
  openApplications,
  policy: { policyId, parameters },
}: Pick<LendingFacts, 'institutionId' | 'openApplications' | 'policy'>): Refusal | null {
  const { maxOpenApplications } = parameters;
  if (maxOpenApplications === null || openApplications < maxOpenApplications) return null;
  const facts = { institutionId, open: openApplications, most: maxOpenApplications, policy: policyId };
  return refusedBy('R1', 'too-many-applications', facts);
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
