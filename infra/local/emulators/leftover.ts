import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends the emulator that a killed runner left behind on the same database, if there is one. The pid file may be old and
 * its number another process's by now, so the process must name our database on its command line.
 */
export async function endLeftover(pidPath: string, databasePath: string): Promise<void> {
  const pid = Number(readOrNull(pidPath));
  if (!Number.isSafeInteger(pid) || pid < 2) return;
  const isOurs = (): boolean => readOrNull(`/proc/${pid}/cmdline`)?.split('\0').includes(databasePath) ?? false;
  if (isOurs()) process.kill(pid, 'SIGKILL');
  for (let attempt = 0; isOurs() && attempt < 100; attempt += 1) await sleep(20);
  rmSync(pidPath, { force: true });
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
