import * as z from 'zod/mini';
import { jobStates } from '../../domain/job.ts';
import { Id, pageQuery } from '../fields.ts';
import { RetryJob } from '../jobs.ts';
import { route } from '../route.ts';

export const listJobs = /* @__PURE__ */ route({
  operationId: 'listJobs',
  method: 'GET',
  path: '/v1/jobs',
  handler: 'functions/http/jobs/list.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary:
    'Lists work that was accepted and is not done: what is parked by default, or what is still rung for, the oldest first',
  query: z.strictObject({ state: z.optional(z.enum(jobStates)), ...pageQuery }),
  replies: { 200: { pageOf: 'Job' } },
});

export const retryJob = /* @__PURE__ */ route({
  operationId: 'retryJob',
  method: 'POST',
  path: '/v1/jobs/{jobId}/retry',
  handler: 'functions/http/jobs/retry.ts',
  roles: ['office'],
  tag: 'Audit',
  summary: 'Has a parked job rung for again, with a reason',
  pathParameters: z.strictObject({ jobId: Id }),
  body: RetryJob,
  refuses: ['state-conflict'],
  replies: { 200: 'Job' },
});

export const jobRoutes = [listJobs, retryJob] as const;
