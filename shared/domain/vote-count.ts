import type { AgendaItem, CastVote, Tally, VoteWord } from './meeting.ts';
import type { PolicyParameters } from './policy.ts';

/** What the conference's rules come from. */
export type ConferenceRules = Pick<
  PolicyParameters,
  'conferenceUnits' | 'quorumUnits' | 'minVotingUnits' | 'noMajorityRule'
>;

/** What the votes say; `short`: too few units voted for them to say anything. */
export type Count =
  | { readonly kind: 'approved' | 'rejected' | 'deferred'; readonly tally: Tally }
  | { readonly kind: 'short'; readonly tally: Tally; readonly voted: number; readonly needed: number };

/** How the units of the conference voted on an item. A vote of a unit that is no longer one counts nowhere. */
export function tallyOf(item: Pick<AgendaItem, 'votes'>, units: readonly string[]): Tally {
  const count = (word: VoteWord): number => units.filter((unit) => voteOf(item, unit)?.vote === word).length;
  const recuse = count('recuse');
  const [approve, reject, abstain] = [count('approve'), count('reject'), count('abstain')];
  return { approve, reject, abstain, recuse, left: units.length - recuse };
}

/**
 * Counts the votes on an item (R22). A recused unit counts nowhere; an abstaining one has voted. Fewer than
 * `minVotingUnits` left: deferred, however they voted. Otherwise at least `quorumUnits` must have voted, or all that are
 * left where fewer are; more than half of all that are left must approve; and without that majority `noMajorityRule` says.
 */
export function countVotes(item: Pick<AgendaItem, 'votes'>, rules: ConferenceRules): Count {
  const { conferenceUnits, quorumUnits, minVotingUnits, noMajorityRule } = rules;
  const tally = tallyOf(item, conferenceUnits);
  if (tally.left < minVotingUnits) return { kind: 'deferred', tally };
  const voted = tally.approve + tally.reject + tally.abstain;
  const needed = Math.min(quorumUnits, tally.left);
  if (voted < needed) return { kind: 'short', tally, voted, needed };
  if (tally.approve * 2 > tally.left) return { kind: 'approved', tally };
  return { kind: noMajorityRule === 'reject' ? 'rejected' : 'deferred', tally };
}

/** A unit's vote as it stands; unit names are data, so only what is the record's own is one. */
const voteOf = ({ votes }: Pick<AgendaItem, 'votes'>, unit: string): CastVote | undefined =>
  Object.hasOwn(votes, unit) ? votes[unit] : undefined;
