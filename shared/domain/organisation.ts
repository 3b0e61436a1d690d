import { isCreditCode } from './credit-code.ts';

/** What kind of organisation somebody acts for: two of different kinds are never one, whatever their ids. */
export type Family = 'institution' | 'enterprise' | 'official';

/** An organisation (单位): an institution's id, an enterprise's credit code, a unit of the conference or a bureau. */
export interface Organisation {
  readonly family: Family;
  readonly org: string;
}

export const isSameOrganisation = (one: Organisation, other: Organisation): boolean =>
  one.family === other.family && one.org === other.org;

/** The organisations that officials act for beside the units of the conference, unless a city names others. */
export const usualOfficialOrganisations: readonly string[] = ['office', 'finance-bureau', 'audit'];

/** Ids that no institution may have, because the trail and the issuers mean something else by them. */
export const reservedIds: readonly string[] = ['system', 'job', 'worker', 'null'];

/** The family of an organisation of which only its id was kept, as by versions before families were. */
export function familyOf(org: string): Family {
  if (isCreditCode(org)) return 'enterprise';
  return usualOfficialOrganisations.includes(org) ? 'official' : 'institution';
}
