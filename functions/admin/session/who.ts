import type { PageConfig } from '../../../shared/contracts/page-config.ts';
import type { Role } from '../../../shared/contracts/route.ts';

/** Who signed in, as the issuer says. What one may do is decided by the API alone; this only chooses what is shown. */
export interface Who {
  readonly sub: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
}

/** Reads who somebody is of the claims; roles may be a list, or a text such as `[office member]`. */
export function whoOf(claims: Readonly<Record<string, unknown>>, config: PageConfig): Who {
  const { name = 'name', org = 'org', roles = 'roles' } = config.claims ?? {};
  const given = claims[roles];
  const words = Array.isArray(given) ? given.map(String) : String(given ?? '').split(/[\s,[\]"]+/);
  return {
    sub: String(claims.sub ?? ''),
    name: String(claims[name] ?? claims.sub ?? ''),
    org: String(claims[org] ?? ''),
    roles: words.filter((word) => word !== '') as Role[],
  };
}
