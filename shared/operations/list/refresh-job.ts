import type { Job } from '../../store/outbox.ts';
import type { Services } from '../services.ts';

/** What the list's worker is told: find the members of a full refresh, or look at these enterprises. */
export interface RefreshAllMessage {
  readonly kind: 'refresh-all';
  readonly refreshId: string;
}
export interface RefreshSomeMessage {
  readonly kind: 'refresh-some';
  readonly refreshId: string;
  readonly creditCodes: readonly string[];
}

/** Enterprises in one job: one read, and a few transactions. */
export const enterprisesInJob = 100;
/** Jobs put in one transaction with the count of what they hold. */
export const jobsAtOnce = 20;

export function refreshAllJob(refreshId: string): Job {
  const message: RefreshAllMessage = { kind: 'refresh-all', refreshId };
  return { jobId: refreshId, queue: 'list', message };
}

/** Jobs for enterprises, so many in each. */
export function refreshSomeJobs(
  services: Services,
  refreshId: string,
  creditCodes: readonly string[],
  at: string,
): readonly Job[] {
  return Array.from({ length: Math.ceil(creditCodes.length / enterprisesInJob) }, (_, index): Job => {
    const own = creditCodes.slice(index * enterprisesInJob, (index + 1) * enterprisesInJob);
    const message: RefreshSomeMessage = { kind: 'refresh-some', refreshId, creditCodes: own };
    return { jobId: services.newId('refresh', at), queue: 'list', message };
  });
}
