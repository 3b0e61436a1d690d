import type { Role } from '../contracts/route.ts';
import { claimIn, rolesIn, type TokenClaims } from '../contracts/token-claims.ts';
import { foldWidth } from '../domain/text-width.ts';
import type { Caller } from '../operations/caller.ts';
import type { ClaimNames } from './config.ts';

/** Roles that see more come first: a person with several acts in the widest one that the call is open to. */
const byWidth: readonly Role[] = ['office', 'auditor', 'finance', 'member', 'bank', 'guarantor', 'enterprise'];

/**
 * Who calls, from the claims of a token that the gateway verified. null where the subject or the organisation is
 * missing or could be no person's; `forbidden` where none of the caller's roles may.
 */
export function callerIn(
  claims: TokenClaims,
  names: ClaimNames,
  allowed: readonly Role[],
): Caller | 'forbidden' | null {
  const [sub, org, name] = [names.sub, names.org, names.name].map((each) => claimIn(claims, each));
  if (!isName(sub) || !isName(org) || isReserved(sub) || org === 'null') return null;
  const held = rolesIn(claimIn(claims, names.roles));
  const role = byWidth.find((each) => held.includes(each) && allowed.includes(each));
  return role ? { sub, org, role, name: isName(name) ? name : sub } : 'forbidden';
}

/** Keys hold it, in four bytes a character at most: an index's key takes 2,048. */
const charactersMax = 256;

/** Control and format characters, and halves of a character, make two of what looks like one. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u;

const isName = (claim: unknown): claim is string =>
  typeof claim === 'string' && claim.trim() !== '' && [...claim].length <= charactersMax && !unseen.test(claim);

/** The trail's jobs, workers and the system itself act as these: no token speaks for them. */
const isReserved = (sub: string): boolean => /^(job|worker|system):/i.test(foldWidth(sub).trim());
