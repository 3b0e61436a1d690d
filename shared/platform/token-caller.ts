import type { Role } from '../contracts/route.ts';
import { claimIn, rolesIn, type TokenClaims } from '../contracts/token-claims.ts';
import { foldWidth } from '../domain/text-width.ts';
import type { Caller } from '../operations/caller.ts';
import type { ClaimNames } from './config.ts';

/** Roles that see more come first: a person with several acts in the widest one that the call is open to. */
const widths = { office: 1, auditor: 2, finance: 3, member: 4, bank: 5, guarantor: 6, enterprise: 7 };
const byWidth = Object.keys(widths satisfies Record<Role, number>) as readonly Role[];

/**
 * Who calls, from the claims of a token that the gateway verified. null where the subject or the organisation is
 * missing or could be no person's; `forbidden` where none of the caller's roles may.
 */
export function callerIn(
  claims: TokenClaims,
  names: ClaimNames,
  allowed: readonly Role[],
): Caller | 'forbidden' | null {
  const person = personIn(claims, names);
  if (!person) return null;
  const { sub, org } = person;
  const name = claimIn(claims, names.name);
  const held = rolesIn(claimIn(claims, names.roles));
  const role = byWidth.find((each) => held.includes(each) && allowed.includes(each));
  return role ? { sub, org, role, name: isName(name) ? name : sub } : 'forbidden';
}

/** A person as a token names it. */
export interface TokenPerson {
  readonly sub: string;
  readonly org: string;
}

/** Whose token it is; null where the subject or the organisation is missing or could be no person's. */
export function personIn(claims: TokenClaims, names: ClaimNames): TokenPerson | null {
  const [sub, org] = [claimIn(claims, names.sub), claimIn(claims, names.org)];
  return isName(sub) && isName(org) && !isReserved(sub) && org !== 'null' ? { sub, org } : null;
}

/** Keys hold it, in four bytes a character at most: an index's key takes 2,048. */
const charactersMax = 256;

/** Control and format characters, and halves of a character, make two of what looks like one. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u;

const isName = (claim: unknown): claim is string =>
  typeof claim === 'string' && claim.trim() !== '' && [...claim].length <= charactersMax && !unseen.test(claim);

/** The trail's jobs, workers and the system itself act as these: no token speaks for them. */
const isReserved = (sub: string): boolean => /^(job|worker|system):/i.test(foldWidth(sub).trim());
