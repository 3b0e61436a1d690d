import type { JobModel } from '../template/background.ts';
import type { ThreadPool } from '../threads/pool.ts';

/** A job failed at every attempt; it comes again with its schedule. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

/** As the schedule's own retries in the cloud: the first attempt and two more. */
const attemptsMax = 3;

/**
 * Runs a job to its end.
 *
 * @throws JobFailed when no attempt succeeded.
 */
export async function runJob(pool: ThreadPool, { name, functionName, payload }: JobModel): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pool.call(functionName, payload);
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (attempt >= attemptsMax) throw new JobFailed(`The job ${name} failed ${attempt} times: ${reason}`);
    }
  }
}
