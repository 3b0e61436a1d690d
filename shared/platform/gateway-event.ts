import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Language } from '../contracts/language.ts';
import { languageOf } from '../contracts/language.ts';
import type { Role } from '../contracts/route.ts';
import type { Caller } from '../operations/caller.ts';
import { type ClaimNames, claimNamesIn } from './config.ts';
import type { ProblemPlace } from './problem.ts';

/** The event of an HTTP API, payload format 2.0. Only this file and its neighbours know it. */
export type GatewayEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

export const placeOf = (event: GatewayEvent): ProblemPlace => ({
  language: languageIn(event),
  instance: event.rawPath,
  traceId: event.requestContext.requestId,
});

export const languageIn = (event: GatewayEvent): Language => languageOf(event.headers['accept-language']);

/** The body's bytes, or null where there is none. */
export function bodyOf({ body, isBase64Encoded }: GatewayEvent): Buffer | null {
  if (body === undefined || body === '') return null;
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

let claimNames: ClaimNames | undefined;

/** Roles that see more come first: a person with several acts in the widest one that the call is open to. */
const byWidth: readonly Role[] = ['office', 'auditor', 'finance', 'member', 'bank', 'guarantor', 'enterprise'];

/**
 * Who calls, from the claims that the gateway verified. null where a claim is missing or says nothing; `forbidden`
 * where none of the caller's roles may.
 */
export function callerOf(event: GatewayEvent, allowed: readonly Role[]): Caller | 'forbidden' | null {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
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
