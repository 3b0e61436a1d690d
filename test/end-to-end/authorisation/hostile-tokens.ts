import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';

type Claims = Readonly<Record<string, unknown>>;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const rs256 = (text: string, key: KeyObject): string => sign('sha256', Buffer.from(text), key).toString('base64url');

/** Writes tokens as somebody would who has, or has not, the issuer's key: whatever claims and header, well signed or not. */
export interface TokenForge {
  /** Signed by the issuer itself. */
  readonly ofIssuer: (claims: Claims, header?: Claims) => string;
  /** Forms of the `Authorization` header that nobody may come in by, each keyed by what is wrong. */
  readonly refused: () => Readonly<Record<string, string>>;
  readonly good: string;
}

/** Reads the issuer's key from its data folder; `good` is a token of its own. */
export function tokenForge(good: string, dataFolder: string): TokenForge {
  const { privateKey: jwk } = JSON.parse(readFileSync(join(dataFolder, 'issuer-key.json'), 'utf8'));
  const own = createPrivateKey({ key: jwk, format: 'jwk' });
  const pem = createPublicKey(own).export({ type: 'spki', format: 'pem' });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const claims = { ...decodeJwt(good), roles: ['office', 'auditor', 'finance', 'bank', 'member'] } as Claims;
  const header = decodeProtectedHeader(good) as Claims;
  const { iat = 0 } = decodeJwt(good);

  const unsigned = (changed: Claims, payload: Claims = claims) =>
    `${encoded({ ...header, ...changed })}.${encoded({ ...claims, ...payload })}`;
  const signedBy = (key: KeyObject, changed: Claims = {}, payload: Claims = {}) => {
    const text = unsigned(changed, payload);
    return `${text}.${rs256(text, key)}`;
  };
  const ofIssuer = (payload: Claims, changed: Claims = {}) => signedBy(own, changed, payload);
  const hmac = (bits: number, secret: string | Buffer, changed: Claims = {}) => {
    const text = unsigned({ alg: `HS${bits}`, ...changed });
    return `${text}.${createHmac(`sha${bits}`, secret).update(text).digest('base64url')}`;
  };
  const rsaJwk = foreign.publicKey.export({ format: 'jwk' });
  const [head = '', body = '', signature = ''] = good.split('.');

  const tokens = (): Record<string, string> => ({
    'alg none': `${unsigned({ alg: 'none' })}.`,
    'alg nOnE': `${unsigned({ alg: 'nOnE' })}.`,
    'alg NONE with a signature': `${unsigned({ alg: 'NONE' })}.${signature}`,
    'no alg': signedBy(own, { alg: undefined }),
    'alg of a number': signedBy(own, { alg: 256 }),
    'alg with a blank': signedBy(own, { alg: 'RS256 ' }),
    'alg in lower case': signedBy(own, { alg: 'rs256' }),
    'RSA called PSS': signedBy(own, { alg: 'PS256' }),
    'RSA called an elliptic curve': signedBy(own, { alg: 'ES256' }),
    'RSA called EdDSA': signedBy(own, { alg: 'EdDSA' }),
    'RS256 called RS512': signedBy(own, { alg: 'RS512' }),
    'HS256 by the public key': hmac(256, pem),
    'HS384 by the public key': hmac(384, pem),
    'HS512 by the public key': hmac(512, pem),
    'HS256 by the key’s modulus': hmac(256, Buffer.from(String(jwk.n), 'base64url')),
    'HS256 by nothing': hmac(256, '', { kid: '/dev/null' }),
    'another key': signedBy(foreign.privateKey),
    'another key that it brings along': signedBy(foreign.privateKey, { jwk: rsaJwk }),
    'another key and where it lies': signedBy(foreign.privateKey, { jku: 'http://127.0.0.1:9/keys' }),
    'another key in a certificate elsewhere': signedBy(foreign.privateKey, { x5u: 'http://127.0.0.1:9/cert' }),
    'another key in a certificate': signedBy(foreign.privateKey, { x5c: [Buffer.from(pem).toString('base64')] }),
    'a kid that is a path': signedBy(own, { kid: '../../../../dev/null' }),
    'a kid that is a query': signedBy(own, { kid: "' OR '1'='1" }),
    'a kid of nobody': signedBy(own, { kid: 'another' }),
    'a kid that is a list': signedBy(own, { kid: [header.kid] }),
    'something critical that nobody knows': signedBy(own, { crit: ['x'], x: 1 }),
    'an empty list of what is critical': signedBy(own, { crit: [] }),
    'its payload as it is': signedBy(own, { b64: false, crit: ['b64'] }),
    'no expiry': ofIssuer({ exp: undefined }),
    'an expiry of null': ofIssuer({ exp: null }),
    'an expiry in text': ofIssuer({ exp: String(iat + 3_600) }),
    'an expiry that has come': ofIssuer({ exp: iat - 1 }),
    'an expiry below zero': ofIssuer({ exp: -1 }),
    'a beginning to come': ofIssuer({ nbf: iat + 100_000, exp: iat + 200_000 }),
    'a beginning in text': ofIssuer({ nbf: 'now' }),
    'no issuer': ofIssuer({ iss: undefined }),
    'the issuer with a slash': ofIssuer({ iss: `${claims.iss}/` }),
    'the issuer in a list': ofIssuer({ iss: [claims.iss] }),
    'another issuer': ofIssuer({ iss: 'https://issuer.invalid' }),
    'another audience': ofIssuer({ aud: 'another', client_id: 'another' }),
    'the audience within another': ofIssuer({ aud: `${claims.aud}-x` }),
    'the page for its audience': ofIssuer({ aud: 'admin-page' }),
    'an audience that is an object': ofIssuer({ aud: { name: claims.aud } }),
    'other claims under a good signature': `${head}.${encoded(claims)}.${signature}`,
    'another header under a good signature': `${encoded({ ...header, typ: 'at+jwt' })}.${body}.${signature}`,
    'a signature cut short': `${head}.${body}.${signature.slice(0, -2)}`,
    'no signature': `${head}.${body}.`,
    'two parts': `${head}.${body}`,
    'four parts': `${good}.${signature}`,
    padding: `${good}=`,
    'a claim of nothing': ofIssuer({ sub: undefined }),
    nonsense: 'x.y.z',
  });
  const refused = () => ({
    ...Object.fromEntries(Object.entries(tokens()).map(([what, token]) => [what, `Bearer ${token}`])),
    'no scheme': good,
    'a scheme in lower case': `bearer ${good}`,
    'two blanks': `Bearer  ${good}`,
    'a tab': `Bearer\t${good}`,
    'two tokens': `Bearer ${good}, Bearer ${good}`,
    'another scheme': `Token ${good}`,
    'a name and a password': `Basic ${Buffer.from('office-1:local-only').toString('base64')}`,
  });
  return { ofIssuer, refused, good };
}
