import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { link, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept of an object beside its content. */
export interface ObjectFacts {
  readonly contentType: string;
  /** Base64 SHA-256 of the content. */
  readonly checksum: string;
  /** Instant. */
  readonly storedAt: string;
}

export interface StoredObject extends ObjectFacts {
  readonly content: Buffer;
}

/** The objects of one bucket as files. */
export interface ObjectFolder {
  /** Answers when the object is on the disk, whole: after any crash the old one is there or the new one. */
  put(key: string, object: StoredObject): Promise<void>;
  /** Puts an object where none is; false where one is, which stays as it was. */
  putNew(key: string, object: StoredObject): Promise<boolean>;
  get(key: string): Promise<StoredObject | null>;
  /** Takes an object away; one that is not there is gone already. */
  takeAway(key: string): Promise<void>;
  /** All keys, in the order of their bytes. */
  keys(): Promise<readonly string[]>;
}

const lineEnd = 0x0a;
const ending = '.object';

/** Opens a bucket's folder, made if absent; what a crash left half written is thrown away. */
export function openObjectFolder(path: string): ObjectFolder {
  if (!existsSync(path)) mkdirSync(path, { recursive: true });
  for (const name of readdirSync(path)) if (name.endsWith('.draft')) rmSync(join(path, name));
  // Encoded and with an ending, so that no key leads out of the folder.
  const fileOf = (key: string): string => join(path, `${encodeURIComponent(key)}${ending}`);
  const drafted = async ({ content, ...facts }: StoredObject): Promise<string> => {
    const draft = join(path, `${randomUUID()}.draft`);
    // The facts are the first line of the same file: two files could part in a crash.
    await writeThrough(draft, Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), content]));
    return draft;
  };
  return {
    put: async (key, object) => {
      await rename(await drafted(object), fileOf(key));
      await syncFolder(path);
    },
    putNew: async (key, object) => {
      const draft = await drafted(object);
      const isNew = await isLinked(draft, fileOf(key));
      await rm(draft);
      await syncFolder(path);
      return isNew;
    },
    takeAway: async (key) => {
      await rm(fileOf(key), { force: true });
      await syncFolder(path);
    },
    get: async (key) => {
      const bytes = await readOrNull(fileOf(key));
      if (!bytes) return null;
      const end = bytes.indexOf(lineEnd);
      const facts = JSON.parse(bytes.subarray(0, end).toString('utf8')) as ObjectFacts;
      return { ...facts, content: bytes.subarray(end + 1) };
    },
    keys: async () => {
      const names = (await readdir(path)).filter((name) => name.endsWith(ending));
      const keys = names.map((name) => Buffer.from(decodeURIComponent(name.slice(0, -ending.length))));
      return keys.sort(Buffer.compare).map(String);
    },
  };
}

/** Gives a file one more name; false where another file has it. */
async function isLinked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's new name is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
