import type { Inclusion } from '../../domain/inclusion.ts';
import { type Caller, seesAll } from '../caller.ts';

/** Whose inclusions a caller may read: who submitted it, the enterprise itself, members those of agendas. */
export function mayReadInclusion(caller: Caller, { creditCode, submittedBy, meetingId }: Inclusion): boolean {
  if (seesAll(caller)) return true;
  if (caller.role === 'bank') return submittedBy.role === 'bank' && submittedBy.org === caller.org;
  if (caller.role === 'enterprise') return creditCode === caller.org;
  return caller.role === 'member' && meetingId !== null;
}
