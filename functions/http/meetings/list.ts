import { listMeetings as route } from '../../../shared/contracts/routes/meetings.ts';
import { listMeetings } from '../../../shared/operations/meetings/list.ts';
import { meetingView } from '../../../shared/operations/meetings/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists meetings, newest first. */
export const handler = listEndpoint(
  route,
  (services, { query }, page) => listMeetings(services, query, page),
  (stored) => meetingView(stored),
);
