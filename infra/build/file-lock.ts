import { setTimeout as sleep } from 'node:timers/promises';

export interface FileLock {
  release(): void;
}

/**
 * Takes an exclusive lock that the kernel drops with the process, however it ends: SQLite's lock on a file that holds
 * nothing. Returns null when another process has it.
 */
export async function tryFileLock(path: string): Promise<FileLock | null> {
  // Imported late, so that a process which locks nothing prints no warning about an experimental module.
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => database.close() };
}

/** Does a piece of work under the lock, waiting for another process to finish its own. */
export async function withFileLock<T>(path: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const giveUpAt = performance.now() + waitMs;
  for (;;) {
    const lock = await tryFileLock(path);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (performance.now() > giveUpAt) throw new Error(`Another process has held ${path} for ${waitMs / 1000} s`);
    await sleep(50);
  }
}

/** SQLITE_BUSY is 5; its extended codes have it in the low byte. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
