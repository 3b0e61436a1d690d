import type { Day } from './calendar.ts';
import type { Fen } from './money.ts';

export const meetingStates = ['open', 'resolved', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** 现场会议 or 通讯表决. */
export const meetingForms = ['meeting', 'circulation'] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** 同意 · 不同意 · 弃权 · 回避. */
export const voteWords = ['approve', 'reject', 'abstain', 'recuse'] as const;
export type VoteWord = (typeof voteWords)[number];

/** What a meeting makes of an item; `withdrawn`: its claim was withdrawn before the resolution (R17). */
export const itemOutcomes = ['approved', 'rejected', 'deferred', 'withdrawn'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** What an item is about: a claim with its figure, or an inclusion. */
export interface Subject {
  readonly kind: 'claim' | 'inclusion';
  readonly claimId: string | null;
  readonly inclusionId: string | null;
  readonly creditCode: string;
  /** null for an inclusion, which claims nothing. */
  readonly claimedFen: Fen | null;
  /** The official who made the inclusion; whoever resolves the meeting must be another (four eyes). */
  readonly madeBySub: string | null;
}

/** A unit's vote as it stands. Its opinion, and who cast it when, are in the event: `sequence` is its place. */
export interface CastVote {
  readonly vote: VoteWord;
  /** Advice, shown beside the vote; null where none was given. */
  readonly assessedFen: Fen | null;
  readonly sequence: number;
}

/** How the units voted on an item. */
export interface Tally {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly recuse: number;
  /** Units of the conference less those recused. */
  readonly left: number;
}

/** What the resolution says of an item; its reason and note are in the resolution's event. */
export interface ItemResolution {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  /** Of an approved claim alone. */
  readonly assessedFen: Fen | null;
  readonly tally: Tally;
}

/** An item of the agenda (议题). */
export interface AgendaItem extends Subject {
  readonly itemId: string;
  /** The figure that is voted on. */
  readonly proposedAssessedFen: Fen | null;
  /** The event that set the figure, and says why; null while it is as claimed. */
  readonly figureSequence: number | null;
  /** By unit. */
  readonly votes: Readonly<Record<string, CastVote>>;
  readonly resolution: Omit<ItemResolution, 'itemId'> | null;
}

/** What convening fixes. */
export interface MeetingPlan {
  readonly meetingId: string;
  readonly title: string;
  readonly convenesOn: Day;
  readonly form: MeetingForm;
  /** Instant; null: voting is open until the resolution. */
  readonly votingClosesAt: string | null;
}

/** A meeting of the joint conference (联席会议): its agenda, the votes, what was resolved (R22). */
export interface Meeting extends MeetingPlan {
  /** Meetings are numbered within the year of the day on which they convene. */
  readonly year: number;
  readonly number: number;
  readonly state: MeetingState;
  readonly items: readonly AgendaItem[];
  /** How many items it ever had: what the next one's id is made of. */
  readonly itemsEver: number;
  /** How many votes were ever cast, voided ones too. */
  readonly votesEver: number;
  /** The place of its last event. */
  readonly sequence: number;
  /** Once resolved: the version whose units and counts decided, the instant, and the place of the resolution. */
  readonly policy: string | null;
  readonly resolvedAt: string | null;
  readonly resolutionSequence: number | null;
  /** Of the cancellation. */
  readonly reason: string | null;
}

/** The item of an id, or undefined. */
export const itemOf = ({ items }: Pick<Meeting, 'items'>, itemId: string): AgendaItem | undefined =>
  items.find((item) => item.itemId === itemId);
