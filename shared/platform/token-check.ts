import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { bearerTokenIn } from './bearer-token.ts';

/** Whose tokens are good, and for whom they must be. */
export interface TokenRules {
  /** Without a slash at the end. */
  readonly issuer: string;
  readonly audiences: readonly string[];
}

/** The claims of a good token as its issuer wrote them; null for no or a bad token. */
export type TokenCheck = (authorization: string | undefined) => Promise<JWTPayload | null>;

interface Verified {
  readonly claims: JWTPayload;
  readonly expiresAtMs: number;
}

/** Only RSA, as the HTTP API's own authorizer; `none` and shared secrets are not among them. */
const algorithms = ['RS256', 'RS384', 'RS512'];
const rememberedMax = 5_000;

/**
 * Checks tokens as the HTTP API's JWT authorizer does: keys found by discovery, issuer, audience (or client), expiry and
 * not-before by the given clock. What was found good is remembered until it expires, so that a call costs no signature.
 *
 * The check throws where the issuer cannot be asked.
 */
export function createTokenCheck({ issuer, audiences }: TokenRules, nowMs: () => number): TokenCheck {
  const remembered = new Map<string, Verified>();
  let keys: Promise<JWTVerifyGetKey> | null = null;

  const verify = async (token: string): Promise<Verified | null> => {
    keys ??= discoverKeys(issuer);
    const currentDate = new Date(nowMs());
    try {
      const options = { issuer, algorithms, currentDate, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, await keys, options);
      if (!isForUs(payload, audiences)) return null;
      return { claims: payload, expiresAtMs: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      keys = null; // The issuer could not be asked: the next call asks again.
      throw error;
    }
  };

  return async (authorization) => {
    const token = bearerTokenIn(authorization);
    if (token === null) return null;
    const known = remembered.get(token) ?? (await verify(token));
    if (!known) return null;
    if (known.expiresAtMs <= nowMs()) {
      remembered.delete(token);
      return null;
    }
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(token, known);
    return known.claims;
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetchFromIssuer(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri: address } = (await response.json()) as { readonly jwks_uri: string };
  return createRemoteJWKSet(new URL(address), { [customFetch]: fetchFromIssuer });
}

/**
 * Asks the configured issuer and nobody else: a redirect is an error. So is any answer but a good one, since of it the
 * library would make a bad token, and a 401, where the issuer alone is at fault.
 */
async function fetchFromIssuer(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { ...options, redirect: 'error' });
  if (!response.ok) throw new Error(`The issuer answered ${response.status} to ${url}`);
  return response;
}

function isForUs({ aud, client_id: clientId }: JWTPayload, audiences: readonly string[]): boolean {
  const named = aud === undefined ? clientId : aud;
  return [named].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience));
}
