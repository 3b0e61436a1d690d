import { policyOn } from '../../domain/policy.ts';
import { decideResolution, type ItemRuling } from '../../domain/resolution.ts';
import { newCarryingWrite } from '../../store/meetings.ts';
import { bookIn } from '../../store/policy-book.ts';
import { toCarryOutWrite } from '../../store/resolved-meetings.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { carryOutJob } from './carry-out-job.ts';
import { changeMeeting } from './change-meeting.ts';
import { keysOf, namedBy, withdrawnClaims } from './subjects.ts';

/**
 * The office closes the meeting and fixes what becomes of each item (R22). The transaction writes the meeting alone, with
 * the job that carries it out item by item. Refusals: {@link decideResolution}'s.
 */
export function resolveMeeting(
  services: Services,
  context: CommandContext,
  meetingId: string,
  rulings: readonly ItemRuling[],
): Promise<Outcome> {
  const by = { sub: context.caller.sub, at: context.at };
  return changeMeeting(services, context, meetingId, {
    follow: ({ items }) => keysOf(items.filter(({ kind }) => kind === 'claim').map(namedBy)),
    decide: (meeting, items) => {
      const policy = policyOn(bookIn(items), meeting.convenesOn);
      if (!policy) throw new Error(`meeting ${meetingId} convenes before the first policy version`);
      return decideResolution(meeting, rulings, withdrawnClaims(items, meeting), policy, by);
    },
    also: ({ after }) => ({
      writes: [
        newCarryingWrite(meetingId),
        ...(after.items.length > 0 ? [toCarryOutWrite(context.at, meetingId)] : []),
      ],
      jobs: after.items.length > 0 ? [carryOutJob(meetingId)] : [],
    }),
    status: 202,
  });
}
