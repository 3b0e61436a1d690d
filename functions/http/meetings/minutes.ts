import { meetingMinutes as route } from '../../../shared/contracts/routes/meetings.ts';
import { docxOf, docxType } from '../../../shared/documents/docx.ts';
import { htmlOf } from '../../../shared/documents/html.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { readMinutes } from '../../../shared/operations/meetings/minutes.ts';
import { fileReply, htmlReply, wants } from '../../../shared/platform/file-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** The minutes of a meeting: as HTML to print, or for a word processor where the caller accepts that. */
export const handler = queryEndpoint(route, async (services, { path, caller, at, accept }) => {
  const minutes = await readMinutes(services, path.meetingId, { caller, today: dayAt(at) });
  if (!minutes) return refusedBy(null, 'not-found');
  return wants(accept, docxType)
    ? fileReply(`${path.meetingId}.docx`, docxType, docxOf(minutes))
    : htmlReply(htmlOf(minutes));
});
