import { releaseMeetingItem as route } from '../../../shared/contracts/routes/meetings.ts';
import { releaseItem } from '../../../shared/operations/meetings/release-item.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office has an item that could not be carried out tried again, or lets it pass. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  releaseItem(services, context, path.meetingId, body),
);
