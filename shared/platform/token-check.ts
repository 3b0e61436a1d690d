import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whose tokens are good, and for whom they must be. */
export interface TokenRules {
  /** Without a slash at the end. */
  readonly issuer: string;
  readonly audiences: readonly string[];
}

/** The claims of a good token as the gateway hands them on; null for no or a bad token. */
export type TokenCheck = (authorization: string | undefined) => Promise<Readonly<Record<string, string>> | null>;

interface Verified {
  readonly claims: Readonly<Record<string, string>>;
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
      return { claims: flatten(payload), expiresAtMs: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      keys = null; // The issuer could not be asked: the next call asks again.
      throw error;
    }
  };

  return async (authorization) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return null;
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
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`The issuer ${issuer} answered ${response.status} to discovery`);
  const { jwks_uri: address } = (await response.json()) as { readonly jwks_uri: string };
  return createRemoteJWKSet(new URL(address));
}

function isForUs({ aud, client_id: clientId }: JWTPayload, audiences: readonly string[]): boolean {
  const named = aud === undefined ? clientId : aud;
  return [named].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience));
}

/** As the HTTP API does it: every claim is text, an array is `[a b]`. */
function flatten(payload: JWTPayload): Record<string, string> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, text(value)]));
}
