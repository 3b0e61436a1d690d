import type { JobState } from '../domain/job.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { queryAll } from './read.ts';
import type { Condition, Write } from './transaction.ts';

/** The queues that workers drain. */
export type QueueName = 'list' | 'conference' | 'settlement';

/**
 * A job born in its command's transaction. It lies in the outbox until its work is done: a message is only a doorbell,
 * so that one lost, late or doubled changes nothing.
 */
export interface Job {
  readonly jobId: string;
  readonly queue: QueueName;
  /** What the worker is told: plain JSON. */
  readonly message: object;
}

interface JobItem extends Item {
  readonly pk: string;
  readonly queue: QueueName;
  readonly message: object;
}

export const jobKey = (jobId: string): ItemKey => ({ table: 'outbox', key: { pk: jobId } });

/** Puts a job into the outbox; the sweeper rings for it again from `dueAt` (instant) on. */
export const jobWrite = ({ jobId, queue, message }: Job, dueAt: string): Write => ({
  kind: 'put',
  table: 'outbox',
  item: { ...jobKey(jobId).key, schemaVersion: 2, queue, message, waitingList: 'waiting', dueAt, firstDueAt: dueAt },
});

/** Takes a finished job out. `once`: refuse the whole transaction when somebody else has finished it. */
export const jobDoneWrite = (jobId: string, once: boolean): Write => ({
  kind: 'remove',
  ...jobKey(jobId),
  ...(once && { condition: present }),
});

const present: Condition = { expression: 'attribute_exists(#pk)', names: { '#pk': 'pk' } };

const isOn = (list: JobState): Condition => ({
  expression: '#list = :list',
  names: { '#list': 'waitingList' },
  values: { ':list': list },
});

/** The next time that the sweeper may ring for a job that is still there; the ring is counted. */
export const postponeWrite = (jobId: string, dueAt: string): Write => ({
  kind: 'update',
  ...jobKey(jobId),
  set: {
    expression: 'SET #dueAt = :dueAt ADD #rings :one',
    names: { '#dueAt': 'dueAt', '#rings': 'rings' },
    values: { ':dueAt': dueAt, ':one': 1 },
  },
  condition: isOn('waiting'),
});

/** Takes a job off the list that is rung, where it stays until an official has it rung again. */
export const parkWrite = (jobId: string, at: string): Write => ({
  kind: 'update',
  ...jobKey(jobId),
  set: {
    expression: 'SET #list = :parked, #parkedAt = :at',
    names: { '#parkedAt': 'parkedAt' },
    values: { ':parked': 'parked', ':at': at },
  },
  condition: isOn('waiting'),
});

/** Puts a parked job on the list that is rung again, its rings counted anew. */
export const unparkWrite = (jobId: string, dueAt: string): Write => ({
  kind: 'update',
  ...jobKey(jobId),
  set: {
    expression: 'SET #list = :waiting, #dueAt = :dueAt, #rings = :none REMOVE #parkedAt',
    names: { '#dueAt': 'dueAt', '#rings': 'rings', '#parkedAt': 'parkedAt' },
    values: { ':waiting': 'waiting', ':dueAt': dueAt, ':none': 0 },
  },
  condition: isOn('parked'),
});

/** A job as it stands in the outbox. */
export interface JobStanding extends Job {
  readonly state: JobState;
  /** Instant since when it should have been done. */
  readonly since: string;
  /** How often it was rung for again. */
  readonly rings: number;
  /** Instant; null while it is rung for. */
  readonly parkedAt: string | null;
}

/** The range of the jobs in a state, those that were due first before the others. */
export const jobRange = (state: JobState) => ({
  table: 'outbox' as const,
  index: 'waiting',
  expression: '#list = :list',
  names: { '#list': 'waitingList' },
  values: { ':list': state },
});

export function toStanding(item: object): JobStanding {
  const { waitingList, rings = 0, parkedAt = null } = item as Partial<JobStanding> & { readonly waitingList: JobState };
  return { ...toJob(item), state: waitingList, since: firstDueAt(item), rings, parkedAt };
}

/** Every job whose `dueAt` is not after an instant, oldest first. */
export async function* readJobsDue(database: Database, at: string): AsyncGenerator<string> {
  const found = queryAll(database, {
    table: 'outbox',
    index: 'waiting',
    expression: '#list = :list AND #dueAt <= :at',
    names: { '#list': 'waitingList', '#dueAt': 'dueAt' },
    values: { ':list': 'waiting', ':at': at },
    limit: 100,
  });
  for await (const item of found) yield (item as JobItem).pk;
}

/** Since when a job should have been done. Items of version 1 do not say it: theirs counts from the sweeper's next visit. */
export const firstDueAt = (item: object): string => {
  const { firstDueAt: first, dueAt } = item as { readonly firstDueAt?: string; readonly dueAt: string };
  return first ?? dueAt;
};

export const toJob = (item: object): Job => {
  const { pk, queue, message } = item as JobItem;
  return { jobId: pk, queue, message };
};
