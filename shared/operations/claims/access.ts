import type { Claim } from '../../domain/claim.ts';
import { type Caller, isOfInstitution, seesAll } from '../caller.ts';

/** Whose claims a caller may read (api.md, "who sees what"); what of them, the view says. */
export function mayReadClaim(caller: Caller, { institutionId, creditCode, guarantorId, meetingId }: Claim): boolean {
  if (seesAll(caller) || caller.role === 'finance') return true;
  if (caller.role === 'bank') return institutionId === caller.org;
  if (caller.role === 'enterprise') return creditCode === caller.org;
  if (caller.role === 'guarantor') return guarantorId === caller.org;
  return caller.role === 'member' && meetingId !== null;
}

/** Who may know what the fund has settled with an institution: the institution itself, and all who see the fund's entries. */
export const seesSettlementsOf = (caller: Caller, institutionId: string): boolean =>
  seesAll(caller) || ['finance', 'member'].includes(caller.role) || isOfInstitution(caller, institutionId);
