import { claimLayout } from '../../store/claims.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import type { Subjects } from './subjects.ts';

/** Claims on an agenda. */
export const claimSubjects: Subjects = {
  key: (id) => keyOfResource(claimLayout, id),
  candidate: (items, id) => {
    const state = storedIn(items, claimLayout, id)?.state;
    if (!state) return { id, kind: 'claim', found: null };
    const { creditCode, claimedFen } = state;
    const subject = { kind: 'claim', claimId: id, inclusionId: null, creditCode, claimedFen, madeBySub: null } as const;
    return { id, kind: 'claim', found: { state: state.state, subject } };
  },
  putOn: (items, id, { meetingId, itemId, proposedAssessedFen }, act) => {
    const stored = storedIn(items, claimLayout, id);
    if (!stored) throw new Error(`claim ${id} goes on an agenda and is not there`);
    const data = { meetingId, itemId, proposedAssessedFen: proposedAssessedFen ?? stored.state.claimedFen };
    return record(claimLayout, id, stored, [{ type: 'claim-put-on-agenda', data }], act).writes;
  },
  takeOff: (items, id, { meetingId, reason }, act) => {
    const stored = storedIn(items, claimLayout, id);
    if (stored?.state.state !== 'on-agenda' || stored.state.meetingId !== meetingId) return [];
    return record(claimLayout, id, stored, [{ type: 'claim-taken-off-agenda', data: { reason } }], act).writes;
  },
};
