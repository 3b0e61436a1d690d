import type { PageConfig } from '../../../shared/contracts/page-config.ts';
import type { Role } from '../../../shared/contracts/route.ts';
import { claimIn, rolesIn, type TokenClaims } from '../../../shared/contracts/token-claims.ts';

/** Who signed in, as the issuer says. What one may do is decided by the API alone; this only chooses what is shown. */
export interface Who {
  readonly sub: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
}

/** Reads who somebody is of the claims, by the same rule as the API. */
export function whoOf(claims: TokenClaims, config: PageConfig): Who {
  const { name = 'name', org = 'org', roles = 'roles' } = config.claims ?? {};
  const [givenName, givenOrg] = [name, org].map((each) => claimIn(claims, each));
  return {
    sub: String(claims.sub ?? ''),
    name: String(givenName ?? claims.sub ?? ''),
    org: String(givenOrg ?? ''),
    roles: rolesIn(claimIn(claims, roles)),
  };
}
