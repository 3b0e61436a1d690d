import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { SignatureV4 } from '@smithy/signature-v4';
import { readBody } from '../gateway/body.ts';
import type { Reply } from '../gateway/reply.ts';
import { type ObjectFolder, openObjectFolder, type StoredObject } from './object-folder.ts';
import { faultOfSignature } from './signature.ts';

export interface ObjectStoreOptions {
  /** Where the buckets' folders are made. */
  readonly folder: string;
  readonly buckets: readonly string[];
  /** Those of which nobody may take anything away. */
  readonly locked: readonly string[];
  /** The part of the path before the bucket, such as `/local/objects`. */
  readonly root: string;
  readonly signer: SignatureV4;
  readonly nowMs: () => number;
}

/** More than any document may have. */
const contentBytesMax = 64 * 1024 * 1024;
const keyCharactersMax = 80;

const refusals = {
  AccessDenied: [403, 'Access Denied'],
  RequestExpired: [403, 'Request has expired'],
  SignatureDoesNotMatch: [403, 'The request signature we calculated does not match the signature you provided.'],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  KeyTooLongError: [400, 'Your key is too long'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  BadDigest: [400, 'The SHA256 you specified did not match the calculated checksum.'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
} as const satisfies Record<string, readonly [number, string]>;

/**
 * The part of S3 that this system uses, on this machine: PUT, GET, HEAD and DELETE of an object by a signed address, the checksum
 * that S3 itself computes and compares, a PUT only where nothing is, a range, what the address says of the answer's headers,
 * and a bucket's list of keys. It answers as S3 does, so that the same code runs against both.
 */
export function createObjectStore(options: ObjectStoreOptions): (request: IncomingMessage) => Promise<Reply> {
  const { folder, buckets, locked, root, signer, nowMs } = options;
  const folders = new Map<string, ObjectFolder>(
    buckets.map((bucket) => [bucket, openObjectFolder(join(folder, bucket))]),
  );

  return async (request) => {
    // Read even where it is refused, so that its sender can read why.
    const body = await readBody(request, contentBytesMax);
    const url = new URL(request.url ?? '', 'http://local');
    const fault = await faultOfSignature(request, url, signer, nowMs());
    if (fault) return refuse(fault);
    const [bucket = '', key = '', ...deeper] = url.pathname
      .slice(root.length + 1)
      .split('/')
      .map(decodeURIComponent);
    const objects = folders.get(bucket);
    if (!objects) return refuse('NoSuchBucket');
    if (key === '' && request.method === 'GET') return list(await objects.keys(), url.searchParams);
    if (key === '' || deeper.length > 0) return refuse('MethodNotAllowed');
    if (key.length > keyCharactersMax) return refuse('KeyTooLongError');
    if (request.method === 'PUT') return put(objects, key, request, body, nowMs());
    if (request.method === 'DELETE') {
      if (locked.includes(bucket)) return refuse('AccessDenied');
      await objects.takeAway(key);
      return { status: 204, headers: {}, body: '' };
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse('MethodNotAllowed');
    const object = await objects.get(key);
    return object ? show(object, request, url) : refuse('NoSuchKey');
  };
}

async function put(
  objects: ObjectFolder,
  key: string,
  { headers }: IncomingMessage,
  body: Awaited<ReturnType<typeof readBody>>,
  nowMs: number,
): Promise<Reply> {
  if (headers['content-length'] === undefined) return refuse('MissingContentLength');
  if ('bytes' in body) return refuse('EntityTooLarge');
  const checksum = createHash('sha256').update(body).digest('base64');
  const promised = headers['x-amz-checksum-sha256'];
  if (promised !== undefined && promised !== checksum) return refuse('BadDigest');
  const contentType = headers['content-type'] ?? 'binary/octet-stream';
  const object = { contentType, checksum, storedAt: new Date(nowMs).toISOString(), content: body };
  if (headers['if-none-match'] !== '*') await objects.put(key, object);
  else if (!(await objects.putNew(key, object))) return refuse('PreconditionFailed');
  return {
    status: 200,
    headers: { 'x-amz-checksum-sha256': checksum, 'x-amz-checksum-type': 'FULL_OBJECT' },
    body: '',
  };
}

/** HEAD is answered as GET; the server leaves the content away. */
function show(object: StoredObject, { headers }: IncomingMessage, { searchParams: asked }: URL): Reply {
  const wantsChecksum = (headers['x-amz-checksum-mode'] ?? asked.get('x-amz-checksum-mode')) === 'ENABLED';
  const told = {
    'content-type': object.contentType,
    'last-modified': new Date(object.storedAt).toUTCString(),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    ...overridden(asked),
  };
  const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
  if (!range) {
    const checksum = wantsChecksum && { 'x-amz-checksum-sha256': object.checksum };
    return { status: 200, headers: { ...told, ...checksum }, body: object.content };
  }
  const { length } = object.content;
  const [from, through] = [Number(range[1]), Math.min(Number(range[2]), length - 1)];
  if (from > through) return refuse('InvalidRange');
  return {
    status: 206,
    headers: { ...told, 'content-range': `bytes ${from}-${through}/${length}` },
    body: object.content.subarray(from, through + 1),
  };
}

/** `response-content-disposition` of the address becomes the answer's `content-disposition`, and so on. */
const overridden = (asked: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...asked].flatMap(([name, value]) => {
      const [, header] = /^response-(content-(?:disposition|type)|cache-control)$/.exec(name) ?? [];
      return header === undefined ? [] : [[header, value]];
    }),
  );

/** A page of keys (ListObjectsV2); what this system does not read of it is left out. */
function list(keys: readonly string[], asked: URLSearchParams): Reply {
  const prefix = asked.get('prefix') ?? '';
  const after = Buffer.from(asked.get('continuation-token') ?? '', 'base64url').toString();
  const keysMax = Number(asked.get('max-keys') ?? 1000);
  const left = keys.filter((key) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  const page = left.slice(0, keysMax);
  const isTruncated = left.length > page.length;
  const token = Buffer.from(page.at(-1) ?? '').toString('base64url');
  const parts = [
    ...page.map((key) => `<Contents><Key>${inXml(key)}</Key></Contents>`),
    `<IsTruncated>${isTruncated}</IsTruncated>`,
    ...(isTruncated ? [`<NextContinuationToken>${token}</NextContinuationToken>`] : []),
  ];
  return xml(200, `<ListBucketResult>${parts.join('')}</ListBucketResult>`);
}

const inXml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const xml = (status: number, root: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${root}`,
});

function refuse(refusal: keyof typeof refusals): Reply {
  const [status, message] = refusals[refusal];
  // S3 calls an expired address a denied access.
  const code = refusal === 'RequestExpired' ? 'AccessDenied' : refusal;
  return xml(status, `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}
