import { type Role, roles } from './route.ts';

export type TokenClaims = Readonly<Record<string, unknown>>;

/**
 * The claim of that name: a member of the token itself, whatever signs its name has (`https://city.example/roles`,
 * `cognito:groups`), else a member within members, as Keycloak nests them (`realm_access.roles`). undefined for none.
 */
export function claimIn(claims: TokenClaims, name: string): unknown {
  const own = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as TokenClaims)[key] : undefined;
  return own(claims, name) ?? name.split('.').reduce<unknown>(own, claims);
}

/**
 * The roles that a claim gives: the elements of an array that are exactly the name of one. A text is no array, and what
 * only holds a role's name is none: a directory's group `head office` makes nobody the office.
 */
export const rolesIn = (claim: unknown): readonly Role[] =>
  Array.isArray(claim) ? roles.filter((role) => claim.includes(role)) : [];
