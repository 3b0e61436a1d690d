import { refusalOfFigure } from './agenda.ts';
import { refusalOfMove } from './graph.ts';
import { itemOf, type Meeting } from './meeting.ts';
import { meetingMoves, type VoteCast } from './meeting-event.ts';
import { accepted, type Decision, refusedBy } from './refusal.ts';

/**
 * Decides a unit's vote on an item (R22); cast again it takes the place of the one before. `units` are those of the
 * conference by the version in force on the meeting's day.
 *
 * Refusals in order: `forbidden` (no unit of this conference), `not-found` (the item), `state-conflict` (closed, or past
 * `votingClosesAt`, at which instant one may still vote), `amount-exceeds-claimed`.
 */
export function decideVote(
  meeting: Meeting,
  vote: VoteCast['data'],
  units: readonly string[],
  at: string,
): Decision<VoteCast> {
  if (!units.includes(vote.unit)) return refusedBy('R22', 'forbidden', { units: units.join(', '), own: vote.unit });
  const item = itemOf(meeting, vote.itemId);
  if (!item) return refusedBy(null, 'not-found');
  const conflict = refusalOfMove(meetingMoves, meeting.state, 'vote-cast');
  if (conflict) return conflict;
  const { votingClosesAt } = meeting;
  if (votingClosesAt !== null && Date.parse(at) > Date.parse(votingClosesAt)) {
    return refusedBy('R22', 'state-conflict', { state: 'voting-closed', allowed: 'open', votingClosesAt });
  }
  const refusal = vote.assessedFen === null ? null : refusalOfFigure(item.itemId, vote.assessedFen, item.claimedFen);
  return refusal ?? accepted({ type: 'vote-cast', data: vote });
}
