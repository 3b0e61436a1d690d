import { type AgendaChange, decideAgenda, itemsMax } from '../../domain/agenda.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeMeeting } from './change-meeting.ts';
import { candidatesOf, keysOf, namedBy, namedOf, putOnAgenda, takeOffAgenda } from './subjects.ts';

export interface ChangeAgenda extends AgendaChange {
  readonly add: { readonly claimIds: readonly string[]; readonly inclusionIds: readonly string[] };
}

/**
 * The office adds and removes items and sets figures lower, all or nothing (R22); the reply names the votes that this
 * made void. Refusals: {@link decideAgenda}'s.
 */
export function changeAgenda(
  services: Services,
  context: CommandContext,
  meetingId: string,
  { add, remove, figures }: ChangeAgenda,
): Promise<Outcome> {
  const named = namedOf(add);
  return changeMeeting(services, context, meetingId, {
    // Of too many the number is all that is looked at.
    reads: named.length > itemsMax ? [] : keysOf(named),
    follow: ({ items }) => keysOf(items.filter(({ itemId }) => remove.includes(itemId)).map(namedBy)),
    decide: (meeting, items) => decideAgenda(meeting, candidatesOf(items, named), { remove, figures }),
    also: ({ events, before, items, act }) => {
      const removed = before.items.filter(({ itemId }) => remove.includes(itemId));
      const added = events.flatMap(({ data }) => data.added);
      const off = takeOffAgenda(items, removed, { meetingId, reason: null }, act);
      return { writes: [...off, ...putOnAgenda(items, added, meetingId, act)] };
    },
  });
}
