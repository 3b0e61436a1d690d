import type { PolicyBook, PolicyParameters, PolicyVersion, SplitWeights } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';
import type { FactsOf } from './refusal-facts.ts';

/**
 * What no single parameter's range can say: parameters that contradict each other once the whole version is put
 * together. Refusal: `validation-failed` with the parameter and its bounds.
 */
export function faultOfParameters(parameters: PolicyParameters): Refusal | null {
  const { conferenceUnits, quorumUnits, minVotingUnits, splitGuarantee, splitOther } = parameters;
  const { maxAnnualRateOverLprBp, loanPrimeRateBp } = parameters;
  const { minApplicationFen, enterpriseCapFen } = parameters;
  const units = conferenceUnits.length;
  const fault = (parameter: string, given: number, bounds: FactsOf<'validation-failed'>): Refusal =>
    refusedBy('R1', 'validation-failed', { parameter, given, ...bounds });
  if (quorumUnits > units) return fault('quorumUnits', quorumUnits, { most: units });
  if (minVotingUnits > units) return fault('minVotingUnits', minVotingUnits, { most: units });
  if (sumOf(splitGuarantee) < 1) return fault('splitGuarantee', sumOf(splitGuarantee), { least: 1 });
  if (sumOf(splitOther) < 1) return fault('splitOther', sumOf(splitOther), { least: 1 });
  // Such a loan has no guarantor who could bear a part of the loss.
  if (splitOther.guarantor > 0) return fault('splitOther.guarantor', splitOther.guarantor, { most: 0 });
  // Then nobody could apply at all.
  if (minApplicationFen !== null && minApplicationFen > enterpriseCapFen) {
    return fault('minApplicationFen', minApplicationFen, { most: enterpriseCapFen });
  }
  // A distance from nothing would bound nothing.
  if (maxAnnualRateOverLprBp !== null && loanPrimeRateBp === null) {
    return fault('maxAnnualRateOverLprBp', maxAnnualRateOverLprBp, { needs: 'loanPrimeRateBp' });
  }
  return null;
}

const sumOf = ({ fund, guarantor, institution }: SplitWeights): number => fund + guarantor + institution;

/** A parameter that two versions have differently. */
export interface ParameterDifference {
  readonly name: string;
  readonly now: PolicyParameters[keyof PolicyParameters] | null;
  readonly proposed: PolicyParameters[keyof PolicyParameters] | null;
}

/** The parameters that differ, in the order of the first version's. */
export function differencesOf(now: PolicyParameters, proposed: PolicyParameters): readonly ParameterDifference[] {
  return (Object.keys(now) as (keyof PolicyParameters)[])
    .filter((name) => !isSame(now[name], proposed[name]))
    .map((name) => ({ name, now: now[name], proposed: proposed[name] }));
}

/** The book as it would be if a version were in force from today on. */
export const bookWith = (book: PolicyBook, policy: PolicyVersion, today: string): PolicyBook => [
  ...book.filter((version) => version.policyId !== policy.policyId && version.effectiveFrom <= today),
  { ...policy, effectiveFrom: today },
];

/** Equal as data, in whatever order a record's entries come back from the store. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return left.length === Object.keys(right).length && left.every(([name, value]) => isSame(value, right[name]));
}
