import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileLock, tryFileLock } from '../build/file-lock.ts';
import { StartError } from './start-error.ts';
import { writeWhole } from './whole-file.ts';

export interface DataFolder {
  readonly path: string;
  /** Tells this folder's tables from another's where a server outside keeps both. */
  readonly instance: string;
  readonly lock: FileLock;
}

/**
 * Opens the folder that keeps the data, made if absent, for this process and this user alone. One of an earlier release, which
 * others could read, is closed to them with all that is in it.
 *
 * @throws StartError when another system runs in it, or it cannot be written.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const lock = await lockFolder(path);
  if (!lock) {
    throw new StartError(
      `The data folder ${path} is in use by another system: stop that one, or choose another with --data.`,
    );
  }
  const instancePath = join(path, 'instance');
  if (!existsSync(instancePath)) writeWhole(instancePath, randomBytes(4).toString('hex'));
  closeToOthers(path);
  return { path, instance: readFileSync(instancePath, 'utf8').trim(), lock };
}

async function lockFolder(path: string): Promise<FileLock | null> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return await tryFileLock(join(path, 'lock'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The data folder ${path} cannot be used (${reason}): choose another with --data.`);
  }
}

/** A folder 0700 and each file in it 0600; what vanishes meanwhile needs nothing. */
function closeToOthers(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) closeToOthers(path);
      else if (entry.isFile()) chmodSync(path, 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
