import type { MeetingEvent } from '../../domain/meeting-event.ts';
import { type EventViews, kindView, type Readers } from './event-view.ts';

const conference: Readers = ['member', 'finance'];

/** Meetings: members and finance see agenda, votes as they stand and resolution; nobody else reads a meeting. */
const views: EventViews<MeetingEvent> = {
  'meeting-convened': {
    seenBy: conference,
    data: {
      meetingId: conference,
      title: conference,
      convenesOn: conference,
      form: conference,
      votingClosesAt: conference,
      year: conference,
      number: conference,
      items: conference,
    },
  },
  'agenda-changed': {
    seenBy: conference,
    data: { added: conference, removed: conference, figures: conference, votesVoided: conference },
  },
  'vote-cast': {
    seenBy: conference,
    data: { itemId: conference, unit: conference, vote: conference, assessedFen: conference, opinion: conference },
  },
  'meeting-resolved': {
    seenBy: conference,
    data: { resolvedAt: conference, policy: conference, units: conference, items: conference },
  },
  'meeting-item-retried': {
    seenBy: conference,
    data: { itemId: conference, failures: conference, reason: conference },
  },
  'meeting-item-skipped': {
    seenBy: conference,
    data: { itemId: conference, failures: conference, reason: conference },
  },
  'meeting-cancelled': { seenBy: conference, data: { reason: conference } },
};

export const meetingEvents = kindView('meetings', views);
