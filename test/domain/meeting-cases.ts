import type { AgendaChange, Candidate } from '../../shared/domain/agenda.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import type { Meeting, MeetingState, VoteWord } from '../../shared/domain/meeting.ts';
import { evolveMeeting, type MeetingEvent, type NewItem } from '../../shared/domain/meeting-event.ts';
import { type PolicyParameters, type PolicyVersion, policyNamed } from '../../shared/domain/policy.ts';
import { decideResolution, type ItemRuling } from '../../shared/domain/resolution.ts';
import { creditCode } from '../support/fixtures.ts';

export const measures = policyNamed(builtInPolicies, 'measures-2024');
export const units = measures.parameters.conferenceUnits;

export const at = '2026-03-02T02:00:00.000Z';

export const plan = {
  meetingId: 'mtg-1',
  title: '联席会议第一次会议',
  convenesOn: '2026-03-02',
  form: 'meeting',
  votingClosesAt: null,
} as const;

export const aClaimItem = (number: number, change: Partial<NewItem> = {}): NewItem => ({
  itemId: `item-${number}`,
  kind: 'claim',
  claimId: `clm-${number}`,
  inclusionId: null,
  creditCode: creditCode(number),
  claimedFen: 30_000_000,
  madeBySub: null,
  ...change,
});

export const anInclusionItem = (number: number, madeBySub: string | null = null): NewItem =>
  aClaimItem(number, { kind: 'inclusion', claimId: null, inclusionId: `inc-${number}`, claimedFen: null, madeBySub });

/** A claim or an inclusion that could be put on an agenda. */
export function candidateOf(item: NewItem, state: string): Candidate {
  const { itemId: _itemId, ...subject } = item;
  return { id: item.claimId ?? item.inclusionId ?? '', kind: item.kind, found: { state, subject } };
}

export const convened = (items: readonly NewItem[], change: Partial<Meeting> = {}): Meeting => ({
  ...evolveMeeting(null, { type: 'meeting-convened', data: { ...plan, year: 2026, number: 1, items } }),
  ...change,
});

export const after = (meeting: Meeting, ...events: readonly MeetingEvent[]): Meeting =>
  events.reduce<Meeting>(evolveMeeting, meeting);

export const vote = (
  unit: string,
  word: VoteWord,
  { itemId = 'item-1', assessedFen = null as number | null, opinion = null as string | null } = {},
): MeetingEvent => ({ type: 'vote-cast', data: { itemId, unit, vote: word, assessedFen, opinion } });

export const ballot = { itemId: 'item-1', unit: 'science', vote: 'approve', assessedFen: null, opinion: null } as const;

export const noChange: AgendaChange = { remove: [], figures: [] };

/** The office's resolution, at {@link at}. */
export const resolve = (
  meeting: Meeting = convened([aClaimItem(1)]),
  rulings: readonly ItemRuling[] = [],
  gone: readonly string[] = [],
) => decideResolution(meeting, rulings, new Set(gone), measures, { sub: 'office-1', at });

const letters: Readonly<Record<string, VoteWord>> = { 同: 'approve', 反: 'reject', 弃: 'abstain', 避: 'recuse' };

/** Votes of the units in their order, a character each: 同 approve, 反 reject, 弃 abstain, 避 recuse, · none. */
export const votesIn = (word: string, itemId = 'item-1'): readonly MeetingEvent[] =>
  [...word].flatMap((letter, index) => {
    const said = letters[letter];
    return said ? [vote(units[index] ?? '', said, { itemId })] : [];
  });

export const policyWith = (change: Partial<PolicyParameters>): PolicyVersion => ({
  ...measures,
  parameters: { ...measures.parameters, ...change },
});

export function meetingIn(state: MeetingState, items: readonly NewItem[] = [aClaimItem(1)]): Meeting {
  const open = convened(items);
  if (state === 'open') return open;
  if (state === 'cancelled') return after(open, { type: 'meeting-cancelled', data: { reason: null } });
  const tally = { approve: 7, reject: 0, abstain: 0, recuse: 0, left: 7 };
  const resolutions = items.map(({ itemId, claimedFen }) => ({
    itemId,
    outcome: 'approved' as const,
    assessedFen: claimedFen,
    tally,
    reason: null,
    note: null,
  }));
  const data = { resolvedAt: at, policy: measures.policyId, units, items: resolutions };
  return after(open, { type: 'meeting-resolved', data });
}
