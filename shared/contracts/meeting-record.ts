import * as z from 'zod/mini';
import { itemOutcomes, meetingForms, meetingStates, voteWords } from '../domain/meeting.ts';
import { Claim, PayoutEstimate } from './claim-replies.ts';
import { Day, Fen, Id, Instant, PositiveFen } from './fields.ts';
import { Inclusion } from './inclusions.ts';
import { Loan } from './loans.ts';

const itemFields = {
  itemId: Id,
  kind: z.enum(['claim', 'inclusion']),
  claimId: z.nullable(z.string()),
  inclusionId: z.nullable(z.string()),
  creditCode: z.string(),
  claimedFen: z.nullable(PositiveFen),
  proposedAssessedFen: z.nullable(PositiveFen),
  /** null until the resolution; `withdrawn` where the claim was withdrawn before it. */
  outcome: z.nullable(z.enum(itemOutcomes)),
  assessedFen: z.nullable(PositiveFen),
};

const meetingFields = {
  meetingId: Id,
  title: z.string(),
  year: z.int(),
  number: z.int(),
  convenesOn: Day,
  form: z.enum(meetingForms),
  votingClosesAt: z.nullable(z.string()),
  state: z.enum(meetingStates),
  /** Votes that this call made void; empty in any other answer. */
  votesVoided: z.array(z.object({ itemId: Id, units: z.array(z.string()) })),
  /** The version whose rules decided; null until the resolution. */
  policy: z.nullable(z.string()),
  resolvedAt: z.nullable(Instant),
  /** Of the cancellation. */
  reason: z.nullable(z.string()),
  version: z.int(),
};

export const Meeting = z
  .object({ ...meetingFields, items: z.array(z.object(itemFields)) })
  .check(z.meta({ id: 'Meeting', description: 'Meeting of the joint conference 联席会议: ids and figures' }));

const Vote = z.object({
  unit: z.string(),
  vote: z.enum(voteWords),
  assessedFen: z.nullable(Fen),
  opinion: z.nullable(z.string()),
  by: z.string(),
  at: Instant,
});

const Tally = z.object({
  approve: z.int(),
  reject: z.int(),
  abstain: z.int(),
  recuse: z.int(),
  /** Units of the conference less those recused. */
  left: z.int(),
});

export const MeetingRecord = z
  .object({
    ...meetingFields,
    /** The units, and how many must vote and be left, by the version in force on the meeting's day. */
    units: z.array(z.string()),
    quorumUnits: z.int(),
    minVotingUnits: z.int(),
    /** The hash of the resolution's event, which seals it. */
    resolutionHash: z.nullable(z.string()),
    /** How many of its items the resolution has been carried out for. */
    itemsCarriedOut: z.int(),
    items: z.array(
      z.object({
        ...itemFields,
        /** Why the office set the figure. */
        figureReason: z.nullable(z.string()),
        votes: z.array(Vote),
        tally: Tally,
        reason: z.nullable(z.string()),
        note: z.nullable(z.string()),
        carriedOut: z.enum(['waiting', 'done', 'skipped']),
        material: z.object({
          claim: z.nullable(Claim),
          loan: z.nullable(Loan),
          /** What the figure that is voted on would bring today; null once the claim says so itself. */
          estimate: z.nullable(PayoutEstimate),
          inclusion: z.nullable(Inclusion),
        }),
      }),
    ),
  })
  .check(z.meta({ id: 'MeetingRecord', description: 'A meeting with material, votes and outcome of every item' }));
