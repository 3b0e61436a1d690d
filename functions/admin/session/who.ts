import type { PageConfig } from '../../../shared/contracts/page-config.ts';
import type { Role } from '../../../shared/contracts/route.ts';
import type { TokenClaims } from '../../../shared/contracts/token-claims.ts';

/** Who signed in, as the issuer says. What one may do is decided by the API alone; this only chooses what is shown. */
export interface Who {
  readonly sub: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
}

/** Every role once, so that one which is added does not compile until it stands here, too. */
const isRole: Readonly<Record<Role, true>> = {
  bank: true,
  enterprise: true,
  guarantor: true,
  office: true,
  member: true,
  finance: true,
  auditor: true,
};

/** Reads who somebody is of the claims, by the API's rule (`shared/contracts/token-claims.ts`): exact elements of an array. */
export function whoOf(claims: TokenClaims, config: PageConfig): Who {
  const { name = 'name', org = 'org', roles = 'roles' } = config.claims ?? {};
  const given = claimIn(claims, roles);
  return {
    sub: String(claims.sub ?? ''),
    name: String(claimIn(claims, name) ?? claims.sub ?? ''),
    org: String(claimIn(claims, org) ?? ''),
    roles: Array.isArray(given) ? given.filter(namesRole) : [],
  };
}

const namesRole = (element: unknown): element is Role => typeof element === 'string' && Object.hasOwn(isRole, element);

/** As in the API: a member of the token itself, else one within others. The page carries no code of the contracts. */
function claimIn(claims: TokenClaims, name: string): unknown {
  const own = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as TokenClaims)[key] : undefined;
  return own(claims, name) ?? name.split('.').reduce<unknown>(own, claims);
}
