import type { Job } from '../../store/outbox.ts';

/** What the conference's worker is told: a meeting is resolved and not all of it is carried out. */
export interface CarryOutMessage {
  readonly meetingId: string;
}

export function carryOutJob(meetingId: string): Job {
  const message: CarryOutMessage = { meetingId };
  return { jobId: `carry-out-${meetingId}`, queue: 'conference', message };
}
