import type { JobState } from '../../domain/job.ts';
import { type JobStanding, jobKey, jobRange, toStanding } from '../../store/outbox.ts';
import { queryPage, readItems } from '../../store/read.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

/** Lists the jobs of the outbox in a state, the oldest first. */
export async function listJobs(
  { database }: Services,
  state: JobState,
  { limit, after }: PageRequest,
): Promise<ListPage<JobStanding>> {
  // One more than is shown, so that the last page knows that it is the last.
  const { items } = await queryPage(database, { ...jobRange(state), limit: limit + 1, after });
  const shown = items.slice(0, limit);
  const keys = shown.map(({ pk }) => jobKey(String(pk)));
  const read = await readItems(database, keys);
  return {
    items: keys.flatMap((key) => {
      const item = read.get(key);
      const job = item && toStanding(item);
      return job?.state === state ? [job] : [];
    }),
    next: items.length > limit ? shown.at(-1) : undefined,
  };
}

/** A job as the API shows it: what its worker is told, in plain words. */
export function jobView({ jobId, queue, message, state, since, rings, parkedAt }: JobStanding) {
  const { kind = queue, ...told } = message as Readonly<Record<string, unknown>>;
  const about = Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'string'));
  return { jobId, queue, task: String(kind), about, state, since, rings, parkedAt };
}
