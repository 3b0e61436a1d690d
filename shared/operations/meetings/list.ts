import type { Meeting } from '../../domain/meeting.ts';
import { meetingLayout } from '../../store/meetings.ts';
import type { Stored } from '../../store/resource.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface MeetingFilter {
  readonly state?: string | undefined;
  readonly year?: number | undefined;
}

/** Lists the meetings, newest first; a city has a few dozen a year, so a filter needs no index of its own. */
export function listMeetings(
  services: Services,
  filter: MeetingFilter,
  page: PageRequest,
): Promise<ListPage<Stored<Meeting>>> {
  const matches = (meeting: Meeting): boolean =>
    (filter.state === undefined || meeting.state === filter.state) &&
    (filter.year === undefined || meeting.year === filter.year);
  return listResources(
    services,
    meetingLayout,
    { index: 'roster', partitionKey: 'roster', value: 'meetings' },
    matches,
    page,
  );
}
