import * as z from 'zod/mini';
import { itemsMax } from '../domain/agenda.ts';
import { itemOutcomes, meetingForms, meetingStates, voteWords } from '../domain/meeting.ts';
import { Claim, PayoutEstimate } from './claim-replies.ts';
import { Day, Fen, Id, Instant, PositiveFen, Word } from './fields.ts';
import { Inclusion } from './inclusion-replies.ts';
import { Loan } from './loan-replies.ts';
import { CompanyCode, FreeText, Hash, Label } from './reply-fields.ts';

/** Units of a conference at most, as a policy may have them. */
const unitsMax = 50;

const itemFields = {
  itemId: Id,
  kind: z.enum(['claim', 'inclusion']),
  claimId: z.nullable(Id),
  inclusionId: z.nullable(Id),
  creditCode: CompanyCode,
  claimedFen: z.nullable(PositiveFen),
  proposedAssessedFen: z.nullable(PositiveFen),
  /** null until the resolution; `withdrawn` where the claim was withdrawn before it. */
  outcome: z.nullable(z.enum(itemOutcomes)),
  assessedFen: z.nullable(PositiveFen),
};

const meetingFields = {
  meetingId: Id,
  title: Label,
  year: z.int(),
  number: z.int(),
  convenesOn: Day,
  form: z.enum(meetingForms),
  votingClosesAt: z.nullable(Instant),
  state: z.enum(meetingStates),
  /** Votes that this call made void; empty in any other answer. */
  votesVoided: z
    .array(z.object({ itemId: Id, units: z.array(Word).check(z.maxLength(unitsMax)) }))
    .check(z.maxLength(itemsMax)),
  /** The version whose rules decided; null until the resolution. */
  policy: z.nullable(Id),
  resolvedAt: z.nullable(Instant),
  /** Of the cancellation. */
  reason: z.nullable(FreeText),
  version: z.int(),
};

export const Meeting = z
  .object({ ...meetingFields, items: z.array(z.object(itemFields)).check(z.maxLength(itemsMax)) })
  .check(z.meta({ id: 'Meeting', description: 'Meeting of the joint conference 联席会议: ids and figures' }));

const Vote = z.object({
  unit: Word,
  vote: z.enum(voteWords),
  assessedFen: z.nullable(Fen),
  opinion: z.nullable(FreeText),
  /** Who cast it for the unit; null for other organisations, and where the name was erased. */
  by: z.nullable(Label),
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
    units: z.array(Word).check(z.maxLength(unitsMax)),
    quorumUnits: z.int(),
    minVotingUnits: z.int(),
    /** The hash of the resolution's event, which seals it. */
    resolutionHash: z.nullable(Hash),
    /** How many of its items the resolution has been carried out for. */
    itemsCarriedOut: z.int(),
    items: z
      .array(
        z.object({
          ...itemFields,
          /** Why the office set the figure. */
          figureReason: z.nullable(FreeText),
          votes: z.array(Vote).check(z.maxLength(unitsMax)),
          tally: Tally,
          reason: z.nullable(FreeText),
          note: z.nullable(FreeText),
          carriedOut: z.enum(['waiting', 'done', 'skipped', 'held']),
          /** Set if it could not be carried out five times and waits for the office; `error` is for officials and auditors. */
          held: z.nullable(z.object({ since: Instant, failures: z.int(), error: z.nullable(FreeText) })),
          material: z.object({
            claim: z.nullable(Claim),
            loan: z.nullable(Loan),
            /** What the figure that is voted on would bring today; null once the claim says so itself. */
            estimate: z.nullable(PayoutEstimate),
            inclusion: z.nullable(Inclusion),
          }),
        }),
      )
      .check(z.maxLength(itemsMax)),
  })
  .check(z.meta({ id: 'MeetingRecord', description: 'A meeting with material, votes and outcome of every item' }));
