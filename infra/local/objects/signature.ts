import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SignatureV4 } from '@smithy/signature-v4';

/** Why a call is not let in, by S3's own codes. */
export type SignatureFault = 'AccessDenied' | 'RequestExpired' | 'SignatureDoesNotMatch';

const algorithm = 'AWS4-HMAC-SHA256';
/** Days that S3 lets a signed address live. */
const longestSeconds = 7 * 24 * 60 * 60;
/** How far ahead the signer's clock may be. */
const aheadMs = 15 * 60 * 1000;
/** What the signature is made of and the signer adds again by itself. */
const ownParameters = new Set([
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
  'x-amz-content-sha256',
]);

/**
 * Checks a call whose address was signed (AWS Signature Version 4 in the query): it signs the same call again and compares.
 * The signed headers are taken from the call itself, so that another type, length or checksum than was signed is refused.
 */
export async function faultOfSignature(
  request: IncomingMessage,
  url: URL,
  signer: SignatureV4,
  nowMs: number,
): Promise<SignatureFault | null> {
  const asked = url.searchParams;
  const signingMs = instantOf(asked.get('X-Amz-Date') ?? '');
  const expiresIn = Number(asked.get('X-Amz-Expires'));
  const given = asked.get('X-Amz-Signature') ?? '';
  if (asked.get('X-Amz-Algorithm') !== algorithm || signingMs === null || given === '') return 'AccessDenied';
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > longestSeconds) return 'AccessDenied';

  const names = (asked.get('X-Amz-SignedHeaders') ?? '').split(';');
  const headers = Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const others = [...asked].filter(([name]) => !ownParameters.has(name.toLowerCase()));
  const signed = await signer.presign(
    {
      method: request.method ?? '',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(others),
      headers: { ...headers, 'X-Amz-Content-Sha256': asked.get('X-Amz-Content-Sha256') ?? '' },
    },
    {
      signingDate: new Date(signingMs),
      expiresIn,
      unhoistableHeaders: new Set(names),
      signableHeaders: new Set(names),
    },
  );
  const ours = signed.query ?? {};
  const isSame =
    isEqual(given, String(ours['X-Amz-Signature'])) && asked.get('X-Amz-Credential') === ours['X-Amz-Credential'];
  if (!isSame) return 'SignatureDoesNotMatch';
  if (nowMs < signingMs - aheadMs) return 'AccessDenied';
  return nowMs < signingMs + expiresIn * 1000 ? null : 'RequestExpired';
}

/** `20260302T010203Z` in milliseconds; null where it is no instant. */
function instantOf(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const instantMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instantMs) ? null : instantMs;
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
