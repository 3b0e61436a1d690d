import type { DocumentRight } from '../shared/contracts/route.ts';
import type { CheckName } from '../shared/domain/check.ts';
import type { QueueName } from '../shared/store/outbox.ts';

/** The functions that no caller starts: workers fed by queues, jobs on a schedule, and steps of a deployment. The stateless stack reads this. */

export interface WorkerDefinition {
  /** The queue's key in `shared/platform/config.ts`. */
  readonly queue: QueueName;
  readonly entry: string;
  readonly timeoutSeconds: number;
  readonly batchSize: number;
  /** How many of it may run at once. */
  readonly concurrencyMax: number;
}

export interface JobDefinition {
  /** As in `job:<name>` in the trail and in `POST /local/jobs/{name}`. */
  readonly name: string;
  readonly entry: string;
  readonly timeoutSeconds: number;
  /** What it may do with the contents of documents; nothing by default. */
  readonly documentRights?: readonly DocumentRight[];
}

/** What a deployment runs once, before the functions that need it. */
export interface StepDefinition {
  readonly name: string;
  readonly entry: string;
  readonly timeoutSeconds: number;
}

/** Its name is that of the check, too. */
export interface CheckJobDefinition extends JobDefinition {
  readonly name: CheckName;
  /** Whether it reads and adds checkpoints outside the tables. */
  readonly keepsCheckpoints?: true;
}

export const workers: readonly WorkerDefinition[] = [
  { queue: 'list', entry: 'functions/workers/list.ts', timeoutSeconds: 60, batchSize: 1, concurrencyMax: 4 },
  {
    queue: 'conference',
    entry: 'functions/workers/conference.ts',
    timeoutSeconds: 60,
    batchSize: 1,
    concurrencyMax: 2,
  },
  // The line is one: two at once only meet each other. Two is the least that SQS can be told.
  {
    queue: 'settlement',
    entry: 'functions/workers/settlement.ts',
    timeoutSeconds: 60,
    batchSize: 1,
    concurrencyMax: 2,
  },
];

/** Run at 00:10 Shanghai. No result depends on their order; on one machine they run in this order. */
export const nightJobs: readonly JobDefinition[] = [
  { name: 'activate-policies', entry: 'functions/jobs/activate-policies.ts', timeoutSeconds: 60 },
  { name: 'refresh-list', entry: 'functions/jobs/refresh-list.ts', timeoutSeconds: 300 },
  { name: 'end-inclusions', entry: 'functions/jobs/end-inclusions.ts', timeoutSeconds: 300 },
  { name: 'expire-applications', entry: 'functions/jobs/expire-applications.ts', timeoutSeconds: 300 },
  {
    name: 'expire-documents',
    entry: 'functions/jobs/expire-documents.ts',
    timeoutSeconds: 300,
    documentRights: ['remove'],
  },
  { name: 'overdue-loans', entry: 'functions/jobs/overdue-loans.ts', timeoutSeconds: 300 },
  { name: 'carry-over-and-set-off', entry: 'functions/jobs/carry-over-and-set-off.ts', timeoutSeconds: 300 },
];

/**
 * Run at 02:00 Shanghai, when the night's jobs are done, and go on every quarter of an hour with a run that is not
 * finished. They change nothing but their own records, and lay checkpoints down. On one machine they run once on the
 * arrival of a clock move.
 */
export const checkJobs: readonly CheckJobDefinition[] = [
  { name: 'verify-trail', entry: 'functions/jobs/verify-trail.ts', timeoutSeconds: 900 },
  { name: 'recount-figures', entry: 'functions/jobs/recount-figures.ts', timeoutSeconds: 900 },
  { name: 'prove-ledger', entry: 'functions/jobs/prove-ledger.ts', timeoutSeconds: 900 },
  { name: 'anchor-trail', entry: 'functions/jobs/anchor-trail.ts', timeoutSeconds: 900, keepsCheckpoints: true },
];

/** Run every minute. */
export const minuteJobs: readonly JobDefinition[] = [
  { name: 'sweep-outbox', entry: 'functions/jobs/sweep-outbox.ts', timeoutSeconds: 60 },
];

/** Makes the city's keys, which no other function may write (decisions/0060). */
export const keyStep: StepDefinition = {
  name: 'make-keys',
  entry: 'functions/deployment/make-keys.ts',
  timeoutSeconds: 90,
};
