import { builtInPolicies } from '../../domain/built-in-policies.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import { policyOn } from '../../domain/policy.ts';
import type { PolicyItems } from './read.ts';

/** A policy version as the API shows it: from when to when it governs, and whether it does today (R1, R2). */
export function policyView({ policy, book }: PolicyItems, today: Day) {
  const { policyId, name, state, effectiveFrom, source, parameters, version } = policy;
  const next = book.find((other) => other.effectiveFrom > effectiveFrom);
  return {
    policyId,
    name,
    state,
    effectiveFrom,
    effectiveThrough: next ? addDays(next.effectiveFrom, -1) : null,
    inForce: policyOn(book, today)?.policyId === policyId,
    source,
    parameters,
    builtIn: isBuiltIn(policyId),
    version,
  };
}

/** Whether a version came with the system: no official drafted or approved it. */
export const isBuiltIn = (policyId: string): boolean => builtInPolicies.some((policy) => policy.policyId === policyId);
