import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { job } from '../../shared/platform/job.ts';
import { worker } from '../../shared/platform/worker.ts';
import { openHandlers } from '../support/handlers.ts';

const endsIn = (ms: number): Context => {
  const endsAt = performance.now() + ms;
  return { awsRequestId: 'test', getRemainingTimeInMillis: () => endsAt - performance.now() } as Context;
};

/** Works past its time, as a process does that was frozen in the middle. */
const tooLong = async (deadline: { readonly hasPassed: () => boolean } | undefined, seen: boolean[]) => {
  seen.push(deadline?.hasPassed() === true);
  await sleep(60);
  seen.push(deadline?.hasPassed() === true);
};

test('a job that runs out of time is not answered for, so that Lambda ends it, and writes nothing more', async () => {
  await openHandlers();
  const seen: boolean[] = [];
  const handler = job('too-long', async ({ database }) => {
    await tooLong(database.deadline, seen);
    return { done: true };
  });
  expect(await handler({ job: 'too-long' }, endsIn(30))).toEqual({ done: true });
  expect(seen).toEqual([false, true]);
});

test('a worker that runs out of time is not answered for, and writes nothing more', async () => {
  await openHandlers();
  const seen: boolean[] = [];
  const handler = worker('too-long', ({ database }) => tooLong(database.deadline, seen));
  const record = { messageId: 'm-1', eventSource: 'aws:sqs', body: JSON.stringify({ jobId: 'job-1', message: {} }) };
  const event = { Records: [record] } as Parameters<typeof handler>[0];
  expect(await handler(event, endsIn(30))).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual([false, true]);
});
