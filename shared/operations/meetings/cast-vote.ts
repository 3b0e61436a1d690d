import type { VoteCast } from '../../domain/meeting-event.ts';
import { policyOn } from '../../domain/policy.ts';
import { decideVote } from '../../domain/vote.ts';
import { bookIn } from '../../store/policy-book.ts';
import { patienceInTurns } from '../../store/retry.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeMeeting } from './change-meeting.ts';

/** A unit votes on an item, or changes its vote (R22); the unit is the caller's own. Refusals: {@link decideVote}'s. */
export const castVote = (
  services: Services,
  context: CommandContext,
  meetingId: string,
  { itemId, vote, assessedFen, opinion }: Omit<VoteCast['data'], 'unit'>,
): Promise<Outcome> =>
  changeMeeting(services, context, meetingId, {
    patience: patienceInTurns,
    decide: (meeting, items) => {
      const units = policyOn(bookIn(items), meeting.convenesOn)?.parameters.conferenceUnits ?? [];
      const cast = { itemId, unit: context.caller.org, vote, assessedFen, opinion };
      return decideVote(meeting, cast, units, context.at);
    },
  });
