import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import type { Client } from './clients.ts';
import type { IssuerKeys } from './keys.ts';

export const tokenSeconds = 3_600;

export interface TokenIssuer {
  readonly issuer: string;
  readonly keys: IssuerKeys;
  /** A signed access token for a client, good for {@link tokenSeconds} of the system's clock. */
  accessToken(client: Client, clientId?: string): Promise<string>;
  /** A signed identity token for the page. */
  identityToken(client: Client, clientId: string, nonce: string | null): Promise<string>;
}

/** Makes tokens by the system's clock, so that they run out when the clock is moved past them. */
export function createTokenIssuer(issuer: string, audience: string, keys: IssuerKeys, clock: Clock): TokenIssuer {
  const sign = (client: Client, aud: string, claims: Readonly<Record<string, unknown>>): Promise<string> => {
    const issuedAt = Math.floor(clock.nowMs() / 1000);
    return new SignJWT({ name: client.name, org: client.org, roles: client.roles, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: keys.keyId, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(client.id)
      .setAudience(aud)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenSeconds)
      .setJti(randomUUID())
      .sign(keys.privateKey);
  };
  return {
    issuer,
    keys,
    accessToken: (client, clientId = client.id) => sign(client, audience, { client_id: clientId }),
    identityToken: (client, clientId, nonce) => sign(client, clientId, nonce === null ? {} : { nonce }),
  };
}
