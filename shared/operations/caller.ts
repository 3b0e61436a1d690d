import type { Role } from '../contracts/route.ts';
import type { Actor } from '../domain/event.ts';
import type { Family, Organisation } from '../domain/organisation.ts';

/** Who calls, and in which role. A person with several roles acts in the one that the call is open to. */
export interface Caller {
  readonly sub: string;
  readonly name: string;
  /** Institution id, credit code, unit or bureau. */
  readonly org: string;
  readonly role: Role;
}

export const actorOf = ({ sub, org, role }: Caller): Actor => ({ sub, org, role });

const familyOfRole: Readonly<Record<Role, Family>> = {
  bank: 'institution',
  guarantor: 'institution',
  enterprise: 'enterprise',
  office: 'official',
  member: 'official',
  finance: 'official',
  auditor: 'official',
};

/** The organisation that somebody acts for: bank and guarantor of one id are one, the office of that id is another. */
export const organisationOf = ({ role, org }: Caller): Organisation => ({ family: familyOfRole[role], org });

/** Whether somebody acts for the institution of that id. */
export const isOfInstitution = ({ role, org }: Caller, institutionId: string): boolean =>
  familyOfRole[role] === 'institution' && org === institutionId;

/** The office and the auditor see everything. */
export const seesAll = ({ role }: Caller): boolean => role === 'office' || role === 'auditor';
