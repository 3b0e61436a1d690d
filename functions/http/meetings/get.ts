import { getMeeting as route } from '../../../shared/contracts/routes/meetings.ts';
import { readMeeting } from '../../../shared/operations/meetings/read.ts';
import { meetingRecord } from '../../../shared/operations/meetings/record-view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a meeting with material, votes and outcome. */
export const handler = queryEndpoint(route, async (services, { path }) => {
  const reading = await readMeeting(services, path.meetingId);
  return resourceReply(reading && meetingRecord(reading));
});
