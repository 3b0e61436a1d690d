import type { City, Item, Meeting } from './city.ts';
import { yearIn } from './days.ts';
import type { Rules } from './rules.ts';

/** R22: the version in force on the meeting's day says who votes and what is a majority. */
export const rulesOf = (city: City, { convenesOn }: Pick<Meeting, 'convenesOn'>): Rules =>
  city.versionOn(convenesOn).rules;

/** What may go on an agenda: accepted or deferred claims, submitted or deferred inclusions. */
export function isReady(city: City, { claimId, inclusionId }: { claimId?: string; inclusionId?: string }): boolean {
  const claim = claimId === undefined ? undefined : city.claims.get(claimId);
  if (claim) return claim.state === 'accepted' || claim.state === 'deferred';
  const inclusion = inclusionId === undefined ? undefined : city.inclusions.get(inclusionId);
  return inclusion?.state === 'submitted' || inclusion?.state === 'deferred';
}

export interface Named {
  readonly claimIds: readonly string[];
  readonly inclusionIds: readonly string[];
}

export function againstNamed(city: City, { claimIds, inclusionIds }: Named): string[] {
  const isAllReady =
    claimIds.every((claimId) => isReady(city, { claimId })) &&
    inclusionIds.every((inclusionId) => isReady(city, { inclusionId }));
  return isAllReady ? [] : ['state-conflict'];
}

/** Puts what is named on a meeting's agenda, claims first, each at the figure that it claims. */
export function putOnAgenda(city: City, meeting: Meeting, { claimIds, inclusionIds }: Named): void {
  const blank = { votes: new Map<string, string>(), outcome: null, assessedFen: null };
  for (const claimId of claimIds) {
    const claim = city.claims.get(claimId);
    if (!claim) continue;
    Object.assign(claim, { state: 'on-agenda', meetingId: meeting.id, proposedFen: claim.claimedFen });
    const figures = { claimedFen: claim.claimedFen, figureFen: claim.claimedFen, madeBy: null };
    meeting.items.push({
      ...blank,
      votes: new Map(),
      itemId: nextItem(meeting),
      claimId,
      inclusionId: null,
      ...figures,
    });
  }
  for (const inclusionId of inclusionIds) {
    const inclusion = city.inclusions.get(inclusionId);
    if (!inclusion) continue;
    Object.assign(inclusion, { state: 'on-agenda', meetingId: meeting.id });
    const figures = { claimedFen: null, figureFen: null, madeBy: inclusion.madeBy };
    meeting.items.push({
      ...blank,
      votes: new Map(),
      itemId: nextItem(meeting),
      claimId: null,
      inclusionId,
      ...figures,
    });
  }
}

function nextItem(meeting: Meeting): string {
  meeting.itemsEver += 1;
  return `item-${meeting.itemsEver}`;
}

/** Takes an item off: a claim is accepted again, an inclusion submitted again. */
export function takeOff(city: City, meeting: Meeting, item: Item): void {
  const claim = item.claimId === null ? undefined : city.claims.get(item.claimId);
  if (claim?.state === 'on-agenda' && claim.meetingId === meeting.id) {
    Object.assign(claim, { state: 'accepted', meetingId: null, proposedFen: null });
  }
  const inclusion = item.inclusionId === null ? undefined : city.inclusions.get(item.inclusionId);
  if (inclusion?.state === 'on-agenda') Object.assign(inclusion, { state: 'submitted', meetingId: null });
}

/** The next number of a year. */
export function nextNumber(city: City, convenesOn: string): number {
  const taken = [...city.meetings.values()]
    .filter(({ year }) => year === yearIn(convenesOn))
    .map(({ number }) => number);
  return Math.max(0, ...taken) + 1;
}

export const isVotingClosed = ({ closesAt }: Meeting, at: string): boolean =>
  closesAt !== null && Date.parse(at) > Date.parse(closesAt);

export interface Ruling {
  readonly itemId: string;
  readonly assessedFen: number | null;
  readonly reason: string | null;
  readonly defer: boolean;
}

/** What the votes and the office make of an item; a word in capitals says why there is no resolution. */
export function outcomeOf(city: City, item: Item, ruling: Ruling | undefined, rules: Rules): string {
  const claim = item.claimId === null ? undefined : city.claims.get(item.claimId);
  if (claim?.state === 'withdrawn') return 'withdrawn';
  if (ruling?.defer) return 'deferred';
  const votes = rules.conferenceUnits.map((unit) => item.votes.get(unit));
  const left = votes.length - votes.filter((vote) => vote === 'recuse').length;
  if (left < rules.minVotingUnits) return 'deferred';
  const voted = votes.filter((vote) => vote !== undefined && vote !== 'recuse').length;
  if (voted < rules.quorumUnits && voted < left) return 'QUORUM';
  const approving = votes.filter((vote) => vote === 'approve').length;
  if (approving > left / 2) return 'approved';
  return rules.noMajorityRule === 'reject' ? 'rejected' : 'deferred';
}

/** R22: every code that speaks against a resolution; all or nothing. */
export function againstResolution(city: City, meeting: Meeting, rulings: readonly Ruling[], by: string): string[] {
  if (meeting.items.some(({ madeBy }) => madeBy === by)) return ['four-eyes'];
  if (meeting.state !== 'open') return ['state-conflict'];
  const rules = rulesOf(city, meeting);
  const codes: string[] = [];
  // Taken off the agenda between the drawing of the resolution and its sending.
  const isGone = ({ itemId }: Ruling): boolean => !meeting.items.some((item) => item.itemId === itemId);
  if (rulings.some(isGone)) codes.push('not-found');
  for (const item of meeting.items) {
    const ruling = rulings.find(({ itemId }) => itemId === item.itemId);
    const outcome = outcomeOf(city, item, ruling, rules);
    if (outcome === 'QUORUM') codes.push('quorum-not-met');
    if (outcome === 'withdrawn' || ruling?.defer || ruling?.assessedFen == null) continue;
    if (ruling.assessedFen > (item.figureFen ?? 0)) codes.push('amount-exceeds-claimed');
    else if (ruling.assessedFen < (item.figureFen ?? 0) && ruling.reason === null) codes.push('validation-failed');
  }
  return codes;
}

export function resolve(city: City, meeting: Meeting, rulings: readonly Ruling[], at: string): void {
  const rules = rulesOf(city, meeting);
  for (const item of meeting.items) {
    const ruling = rulings.find(({ itemId }) => itemId === item.itemId);
    item.outcome = outcomeOf(city, item, ruling, rules);
    item.assessedFen = item.outcome === 'approved' ? (ruling?.assessedFen ?? item.figureFen) : null;
  }
  meeting.state = 'resolved';
  meeting.resolvedAt = at;
}
