import { inclusionLayout } from '../../store/inclusions.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { recordInclusion } from '../inclusions/record-inclusion.ts';
import type { Subjects } from './subjects.ts';

/** Inclusions on an agenda. */
export const inclusionSubjects: Subjects = {
  key: (id) => keyOfResource(inclusionLayout, id),
  candidate: (items, id) => {
    const state = storedIn(items, inclusionLayout, id)?.state;
    if (!state) return { id, kind: 'inclusion', found: null };
    const { creditCode, submittedBy } = state;
    const madeBySub = submittedBy.role === 'office' ? submittedBy.sub : null;
    const subject = {
      kind: 'inclusion',
      claimId: null,
      inclusionId: id,
      creditCode,
      claimedFen: null,
      madeBySub,
    } as const;
    return { id, kind: 'inclusion', found: { state: state.state, subject } };
  },
  putOn: (items, id, { meetingId, itemId }, act) => {
    const stored = storedIn(items, inclusionLayout, id);
    if (!stored) throw new Error(`inclusion ${id} goes on an agenda and is not there`);
    return recordInclusion(stored, [{ type: 'inclusion-put-on-agenda', data: { meetingId, itemId } }], act).writes;
  },
  takeOff: (items, id, { meetingId, reason }, act) => {
    const stored = storedIn(items, inclusionLayout, id);
    if (stored?.state.state !== 'on-agenda' || stored.state.meetingId !== meetingId) return [];
    return recordInclusion(stored, [{ type: 'inclusion-taken-off-agenda', data: { reason } }], act).writes;
  },
};
