import { resolveMeeting as route } from '../../../shared/contracts/routes/meetings.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office closes the meeting with its resolution. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  resolveMeeting(services, context, path.meetingId, body.items),
);
