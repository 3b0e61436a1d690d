import type { Language } from '../contracts/language.ts';
import { languageOf } from '../contracts/language.ts';
import type { Role } from '../contracts/route.ts';
import type { Caller } from '../operations/caller.ts';
import { type ClaimNames, claimNamesIn } from './config.ts';
import type { ProblemPlace } from './problem.ts';

/** A call of the API, by whichever kind of gateway it came. */
export interface GatewayRequest {
  /** As it was sent. */
  readonly path: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  /** Each once: one given twice comes as one text with commas. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
  readonly requestId: string;
  /** What the token says, already verified; none where the call needs no token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export const placeOf = (request: GatewayRequest): ProblemPlace => ({
  language: languageIn(request),
  instance: request.path,
  traceId: request.requestId,
});

export const languageIn = ({ headers }: GatewayRequest): Language => languageOf(headers['accept-language']);

/** The body's bytes, or null where there is none. */
export const bodyOf = ({ body, isBase64Encoded }: GatewayRequest): Buffer | null =>
  body === '' ? null : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

let claimNames: ClaimNames | undefined;

/** Roles that see more come first: a person with several acts in the widest one that the call is open to. */
const byWidth: readonly Role[] = ['office', 'auditor', 'finance', 'member', 'bank', 'guarantor', 'enterprise'];

/**
 * Who calls, from the claims that the gateway verified. null where a claim is missing or says nothing; `forbidden`
 * where none of the caller's roles may.
 */
export function callerOf({ claims }: GatewayRequest, allowed: readonly Role[]): Caller | 'forbidden' | null {
  claimNames ??= claimNamesIn(process.env);
  const [sub, name, org] = [claims[claimNames.sub], claims[claimNames.name], claims[claimNames.org]];
  if (typeof sub !== 'string' || typeof org !== 'string' || sub === '' || org === '') return null;
  const held = rolesOf(claims[claimNames.roles]);
  const role = byWidth.find((each) => held.includes(each) && allowed.includes(each));
  return role ? { sub, org, role, name: typeof name === 'string' ? name : sub } : 'forbidden';
}

/** The native authorizer flattens an array claim to `[bank member]`; role names have no spaces. */
function rolesOf(claim: unknown): readonly string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim.replace(/^\[|\]$/g, '').split(/[\s,"]+/);
}
