import { meetingHistory as route } from '../../../shared/contracts/routes/meetings.ts';
import { meetingEvents } from '../../../shared/operations/events/meetings.ts';
import { isMeeting } from '../../../shared/operations/meetings/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened at a meeting. */
export const handler = historyEndpoint(
  route,
  meetingEvents,
  ({ meetingId }) => meetingId,
  (services, _caller, id) => isMeeting(services, id),
);
