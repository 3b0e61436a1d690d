import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openObjectFolder } from '../../infra/local/objects/object-folder.ts';
import type { Document } from '../../shared/domain/document.ts';
import { listManifests, manifestKey, putOnce, readObject } from '../../shared/store/checkpoints.ts';
import { downloadAddress, type Objects, readContent, uploadAddress } from '../../shared/store/objects.ts';
import { signedAddress } from '../../shared/store/signed-address.ts';
import { announcementOf, aPdf } from '../support/documents.ts';
import { startObjects, testBucket, testSigner } from '../support/objects.ts';

let store: Awaited<ReturnType<typeof startObjects>>;
let objects: Objects;
let nowMs = Date.parse('2026-03-02T02:00:00.000Z');
const at = new Date(nowMs).toISOString();

beforeAll(async () => {
  store = await startObjects(() => nowMs);
  objects = { signer: testSigner, address: `${store.endpoint}/${testBucket}` };
});
afterAll(() => store.stop());

const content = aPdf();
const documentOf = (documentId: string, of = content) =>
  ({ ...announcementOf(of), documentId, owner: 'rcb', announcedAt: at, uploadedAt: null, links: [] }) as Document;

/** What the store says to an upload: status, and S3's code where it refuses. */
async function put(url: string, headers: Record<string, string>, body: Buffer): Promise<readonly unknown[]> {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) });
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await answer.text()) ?? [];
  return code === undefined ? [answer.status] : [answer.status, code];
}

async function atMs<Result>(instantMs: number, act: () => Promise<Result>): Promise<Result> {
  const before = nowMs;
  nowMs = instantMs;
  try {
    return await act();
  } finally {
    nowMs = before;
  }
}

describe('an upload by a signed address', () => {
  test('puts the content that was announced, once: again and again it is told that it is there', async () => {
    const { url, headers } = await uploadAddress(objects, documentOf('doc-1'), at);
    expect(await readContent(objects, 'doc-1', at)).toBeNull();
    expect(await put(url, headers, content)).toEqual([200]);
    for (const again of [url, (await uploadAddress(objects, documentOf('doc-1'), at)).url])
      expect(await put(again, headers, content)).toEqual([412, 'PreconditionFailed']);
    const { sha256 } = announcementOf(content);
    const head = [...content.subarray(0, 8)];
    expect(await readContent(objects, 'doc-1', at)).toEqual({ bytes: 1_000, sha256, head, storedAt: at });
  });

  test('takes no other content, length, type or checksum, and leaves nothing of what it refused', async () => {
    const { url, headers } = await uploadAddress(objects, documentOf('doc-2'), at);
    const other = aPdf(1_000, 'other');
    expect(await put(url, headers, other)).toEqual([400, 'BadDigest']);
    expect(await put(url, headers, aPdf(999))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url, headers, aPdf(1_001))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url, { ...headers, 'content-type': 'text/html' }, content)).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    const foreign = (await uploadAddress(objects, documentOf('doc-2', other), at)).headers;
    expect(await put(url, foreign, other)).toEqual([403, 'SignatureDoesNotMatch']);
    for (const name of ['x-amz-checksum-sha256', 'if-none-match']) {
      const without = Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
      expect(await put(url, without, content)).toEqual([403, 'SignatureDoesNotMatch']);
    }
    expect(await readContent(objects, 'doc-2', at)).toBeNull();
  });

  test('is for this key, this method and this signer alone', async () => {
    const { url, headers } = await uploadAddress(objects, documentOf('doc-3'), at);
    expect(await put(url.replace('doc-3', 'doc-4'), headers, content)).toEqual([403, 'SignatureDoesNotMatch']);
    expect((await fetch(url)).status).toBe(403);
    expect(await put(url.replace(/Signature=.{4}/, 'Signature=0000'), headers, content)).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await put(url.replace('Credential=test', 'Credential=other'), headers, content)).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await put(`${store.endpoint}/${testBucket}/doc-3`, headers, content)).toEqual([403, 'AccessDenied']);
  });

  test('works through its last second and not after, and cannot be made to last', async () => {
    const { url, headers, expiresAt } = await uploadAddress(objects, documentOf('doc-5'), at);
    const endMs = Date.parse(expiresAt);
    expect(await atMs(endMs, () => put(url, headers, content))).toEqual([403, 'AccessDenied']);
    const longer = url.replace('Expires=900', 'Expires=9000');
    expect(await atMs(endMs, () => put(longer, headers, content))).toEqual([403, 'SignatureDoesNotMatch']);
    const early = nowMs - 16 * 60_000;
    expect(await atMs(early, () => put(url, headers, content))).toEqual([403, 'AccessDenied']);
    expect(await atMs(endMs - 1, () => put(url, headers, content))).toEqual([200]);
  });

  test('takes one byte, and a whole 20 MiB', async () => {
    for (const [id, bytes] of [
      ['doc-6', 1],
      ['doc-7', 20 * 1024 * 1024],
    ] as const) {
      const large = aPdf(bytes);
      const { url, headers } = await uploadAddress(objects, documentOf(id, large), at);
      expect(await put(url, headers, large)).toEqual([200]);
      expect(await readContent(objects, id, at)).toMatchObject({ bytes, sha256: announcementOf(large).sha256 });
    }
  });
});

