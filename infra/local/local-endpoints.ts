import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { StillBusy } from './background/drain.ts';
import { JobFailed } from './background/run-job.ts';
import type { Timekeeper } from './background/timekeeper.ts';
import type { Clock } from './clock.ts';
import { readBody } from './gateway/body.ts';
import { refuse, refuseForm } from './gateway/problem.ts';
import { jsonReply, type Reply } from './gateway/reply.ts';

const bodyBytesMax = 1024;
const ClockBody = z.strictObject({ now: z.iso.datetime({ offset: true }) });

/** `/local/clock` and `/local/jobs/{name}`: on one machine only, without a token. */
export function createLocalEndpoints(
  clock: Clock,
  timekeeper: Timekeeper,
): (request: IncomingMessage, path: string) => Promise<Reply> {
  const showClock = (): Reply => jsonReply(200, { now: new Date(clock.nowMs()).toISOString() });

  const moveClock = async (request: IncomingMessage): Promise<Reply> => {
    const body = await readBody(request, bodyBytesMax);
    if ('bytes' in body)
      return refuse(request, randomUUID(), 'too-large', { bytes: body.bytes, bytesMax: bodyBytesMax });
    const asked = ClockBody.safeParse(parseOrNull(body.toString('utf8')));
    if (!asked.success) return refuseForm(request, randomUUID(), 'now', 'invalid-format');
    const moved = await timekeeper.moveTo(Date.parse(asked.data.now));
    if (moved) return showClock();
    const facts = { field: 'now', given: asked.data.now, from: new Date(clock.nowMs()).toISOString() };
    return refuse(request, randomUUID(), 'date-out-of-range', facts);
  };

  const runJob = async (request: IncomingMessage, name: string): Promise<Reply> =>
    (await timekeeper.runNow(name))
      ? jsonReply(200, { job: name, now: new Date(clock.nowMs()).toISOString() })
      : refuse(request, randomUUID(), 'not-found');

  return async (request, path) => {
    try {
      if (path === '/local/clock' && request.method === 'GET') return showClock();
      if (path === '/local/clock' && request.method === 'PUT') return await moveClock(request);
      const [, name] = /^\/local\/jobs\/([\w-]+)$/.exec(path) ?? [];
      if (name !== undefined && request.method === 'POST') return await runJob(request, name);
      return refuse(request, randomUUID(), 'not-found');
    } catch (error) {
      if (!(error instanceof StillBusy || error instanceof JobFailed)) throw error;
      console.error(error.message);
      return refuse(request, randomUUID(), 'unavailable');
    }
  };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
