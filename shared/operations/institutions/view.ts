import { lossRatioBp, openBreaker } from '../../domain/breaker.ts';
import type { Day } from '../../domain/calendar.ts';
import { institutionStateOn } from '../../domain/institution.ts';
import { type Caller, isOfInstitution, seesAll } from '../caller.ts';
import type { InstitutionStanding } from './breaker-standing.ts';

/** Why it was admitted, suspended or withdrawn is for the office, the auditor and the institution itself. */
export const seesReasons = (caller: Caller, institutionId: string): boolean =>
  seesAll(caller) || isOfInstitution(caller, institutionId);

/** An institution as the API shows it, with its state as of today; everybody sees names and admission. */
export const institutionView = (standing: InstitutionStanding, caller: Caller, today: Day) => {
  const { state, version } = standing.stored;
  const isOwn = seesReasons(caller, state.institutionId);
  return {
    institutionId: state.institutionId,
    name: state.name,
    kind: state.kind,
    creditCode: state.creditCode,
    state: institutionStateOn(state, today),
    admissions: state.admissions.map((admission) => ({
      state: admission.state,
      from: admission.from,
      reason: isOwn ? admission.reason : null,
    })),
    breaker: isOwn && state.kind === 'bank' ? breakerView(standing) : null,
    version,
  };
};

/** The circuit breaker (R28): ratio and limit, and whether it is open. */
function breakerView({ stored: { state }, losses, policy }: InstitutionStanding) {
  const open = openBreaker(state, losses, policy);
  const released = state.breaker?.state === 'released' ? state.breaker : null;
  return {
    isOpen: open !== null,
    openedOn: open?.openedOn ?? null,
    releasedOn: released?.on ?? null,
    reason: released?.reason ?? null,
    ratioBp: lossRatioBp(losses),
    limitBp: policy?.parameters.suspendAtLossRatioBp ?? null,
    compensatedFen: losses.compensatedFen,
    disbursedFen: losses.disbursedFen,
  };
}
