import type { Day } from '../../domain/calendar.ts';
import { type Institution, institutionStateOn } from '../../domain/institution.ts';
import type { Stored } from '../../store/resource.ts';
import { type Caller, seesAll } from '../caller.ts';

/** Why it was admitted, suspended or withdrawn is for the office, the auditor and the institution itself. */
export const seesReasons = (caller: Caller, institutionId: string): boolean =>
  seesAll(caller) || (['bank', 'guarantor'].includes(caller.role) && caller.org === institutionId);

/** An institution as the API shows it, with its state as of today; everybody sees names and admission. */
export const institutionView = ({ state, version }: Stored<Institution>, caller: Caller, today: Day) => ({
  institutionId: state.institutionId,
  name: state.name,
  kind: state.kind,
  creditCode: state.creditCode,
  state: institutionStateOn(state, today),
  admissions: state.admissions.map((admission) => ({
    state: admission.state,
    from: admission.from,
    reason: seesReasons(caller, state.institutionId) ? admission.reason : null,
  })),
  version,
});
