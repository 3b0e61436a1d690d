import { decideCancellation } from '../../domain/agenda.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeMeeting } from './change-meeting.ts';
import { keysOf, namedBy, takeOffAgenda } from './subjects.ts';

/** The office cancels a meeting before the first vote; its items fall back. Refusals: {@link decideCancellation}'s. */
export const cancelMeeting = (
  services: Services,
  context: CommandContext,
  meetingId: string,
  reason: string | null,
): Promise<Outcome> =>
  changeMeeting(services, context, meetingId, {
    follow: ({ items }) => keysOf(items.map(namedBy)),
    decide: (meeting) => decideCancellation(meeting, { reason }),
    also: ({ before, items, act }) => ({ writes: takeOffAgenda(items, before.items, { meetingId, reason }, act) }),
  });
