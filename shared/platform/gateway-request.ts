import type { Language } from '../contracts/language.ts';
import { languageOf } from '../contracts/language.ts';
import type { Role } from '../contracts/route.ts';
import type { TokenClaims } from '../contracts/token-claims.ts';
import type { Caller } from '../operations/caller.ts';
import { type ClaimNames, claimNamesIn } from './config.ts';
import type { ProblemPlace } from './problem.ts';
import { callerIn, personIn, type TokenPerson } from './token-caller.ts';

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
  /** The address from which the call came, as the gateway says. */
  readonly address: string | null;
  /** What the token says, as its issuer wrote it and already verified; nothing if the gateway verified none. */
  readonly claims: TokenClaims;
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

/** Whose token it is, whatever its roles; null where there is none, or it could be no person's. */
export function personOf({ claims }: GatewayRequest): TokenPerson | null {
  claimNames ??= claimNamesIn(process.env);
  return personIn(claims, claimNames);
}

/** Who calls, in the widest of the `allowed` roles; null is 401, `forbidden` 403. */
export function callerOf({ claims }: GatewayRequest, allowed: readonly Role[]): Caller | 'forbidden' | null {
  claimNames ??= claimNamesIn(process.env);
  return callerIn(claims, claimNames, allowed);
}
