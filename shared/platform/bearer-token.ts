import type { TokenClaims } from '../contracts/token-claims.ts';

/** The one form in which a token is taken: no other case, no other space, nothing before or after it. */
const bearer = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/;

/** The token of an `Authorization` header; null for none, and for any other form. */
export const bearerTokenIn = (authorization: string | undefined): string | null =>
  bearer.exec(authorization ?? '')?.[1] ?? null;

/**
 * The payload of a token that a gateway has verified, as its issuer wrote it: the gateway itself hands claims on as
 * texts, in which `["head office"]` and `["head","office"]` are the same. It checks no signature.
 *
 * `verified` are the claims as the gateway found them in the token of this very header. Where they name another issuer
 * or subject, the header is not what was verified, and null is the answer.
 */
export function verifiedPayload(authorization: string | undefined, verified: TokenClaims): TokenClaims | null {
  const payload = payloadOf(bearerTokenIn(authorization) ?? '');
  const same = payload && ['iss', 'sub', 'jti'].every((name) => sameText(payload[name], verified[name]));
  return same ? payload : null;
}

/** Numbers and arrays are written otherwise by the gateway; what the issuer wrote as text is handed on as it is. */
const sameText = (written: unknown, verified: unknown): boolean => typeof written !== 'string' || written === verified;

function payloadOf(token: string): TokenClaims | null {
  const [, payload = ''] = token.split('.');
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TokenClaims) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
