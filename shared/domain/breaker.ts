import type { Day } from './calendar.ts';
import type { BreakerOpened, BreakerReleased, Institution } from './institution.ts';
import type { Fen } from './money.ts';
import type { PolicyVersion } from './policy.ts';
import { accepted, type Decision, type Refusal, refusedBy, stateConflict } from './refusal.ts';

/** What an institution's loss ratio (代偿率) rests on (R28). Both only ever grow: recoveries are not taken off. */
export interface LossFigures {
  /** Principal of its loans that was compensated. */
  readonly compensatedFen: Fen;
  /** Principal that it has disbursed, imported loans among it. */
  readonly disbursedFen: Fen;
}

export const noLosses: LossFigures = { compensatedFen: 0, disbursedFen: 0 };

/** A circuit breaker (熔断) that is open. */
export interface OpenBreaker {
  readonly openedOn: Day;
  /** Whether the institution's trail says so yet: not where a new version's limit lies below a ratio that was there. */
  readonly isRecorded: boolean;
}

/** The part of a settled loss that is principal: it is counted before interest. */
export const principalOf = (lossFen: Fen, outstandingFen: Fen): Fen => Math.min(lossFen, outstandingFen);

/** The ratio in whole basis points, for people to read; nothing is decided by it. */
export const lossRatioBp = ({ compensatedFen, disbursedFen }: LossFigures): number | null =>
  disbursedFen === 0 ? null : Number((BigInt(compensatedFen) * 10_000n) / BigInt(disbursedFen));

const isAbove = ({ compensatedFen, disbursedFen }: LossFigures, limitBp: number): boolean =>
  BigInt(compensatedFen) * 10_000n > BigInt(disbursedFen) * BigInt(limitBp);

const isHigher = (one: LossFigures, other: LossFigures): boolean =>
  BigInt(one.compensatedFen) * BigInt(other.disbursedFen) > BigInt(other.compensatedFen) * BigInt(one.disbursedFen);

/**
 * Whether an institution's breaker is open by the version in force (R28). Once open it stays so until it is released,
 * whatever is disbursed meanwhile; a release holds until the ratio is higher than it was then.
 */
export function openBreaker(
  { breaker }: Pick<Institution, 'breaker'>,
  losses: LossFigures,
  policy: PolicyVersion | null,
): OpenBreaker | null {
  const limitBp = policy?.parameters.suspendAtLossRatioBp ?? null;
  if (!policy || limitBp === null) return null;
  if (breaker?.state === 'open') return { openedOn: breaker.on, isRecorded: true };
  if (!isAbove(losses, limitBp) || (breaker && !isHigher(losses, breaker))) return null;
  return { openedOn: policy.effectiveFrom, isRecorded: false };
}

/**
 * What a settlement that compensates more principal does to the breaker (R28): it opens where the ratio passes the limit
 * anew (it was not above it before), or was above it and rises above what it was released at. The ratio rises by
 * settlements alone, so that nothing passes unseen.
 */
export function openedBySettlement(
  { breaker }: Pick<Institution, 'breaker'>,
  before: LossFigures,
  principalFen: Fen,
  policy: PolicyVersion | null,
  today: Day,
): BreakerOpened | null {
  const limitBp = policy?.parameters.suspendAtLossRatioBp ?? null;
  if (!policy || limitBp === null || breaker?.state === 'open') return null;
  const after = { ...before, compensatedFen: before.compensatedFen + principalFen };
  const passesAnew = !isAbove(before, limitBp);
  if (!isAbove(after, limitBp) || (!passesAnew && breaker && !isHigher(after, breaker))) return null;
  const on = passesAnew || breaker ? today : policy.effectiveFrom;
  return { type: 'breaker-opened', data: { on, ...after, limitBp, policy: policy.policyId } };
}

/** R28: an institution whose breaker is open receives no new application; all else goes on. */
export function refusalOfBreaker(
  institutionId: string,
  institution: Pick<Institution, 'breaker'> | null,
  losses: LossFigures,
  policy: PolicyVersion,
): Refusal | null {
  const open = institution && openBreaker(institution, losses, policy);
  if (!open) return null;
  return refusedBy('R28', 'breaker-open', {
    institutionId,
    openedOn: open.openedOn,
    compensated: losses.compensatedFen,
    disbursed: losses.disbursedFen,
    ratioBp: lossRatioBp(losses),
    limitBp: policy.parameters.suspendAtLossRatioBp,
    policy: policy.policyId,
  });
}

/**
 * Decides the office's release (R28); an opening that nobody has said yet is said first. Refusal: `state-conflict` where
 * the breaker is not open.
 */
export function decideBreakerRelease(
  institution: Institution,
  losses: LossFigures,
  policy: PolicyVersion | null,
  { reason }: { readonly reason: string },
  today: Day,
): Decision<BreakerOpened | BreakerReleased> {
  const open = openBreaker(institution, losses, policy);
  const limitBp = policy?.parameters.suspendAtLossRatioBp ?? null;
  if (!open || !policy || limitBp === null) return stateConflict('breaker-closed', ['breaker-opened']);
  const { compensatedFen, disbursedFen } = losses;
  const figures = { compensatedFen, disbursedFen, limitBp, policy: policy.policyId };
  const released: BreakerReleased = { type: 'breaker-released', data: { on: today, ...figures, reason } };
  if (open.isRecorded) return accepted<BreakerOpened | BreakerReleased>(released);
  return accepted<BreakerOpened | BreakerReleased>(
    { type: 'breaker-opened', data: { on: open.openedOn, ...figures } },
    released,
  );
}
