import * as z from 'zod/mini';
import { jobStates } from '../domain/job.ts';
import { commandBody, Id, Instant, Text, Word } from './fields.ts';
import { Facts } from './reply-fields.ts';

export const RetryJob = commandBody({ reason: Text }).check(z.meta({ id: 'RetryJob' }));

export const Job = z
  .object({
    jobId: Id,
    queue: Word,
    /** What its worker is to do. */
    task: Word,
    /** What it is about, as its worker is told. */
    about: Facts,
    state: z.enum(jobStates),
    /** Since when it should have been done. */
    since: Instant,
    /** How often it was rung for again. */
    rings: z.int(),
    parkedAt: z.nullable(Instant),
  })
  .check(
    z.meta({
      id: 'Job',
      description:
        'Work that was accepted and is not done 未完成的后台任务; a parked 搁置 one is rung for no more until it is retried',
    }),
  );
