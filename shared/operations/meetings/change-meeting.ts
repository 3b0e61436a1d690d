import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting-event.ts';
import { type Decision, refusedBy } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import { meetingLayout } from '../../store/meetings.ts';
import type { Job } from '../../store/outbox.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, type Stored, storedIn } from '../../store/resource.ts';
import type { Patience } from '../../store/retry.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { meetingView } from './view.ts';

export interface MeetingCommand<Event extends MeetingEvent> {
  /** What is read beside the meeting and the policy book. */
  readonly reads?: readonly ItemKey[];
  /** What of the agenda is read. */
  readonly follow?: (meeting: Meeting) => readonly ItemKey[];
  readonly decide: (meeting: Meeting, items: Items) => Decision<Event>;
  /** What happens beside the meeting's own change. */
  readonly also?: (change: {
    readonly events: readonly Event[];
    readonly before: Meeting;
    readonly after: Meeting;
    readonly items: Items;
    readonly act: Act;
  }) => { readonly writes: readonly Write[]; readonly jobs?: readonly Job[] };
  readonly status?: number;
  readonly patience?: Patience;
}

/** Runs a command on a meeting and answers its ids and figures. Whoever may call may see every meeting. */
export function changeMeeting<Event extends MeetingEvent>(
  services: Services,
  context: CommandContext,
  meetingId: string,
  { reads = [], follow, decide, also, status = 200, patience }: MeetingCommand<Event>,
): Promise<Outcome> {
  const key = keyOfResource(meetingLayout, meetingId);
  return runCommand(services, context, {
    ...(patience && { patience }),
    reads: [key, policyBookKey, ...reads],
    follow: (items) => {
      const stored = storedIn(items, meetingLayout, meetingId);
      return stored && follow ? follow(stored.state) : [];
    },
    decide: (items) => {
      const stored: Stored<Meeting> | null = storedIn(items, meetingLayout, meetingId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const decision = decide(stored.state, items);
      if (decision.kind === 'refused') return decision;
      const act = actOf(context);
      const { events } = decision;
      const recorded = record(meetingLayout, meetingId, stored, events, act);
      const beside = also?.({ events, before: stored.state, after: recorded.stored.state, items, act });
      const votesVoided = events.flatMap((event) => (event.type === 'agenda-changed' ? event.data.votesVoided : []));
      return {
        kind: 'change',
        writes: [...recorded.writes, ...(beside?.writes ?? [])],
        jobs: beside?.jobs ?? [],
        status,
        body: meetingView(recorded.stored, { votesVoided }),
        version: recorded.stored.version,
      };
    },
  });
}
