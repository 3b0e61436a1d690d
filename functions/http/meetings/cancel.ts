import { cancelMeeting as route } from '../../../shared/contracts/routes/meetings.ts';
import { cancelMeeting } from '../../../shared/operations/meetings/cancel.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office cancels a meeting before the first vote. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  cancelMeeting(services, context, path.meetingId, body.reason),
);
