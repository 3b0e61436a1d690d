import type { SignatureV4 } from '@smithy/signature-v4';

/** Where contents lie and who signs for them: a bucket of S3, or of another store that speaks as S3 does. */
export interface Objects {
  readonly signer: SignatureV4;
  /** Of the bucket, without a slash at the end; empty where this function was given none. */
  readonly address: string;
}

/** One call to the object store, for whoever holds its address until it expires. */
export interface SignedCall {
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  /** Without a slash; empty for the bucket itself, to list what is in it. */
  readonly key: string;
  /** Must be sent with the call as they are: another value, or none, breaks the signature. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Instant. */
  readonly at: string;
  readonly expiresInSeconds: number;
}

/** The address of a call, signed in its query (AWS Signature Version 4) so that it needs no other right. */
export async function signedAddress({ signer, address }: Objects, call: SignedCall): Promise<string> {
  if (address === '') throw new Error('this function was not given the bucket');
  const { protocol, host, hostname, port, pathname } = new URL(`${address}/${encodeURIComponent(call.key)}`);
  const { headers = {}, query = {}, at, expiresInSeconds: expiresIn } = call;
  const signed = await signer.presign(
    {
      method: call.method,
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path: pathname,
      query: { ...query },
      headers: { ...headers, host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
    },
    // What is not hoisted into the address stays a header, which the sender must then send.
    { signingDate: new Date(at), expiresIn, unhoistableHeaders: new Set(Object.keys(headers)) },
  );
  const parts = Object.entries(signed.query ?? {}).map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`);
  return `${protocol}//${host}${pathname}?${parts.join('&')}`;
}

/** RFC 3986, as signatures count it. */
export const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
