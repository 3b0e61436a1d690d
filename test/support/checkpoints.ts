import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ObjectFolder, openObjectFolder } from '../../infra/local/objects/object-folder.ts';
import type { Services } from '../../shared/operations/services.ts';
import { scanAll } from '../../shared/store/scan.ts';

interface Line {
  readonly kind: string;
  readonly id: string;
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
}

/** A checkpoint as whoever audits it reads it. */
export interface AuditedCheckpoint {
  readonly key: string;
  readonly histories: number;
  readonly events: number;
  readonly segments: number;
  readonly lines: readonly Line[];
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The manifests of a bucket's folder, oldest first. */
export const manifestsIn = async (folder: ObjectFolder): Promise<readonly string[]> =>
  (await folder.keys()).filter((key) => key.startsWith('manifest-'));

/**
 * Reads one checkpoint and proves its parts by their hashes alone, with nothing of the system's own reading, as
 * infra/deployment.md tells an auditor to.
 *
 * @throws Error at anything that is not as the manifest says.
 */
export async function auditedCheckpoint(folder: ObjectFolder, key: string): Promise<AuditedCheckpoint> {
  const { histories, events, segments } = JSON.parse((await contentOf(folder, key)).toString());
  const lines: Line[] = [];
  for (const segment of segments) {
    const part = await contentOf(folder, segment.key);
    if (sha256(part) !== segment.sha256) throw new Error(`${segment.key} is not what its manifest says`);
    lines.push(
      ...part
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  }
  return { key, histories, events, segments: segments.length, lines };
}

/**
 * Reads all checkpoints of a bucket's folder, oldest first, each of which names the one before it.
 *
 * @throws Error at anything that is not so.
 */
export async function auditedCheckpoints(folder: ObjectFolder): Promise<readonly AuditedCheckpoint[]> {
  const audited: AuditedCheckpoint[] = [];
  let previous: { key: string; sha256: string } | null = null;
  for (const key of await manifestsIn(folder)) {
    const content = await contentOf(folder, key);
    const named = JSON.parse(content.toString()).previous;
    if (JSON.stringify(named) !== JSON.stringify(previous)) throw new Error(`${key} follows another`);
    audited.push(await auditedCheckpoint(folder, key));
    previous = { key, sha256: sha256(content) };
  }
  return audited;
}

async function contentOf(folder: ObjectFolder, key: string): Promise<Buffer> {
  const object = await folder.get(key);
  if (!object) throw new Error(`${key} is not there`);
  return object.content;
}

/** Where every history of the trail stands, as a checkpoint's lines say it, in the order of kind and id. */
export async function endsOfTrail({ database }: Services): Promise<readonly Line[]> {
  const ends = new Map<string, Line>();
  for await (const { pk, sequence, hash, at } of scanAll(database, 'trail')) {
    const [kind = '', ...id] = String(pk).split('#');
    ends.set(String(pk), { kind, id: id.join('#'), sequence: Number(sequence), hash: String(hash), at: String(at) });
  }
  return inOrder([...ends.values()]);
}

const nameOf = ({ kind, id }: Line): string => `${kind}#${id}`;

export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));

export interface CheckpointFolder extends ObjectFolder {
  /** What no call of the system can do. */
  remove(key: string): void;
}

/**
 * The bucket of checkpoints among the buckets of a store; a city's own has a name that its template gives it, behind the
 * prefix of the system if a server outside keeps it.
 */
export function checkpointFolder(objectsFolder: string): CheckpointFolder {
  const name = readdirSync(objectsFolder).find((bucket) => /(^|-)checkpoints/.test(bucket));
  if (name === undefined) throw new Error('there is no bucket of checkpoints');
  const path = join(objectsFolder, name);
  return { ...openObjectFolder(path), remove: (key) => rmSync(join(path, `${key}.object`)) };
}
