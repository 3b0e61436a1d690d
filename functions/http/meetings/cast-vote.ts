import { castVote as route } from '../../../shared/contracts/routes/meetings.ts';
import { castVote } from '../../../shared/operations/meetings/cast-vote.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** A unit votes, or changes its vote. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  castVote(services, context, path.meetingId, body),
);
