import { changeAgenda as route } from '../../../shared/contracts/routes/meetings.ts';
import { changeAgenda } from '../../../shared/operations/meetings/change-agenda.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office changes the agenda. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  changeAgenda(services, context, path.meetingId, body),
);