describe('a download by a signed address', () => {
  test('gives the bytes as a file to be saved, until it expires', async () => {
    const { url, headers } = await uploadAddress(objects, documentOf('doc-8'), at);
    await put(url, headers, content);
    const address = await downloadAddress(objects, { ...documentOf('doc-8'), fileName: "a'(1)*.pdf" }, at);
    const answer = await fetch(address.url);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''a%27%281%29%2A.pdf",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(Date.parse(address.expiresAt) - nowMs).toBe(5 * 60_000);
    const late = await atMs(Date.parse(address.expiresAt), () => fetch(address.url));
    expect(late.status).toBe(403);
    const renamed = address.url.replace('attachment', 'inline');
    expect((await fetch(renamed)).status).toBe(403);
  });

  test('of nothing, of another bucket, or by a key that leads out of the folder, is refused', async () => {
    const asked = async (address: string, key: string): Promise<number> => {
      const call = { method: 'GET', key, at, expiresInSeconds: 60 } as const;
      return (await fetch(await signedAddress({ signer: testSigner, address }, call))).status;
    };
    expect(await asked(objects.address, 'doc-none')).toBe(404);
    expect(await asked(`${store.endpoint}/other`, 'doc-8')).toBe(404);
    expect(await asked(objects.address, '../clock.json')).toBe(404);
    expect(await asked(objects.address, 'k'.repeat(81))).toBe(400);
  });
});

describe('a put only where nothing is', () => {
  const putNew = (key: string, text: string) => putOnce(objects, key, Buffer.from(text), at).then(String);

  test('puts once, and answers what is there ever after', async () => {
    expect(await putNew('once-1', 'first')).toBe('first');
    expect(await putNew('once-1', 'second')).toBe('first');
    expect(String(await readObject(objects, 'once-1', at))).toBe('first');
    expect(await readObject(objects, 'once-none', at)).toBeNull();
  });

  test('of many at once takes one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => putNew('once-2', `text ${index}`)));
    expect(new Set(answers).size).toBe(1);
    expect(String(await readObject(objects, 'once-2', at))).toBe(answers[0]);
  });

  test('holds for who does not ask for it by the signature: the condition cannot be left out', async () => {
    const headers = { 'if-none-match': '*' };
    const call = { method: 'PUT', key: 'once-1', headers, at, expiresInSeconds: 60 } as const;
    const url = await signedAddress(objects, call);
    expect(await put(url, {}, content)).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url, headers, content)).toEqual([412, 'PreconditionFailed']);
  });
});

describe('the list of a bucket', () => {
  const listed = async (query: Record<string, string>): Promise<string> => {
    const url = await signedAddress(objects, {
      method: 'GET',
      key: '',
      query: { 'list-type': '2', ...query },
      at,
      expiresInSeconds: 60,
    });
    return (await fetch(url)).text();
  };

  test('is in the order of the keys, by their beginning, page by page', async () => {
    for (const key of ['page-b', 'page-a&<', 'page-c']) await putOnce(objects, key, Buffer.from('x'), at);
    const first = await listed({ prefix: 'page-', 'max-keys': '2' });
    expect([...first.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key)).toEqual(['page-a&#38;&#60;', 'page-b']);
    const [, token = ''] = /<NextContinuationToken>(.*)<\/NextContinuationToken>/.exec(first) ?? [];
    const second = await listed({ prefix: 'page-', 'continuation-token': token });
    expect(second).toContain('<Contents><Key>page-c</Key></Contents><IsTruncated>false</IsTruncated>');
    expect(second.match(/<Key>/g)).toHaveLength(1);
  });

  test('of manifests goes over as many pages as there are, and over what is none', async () => {
    const folder = openObjectFolder(join(store.folder, testBucket));
    const facts = { contentType: 'x', checksum: 'x', storedAt: at, content: Buffer.from('x') };
    const keys = Array.from({ length: 1_005 }, (_, index) => manifestKey(`check-${String(index).padStart(5, '0')}`));
    await Promise.all(['manifest-check-00003.txt', ...keys].map((key) => folder.put(key, facts)));
    expect(await listManifests(objects, at)).toEqual(keys);
  });
});

test('an address is not signed by a function that was given no bucket', async () => {
  const unknown = { signer: testSigner, address: '' };
  await expect(downloadAddress(unknown, documentOf('doc-9'), at)).rejects.toThrow('not given the bucket');
});

test('what a crash left half written is thrown away when the folder is opened again', async () => {
  const folder = join(store.folder, 'another');
  const facts = { contentType: 'application/pdf', checksum: 'x', storedAt: at };
  await openObjectFolder(folder).put('doc-1', { ...facts, content: Buffer.from('line\nline') });
  writeFileSync(join(folder, 'half.draft'), 'half');
  const again = openObjectFolder(folder);
  expect(readdirSync(folder)).toEqual(['doc-1.object']);
  expect(await again.get('doc-1')).toEqual({ ...facts, content: Buffer.from('line\nline') });
  expect(await again.get('doc-2')).toBeNull();
});
