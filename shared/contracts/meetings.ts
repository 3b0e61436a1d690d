import * as z from 'zod/mini';
import { itemOutcomes, meetingForms, meetingStates, voteWords } from '../domain/meeting.ts';
import { commandBody, Day, Fen, Id, Instant, orNull, PositiveFen, Text } from './fields.ts';

/** More ids than any agenda holds: how many it may hold is the rule's to say (R22). */
const idsMax = 1000;

const distinct = <Schema extends z.ZodMiniType<string>>(schema: Schema) =>
  z.array(schema).check(
    z.maxLength(idsMax),
    z.refine((ids) => new Set(ids).size === ids.length, { error: 'entry-repeated' }),
  );

const oncePerItem = z.refine<readonly { itemId: string }[]>(
  (entries) => new Set(entries.map(({ itemId }) => itemId)).size === entries.length,
  { error: 'entry-repeated' },
);

export const ConveneMeeting = commandBody({
  title: Text,
  convenesOn: Day,
  claimIds: distinct(Id),
  inclusionIds: distinct(Id),
  number: orNull(z.int().check(z.minimum(1), z.maximum(9999))),
  form: z._default(z.enum(meetingForms), 'meeting'),
  votingClosesAt: orNull(Instant),
}).check(z.meta({ id: 'ConveneMeeting' }));

export const ChangeAgenda = commandBody({
  add: z._default(
    z.strictObject({ claimIds: z._default(distinct(Id), []), inclusionIds: z._default(distinct(Id), []) }),
    { claimIds: [], inclusionIds: [] },
  ),
  remove: z._default(distinct(Id), []),
  /** A figure that the office sets, at most what is claimed; it makes votes already cast on the item void. */
  figures: z._default(
    z
      .array(z.strictObject({ itemId: Id, proposedAssessedFen: PositiveFen, reason: Text }))
      .check(z.maxLength(idsMax), oncePerItem),
    [],
  ),
}).check(z.meta({ id: 'ChangeAgenda' }));

export const CastVote = commandBody({
  itemId: Id,
  vote: z.enum(voteWords),
  /** Advice, shown beside the vote. */
  assessedFen: orNull(PositiveFen),
  opinion: orNull(Text),
}).check(z.meta({ id: 'CastVote' }));

/** So that a resolution, which says all of them at once, is one event that the trail can hold. */
const resolutionCharactersMax = 40_000;

export const ResolveMeeting = commandBody({
  items: z
    .array(
      z.strictObject({
        itemId: Id,
        assessedFen: orNull(PositiveFen),
        reason: orNull(Text),
        defer: z._default(z.boolean(), false),
        note: orNull(Text),
      }),
    )
    .check(
      z.maxLength(idsMax),
      oncePerItem,
      z.refine(
        (items) =>
          items.reduce((sum, { reason, note }) => sum + (reason?.length ?? 0) + (note?.length ?? 0), 0) <=
          resolutionCharactersMax,
        { error: 'resolution-too-long' },
      ),
    ),
}).check(z.meta({ id: 'ResolveMeeting' }));

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
          claim: z.nullable(z.looseObject({ claimId: Id })),
          loan: z.nullable(z.looseObject({ loanId: Id })),
          inclusion: z.nullable(z.looseObject({ inclusionId: Id })),
        }),
      }),
    ),
  })
  .check(z.meta({ id: 'MeetingRecord', description: 'A meeting with material, votes and outcome of every item' }));
