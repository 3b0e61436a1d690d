import { meetingMinutes as route } from '../../../shared/contracts/routes/meetings.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { readMinutes } from '../../../shared/operations/meetings/minutes.ts';
import { docxReply, docxType } from '../../../shared/platform/printed-docx.ts';
import { htmlReply } from '../../../shared/platform/printed-html.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** The minutes of a meeting: as HTML to print, or for a word processor where the caller accepts that. */
export const handler = queryEndpoint(route, async (services, { path, caller, at, accept }) => {
  const minutes = await readMinutes(services, path.meetingId, { caller, today: dayAt(at) });
  if (!minutes) return refusedBy(null, 'not-found');
  return accept.toLowerCase().includes(docxType) ? docxReply(minutes, `${path.meetingId}.docx`) : htmlReply(minutes);
});
