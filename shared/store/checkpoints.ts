import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { HistoryEnd, Manifest } from '../contracts/checkpoints.ts';
import { ask, ownSeconds } from './object-call.ts';
import type { Objects } from './signed-address.ts';

/** By the run's id, so that a run that is gone on with names the same; ids sort by the instant at which a run began. */
export const manifestKey = (checkId: string): string => `manifest-${checkId}.json`;

/** @param number counts from 1 within a checkpoint. */
export const segmentKey = (checkId: string, number: number): string =>
  `segment-${checkId}-${String(number).padStart(5, '0')}.jsonl`;

/** Hex SHA-256, as `sha256sum` tells it of a file. */
export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

export const manifestContent = (manifest: Manifest): Buffer => Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);

export const segmentContent = (ends: readonly HistoryEnd[]): Buffer =>
  Buffer.from(ends.map((end) => `${JSON.stringify(end)}\n`).join(''));

/** null where the content is no manifest. */
export const toManifest = (content: Buffer): Manifest | null => parsed(Manifest, content.toString('utf8'));

/** null where the content is no segment. */
export function toEnds(content: Buffer): readonly HistoryEnd[] | null {
  const lines = content.toString('utf8').trimEnd().split('\n');
  const ends = lines.map((line) => parsed(HistoryEnd, line)).filter((end) => end !== null);
  return ends.length === lines.length ? ends : null;
}

function parsed<Schema extends z.ZodMiniType>(schema: Schema, json: string): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return null;
    throw error;
  }
}

/**
 * Puts an object where none is, and answers the content that then is there: ours, or that of whoever was first, be it
 * ourselves before an answer was lost. Nothing is ever put over anything.
 *
 * @throws Unavailable when the store does not answer.
 */
export async function putOnce(checkpoints: Objects, key: string, content: Buffer, at: string): Promise<Buffer> {
  const headers = {
    'content-type': key.endsWith('.json') ? 'application/json' : 'application/x-ndjson',
    'if-none-match': '*',
    // A bucket with object lock takes nothing without a checksum.
    'x-amz-checksum-sha256': createHash('sha256').update(content).digest('base64'),
  };
  const call = { method: 'PUT', key, headers, at, expiresInSeconds: ownSeconds } as const;
  const answer = await ask(checkpoints, call, new Uint8Array(content));
  await answer.body?.cancel();
  if (answer.ok) return content;
  if (answer.status !== 412) throw new Error(`the object store answers ${answer.status} to ${key}`);
  const kept = await readObject(checkpoints, key, at);
  if (!kept) throw new Error(`the object store has ${key} and has it not`);
  return kept;
}

/**
 * An object's content; null where there is none.
 *
 * @throws Unavailable when the store does not answer.
 */
export async function readObject(checkpoints: Objects, key: string, at: string): Promise<Buffer | null> {
  const answer = await ask(checkpoints, { method: 'GET', key, at, expiresInSeconds: ownSeconds });
  if (answer.ok) return Buffer.from(await answer.arrayBuffer());
  await answer.body?.cancel();
  if (answer.status === 404) return null;
  throw new Error(`the object store answers ${answer.status} for ${key}`);
}

/**
 * The keys of all manifests, oldest first: a page of a thousand is three years of nights.
 *
 * @throws Unavailable when the store does not answer.
 */
export async function listManifests(checkpoints: Objects, at: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const query = {
      'list-type': '2',
      prefix: 'manifest-',
      ...(token !== undefined && { 'continuation-token': token }),
    };
    const answer = await ask(checkpoints, { method: 'GET', key: '', query, at, expiresInSeconds: ownSeconds });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the object store answers ${answer.status} to a listing`);
    // What has another name is none of ours.
    keys.push(...[...text.matchAll(/<Key>(manifest-[\w-]+\.json)<\/Key>/g)].map(([, key = '']) => key));
    [, token] = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text) ?? [];
  } while (token !== undefined);
  return keys;
}
