import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Tokens of somebody whom every call is open to, each wrong in one thing. Keyed by what is wrong. */
export async function badTokens(good: string, dataFolder: string): Promise<Readonly<Record<string, string | null>>> {
  const { kid } = decodeProtectedHeader(good);
  const { iat = 0, ...rest } = decodeJwt(good);
  const claims: JWTPayload = { ...rest, iat, roles: ['office', 'auditor', 'finance', 'bank', 'member'] };
  const { privateKey: jwk } = JSON.parse(readFileSync(join(dataFolder, 'issuer-key.json'), 'utf8'));
  const ownKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const foreign = await generateKeyPair('RS256');
  const sign = (payload: JWTPayload, key: Parameters<SignJWT['sign']>[0] = ownKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid !== undefined && { kid }) }).sign(key);
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return {
    'no token': null,
    expired: await sign({ ...claims, exp: iat - 1 }),
    'without an end': await sign({ ...claims, exp: undefined }),
    'not yet good': await sign({ ...claims, nbf: iat + 100_000, exp: iat + 200_000 }),
    'alg none': `${none}.${body}.`,
    'of another issuer': await sign({ ...claims, iss: 'https://issuer.invalid' }),
    'for another audience': await sign({ ...claims, aud: 'another-system', client_id: 'another-system' }),
    'signed by another key': await sign(claims, foreign.privateKey),
  };
}
