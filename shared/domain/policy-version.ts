import { addDays, type Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import { decideMove, type Moves, moved, refusalOfMove } from './graph.ts';
import {
  type PolicyBook,
  type PolicyParameters,
  type PolicySource,
  type PolicyState,
  type PolicyVersion,
  policyNewest,
} from './policy.ts';
import { faultOfParameters } from './policy-parameters.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';

/** What an official proposes. */
export interface PolicyProposal {
  readonly policyId: string;
  readonly name: string;
  readonly effectiveFrom: Day;
  readonly source: PolicySource;
  /** What is not named is as in the newest approved version. */
  readonly parameters: Partial<PolicyParameters>;
}

/** A version that the city made (政策版本): draft, then approved by another official, or discarded (R1). */
export interface PolicyFile extends Omit<PolicyVersion, 'version'> {
  readonly draftedBy: string;
}

export type PolicyDrafted = DomainEvent<'policy-drafted', Omit<PolicyFile, 'state'>>;
export type PolicyApproved = DomainEvent<'policy-approved', { readonly approvedOn: Day; readonly approvedBy: string }>;
export type PolicyDiscarded = DomainEvent<'policy-discarded', { readonly reason: string | null }>;

/** The one event of a version that came with the system (R1); the trail does not hold it. */
export interface PolicyBuiltIn {
  readonly type: 'policy-built-in';
  readonly data: Omit<PolicyVersion, 'version'>;
}

export type PolicyEvent = PolicyDrafted | PolicyApproved | PolicyDiscarded;

export const policyMoves: Moves<PolicyState, PolicyEvent['type']> = {
  'policy-drafted': { from: [], to: 'draft' },
  'policy-approved': { from: ['draft'], to: 'approved' },
  'policy-discarded': { from: ['draft'], to: 'discarded' },
};

/**
 * Drafts a version (R1). It holds every parameter from the start, so that who approves sees all that will govern, and a
 * version approved in between changes nothing of it.
 *
 * Refusals in order: `validation-failed` (parameters that contradict each other), `date-out-of-range` (`effectiveFrom`
 * that could not be approved today).
 */
export function decideDraft(
  proposal: PolicyProposal,
  draftedBy: string,
  book: PolicyBook,
  today: Day,
): Decision<PolicyEvent> {
  const newest = policyNewest(book);
  const parameters = { ...newest.parameters, ...proposal.parameters };
  const refusal = faultOfParameters(parameters) ?? refusalOfDay(proposal.effectiveFrom, book, today);
  if (refusal) return refusal;
  const { policyId, name, effectiveFrom, source } = proposal;
  return accepted({ type: 'policy-drafted', data: { policyId, name, effectiveFrom, source, parameters, draftedBy } });
}

/**
 * Approves a draft (R1). Refusals in order: `four-eyes` (who drafted it), `state-conflict`, `date-out-of-range`
 * (`effectiveFrom` not later than today and than every approved version's).
 */
export function decideApproval(
  policy: PolicyFile,
  approvedBy: string,
  book: PolicyBook,
  today: Day,
): Decision<PolicyEvent> {
  if (approvedBy === policy.draftedBy) return refusedBy('R1', 'four-eyes', { proposedBy: policy.draftedBy });
  return (
    refusalOfMove(policyMoves, policy.state, 'policy-approved') ??
    refusalOfDay(policy.effectiveFrom, book, today) ??
    accepted({ type: 'policy-approved', data: { approvedOn: today, approvedBy } })
  );
}

/** Discards a draft, by whichever official (R1). Refusal: `state-conflict`. */
export const decideDiscard = (policy: PolicyFile, reason: string | null): Decision<PolicyEvent> =>
  decideMove(policyMoves, policy.state, { type: 'policy-discarded', data: { reason } });

/** Nothing that was done by a day may be judged anew, so a version begins after today and after every other. */
function refusalOfDay(effectiveFrom: Day, book: PolicyBook, today: Day): Refusal | null {
  const newest = policyNewest(book);
  const after = newest.effectiveFrom > today ? newest.effectiveFrom : today;
  if (effectiveFrom > after) return null;
  return refusedBy('R1', 'date-out-of-range', {
    field: 'effectiveFrom',
    given: effectiveFrom,
    from: addDays(after, 1),
    today,
    newest: newest.policyId,
    newestFrom: newest.effectiveFrom,
  });
}

export function evolvePolicy(state: PolicyFile | null, event: PolicyEvent): PolicyFile {
  if (event.type === 'policy-drafted') return { ...event.data, state: 'draft' };
  return moved(policyMoves, state, event.type);
}

/** A version of the city's as the book holds it and as it is shown. */
export const versionOf = ({ draftedBy: _draftedBy, ...policy }: PolicyFile, version: number): PolicyVersion => ({
  ...policy,
  version,
});
