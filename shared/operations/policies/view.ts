import { builtInPolicies, withBuiltIns } from '../../domain/built-in-policies.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import {
  type PolicyBook,
  type PolicyParameters,
  type PolicyVersion,
  policyOn,
  type SplitWeights,
} from '../../domain/policy.ts';
import type { PolicyFile } from '../../domain/policy-version.ts';
import { type Caller, seesAll } from '../caller.ts';

/** A version, and the book of the approved ones. */
export interface PolicyItems {
  readonly policy: PolicyVersion;
  readonly book: PolicyBook;
}

/** A policy version as the API shows it: from when to when it governs, and whether it does today (R1, R2). */
export function policyView({ policy, book }: PolicyItems, today: Day) {
  const { policyId, name, state, effectiveFrom, source, parameters, version } = policy;
  const isApproved = state === 'approved';
  const next = isApproved ? book.find((other) => other.effectiveFrom > effectiveFrom) : undefined;
  return {
    policyId,
    name,
    state,
    effectiveFrom,
    effectiveThrough: next ? addDays(next.effectiveFrom, -1) : null,
    inForce: policyOn(book, today)?.policyId === policyId,
    source: { title: source.title, documentNumber: source.documentNumber, issuedOn: source.issuedOn },
    parameters: inOrder(parameters),
    builtIn: isBuiltIn(policyId),
    version,
  };
}

const [order] = builtInPolicies;

/** Stored maps come back in any order; an answer's fields keep theirs. */
export function inOrder(stored: PolicyParameters): PolicyParameters {
  const parameters = withBuiltIns(stored);
  const names = Object.keys(order?.parameters ?? parameters) as (keyof PolicyParameters)[];
  const sorted = Object.fromEntries(names.map((name) => [name, parameters[name]])) as unknown as PolicyParameters;
  const { listingGraceDays, splitGuarantee, splitOther } = parameters;
  return {
    ...sorted,
    listingGraceDays: Object.fromEntries(Object.entries(listingGraceDays).sort(([a], [b]) => (a < b ? -1 : 1))),
    splitGuarantee: weightsInOrder(splitGuarantee),
    splitOther: weightsInOrder(splitOther),
  };
}

const weightsInOrder = ({ fund, guarantor, institution }: SplitWeights): SplitWeights => ({
  fund,
  guarantor,
  institution,
});

/** Whether a version came with the system: no official drafted or approved it. */
export const isBuiltIn = (policyId: string): boolean => builtInPolicies.some((policy) => policy.policyId === policyId);

/** Approved versions are for all; what is not, or never was, is the office's and the auditor's to see. */
export const mayReadPolicy = (caller: Caller, { state }: Pick<PolicyFile, 'state'>): boolean =>
  state === 'approved' || seesAll(caller);
