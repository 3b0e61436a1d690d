import type { Content, Document } from '../domain/document.ts';
import { signatureBytesMax } from '../domain/document-type.ts';
import { ask, ownSeconds } from './object-call.ts';
import { escaped, type Objects, signedAddress } from './signed-address.ts';

export type { Objects } from './signed-address.ts';

/** Where a content is sent or fetched, and until when. */
export interface Address {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Instant. */
  readonly expiresAt: string;
}

/** Long enough to begin sending 20 MiB after a look at the file. */
const uploadSeconds = 15 * 60;
/** A browser follows it at once. */
const downloadSeconds = 5 * 60;

/**
 * Where to send a document's content. Form, length and SHA-256 are signed, and that nothing is there yet: the object store
 * itself refuses any other content, and the same one a second time (412).
 */
export async function uploadAddress(objects: Objects, document: Document, at: string): Promise<Address> {
  const { documentId: key, contentType, bytes, sha256 } = document;
  const checksum = Buffer.from(sha256, 'hex').toString('base64');
  const headers = { 'content-type': contentType, 'x-amz-checksum-sha256': checksum, 'if-none-match': '*' };
  const signed = { ...headers, 'content-length': String(bytes) };
  const call = { method: 'PUT', key, headers: signed, at, expiresInSeconds: uploadSeconds } as const;
  // Every client counts the length itself, and a browser lets no page say it.
  return { url: await signedAddress(objects, call), headers, expiresAt: later(at, uploadSeconds) };
}

/** Where to fetch a document's content: as a file to be saved, never shown as a page. */
export async function downloadAddress(objects: Objects, document: Document, at: string): Promise<Address> {
  const query = {
    'response-content-disposition': `attachment; filename*=UTF-8''${escaped(document.fileName)}`,
    'response-cache-control': 'private, no-store',
  };
  const call = { method: 'GET', key: document.documentId, query, at, expiresInSeconds: downloadSeconds } as const;
  return { url: await signedAddress(objects, call), headers: {}, expiresAt: later(at, downloadSeconds) };
}

/**
 * Takes a document's content away; again and again likewise.
 *
 * @throws Unavailable when the object store does not answer.
 */
export async function removeContent(objects: Objects, documentId: string, at: string): Promise<void> {
  const { ok, status } = await ask(objects, { method: 'DELETE', key: documentId, at, expiresInSeconds: ownSeconds });
  if (!ok && status !== 404) throw new Error(`the object store answers ${status} to the removal of ${documentId}`);
}

/**
 * What the object store holds for a document: the length and SHA-256 that it counted itself when the content came, and the
 * first bytes. null where there is nothing yet.
 *
 * @throws Unavailable when it does not answer.
 */
export async function readContent(objects: Objects, documentId: string, at: string): Promise<Content | null> {
  const own = { key: documentId, at, expiresInSeconds: ownSeconds } as const;
  const found = await ask(objects, { ...own, method: 'HEAD', headers: { 'x-amz-checksum-mode': 'ENABLED' } });
  if (found.status === 404) return null;
  const checksum = found.headers.get('x-amz-checksum-sha256');
  if (!found.ok || checksum === null) throw new Error(`the object store tells no checksum of ${documentId}`);
  const beginning = await ask(objects, {
    ...own,
    method: 'GET',
    headers: { range: `bytes=0-${signatureBytesMax - 1}` },
  });
  if (beginning.status !== 206 && beginning.status !== 200) {
    throw new Error(`the object store answers ${beginning.status} for the beginning of ${documentId}`);
  }
  const head = new Uint8Array(await beginning.arrayBuffer());
  return {
    bytes: Number(found.headers.get('content-length')),
    sha256: Buffer.from(checksum, 'base64').toString('hex'),
    head: [...head.subarray(0, signatureBytesMax)],
    storedAt: new Date(found.headers.get('last-modified') ?? at).toISOString(),
  };
}

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
