import type { Role } from '../contracts/route.ts';
import type { Actor } from '../domain/event.ts';

/** Who calls, and in which role. A person with several roles acts in the one that the call is open to. */
export interface Caller {
  readonly sub: string;
  readonly name: string;
  /** Institution id, credit code, unit or bureau. */
  readonly org: string;
  readonly role: Role;
}

export const actorOf = ({ sub, name, org, role }: Caller): Actor => ({ sub, name, org, role });

/** The office and the auditor see everything. */
export const seesAll = ({ role }: Caller): boolean => role === 'office' || role === 'auditor';
