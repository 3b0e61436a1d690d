import { conveneMeeting as route } from '../../../shared/contracts/routes/meetings.ts';
import { conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office convenes a meeting. */
export const handler = commandEndpoint(route, (services, context, { body }) => conveneMeeting(services, context, body));
