import { decideConvening, itemsMax } from '../../domain/agenda.ts';
import { yearOf } from '../../domain/calendar.ts';
import type { MeetingPlan } from '../../domain/meeting.ts';
import { meetingLayout, type NumbersItem, numbersKey, numberWrite } from '../../store/meetings.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { candidatesOf, keysOf, namedOf, putOnAgenda } from './subjects.ts';
import { meetingView } from './view.ts';

export interface ConveneMeeting extends Omit<MeetingPlan, 'meetingId'> {
  readonly claimIds: readonly string[];
  readonly inclusionIds: readonly string[];
  /** null: the next of the year. */
  readonly number: number | null;
}

/**
 * The office convenes a meeting and puts claims and inclusions on its agenda, all or none, in one transaction (R22).
 * Refusals: {@link decideConvening}'s.
 */
export function conveneMeeting(services: Services, context: CommandContext, request: ConveneMeeting): Promise<Outcome> {
  const { title, convenesOn, form, votingClosesAt, number } = request;
  const meetingId = services.newId('mtg', context.at);
  const year = yearOf(convenesOn);
  const named = namedOf(request);
  // Of too many the number is all that is looked at.
  const keys = named.length > itemsMax ? [] : keysOf(named);
  return runCommand(services, context, {
    reads: [policyBookKey, numbersKey(year), ...keys],
    decide: (items) => {
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const numbers = items.get<NumbersItem>(numbersKey(year));
      const plan = { meetingId, title, convenesOn, form, votingClosesAt };
      const wanted = { number, taken: numbers?.taken ?? [] };
      const decision = decideConvening(plan, candidatesOf(items, named), wanted, bookIn(items));
      if (decision.kind === 'refused') return decision;
      const act = actOf(context);
      const { stored, writes } = record(meetingLayout, meetingId, null, decision.events, act);
      const onAgenda = putOnAgenda(items, stored.state.items, meetingId, act);
      return {
        kind: 'change',
        writes: [...writes, numberWrite(year, stored.state.number, numbers), ...onAgenda],
        status: 201,
        body: meetingView(stored),
        version: stored.version,
        location: `/v1/meetings/${meetingId}`,
      };
    },
  });
}
