import { getMeeting as route } from '../../../shared/contracts/routes/meetings.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { meetingRecord } from '../../../shared/operations/meetings/material.ts';
import { readMeeting } from '../../../shared/operations/meetings/read.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a meeting with material, votes and outcome. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const reading = await readMeeting(services, path.meetingId, { caller, today: dayAt(at) });
  return resourceReply(reading && meetingRecord(reading));
});
