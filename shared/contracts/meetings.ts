import * as z from 'zod/mini';
import { meetingForms, voteWords } from '../domain/meeting.ts';
import { commandBody, Day, Id, Instant, orNull, PositiveFen, Text } from './fields.ts';

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

export const ReleaseItem = commandBody({
  itemId: Id,
  /** `retry`: it is carried out as resolved; `skip`: it is deferred, and can go before a conference again. */
  decision: z.enum(['retry', 'skip']),
  reason: Text,
}).check(z.meta({ id: 'ReleaseItem' }));
