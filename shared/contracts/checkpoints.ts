import * as z from 'zod/mini';
import { Instant } from './fields.ts';

/** Hex SHA-256 of an object's bytes, or of an event (R30). */
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.int().check(z.minimum(0));

const ManifestKey = z.string().check(z.regex(/^manifest-[\w-]{1,60}\.json$/));
const SegmentKey = z.string().check(z.regex(/^segment-[\w-]{1,60}\.jsonl$/));

/** Where a history stood: one line of a segment. */
export const HistoryEnd = z.object({
  /** As in the trail, be it of a kind that the system keeps or not. */
  kind: z.string(),
  id: z.string(),
  /** Of its last event, which is the number of its events where it is whole. */
  sequence: z.number(),
  /** Of its last event. */
  hash: z.string(),
  /** Instant of its last event; not there in checkpoints of before it was kept. */
  at: z.optional(z.string()),
});
export type HistoryEnd = z.output<typeof HistoryEnd>;

/** A part of a checkpoint: an object of JSON lines, each a {@link HistoryEnd}. */
export const Segment = z.object({ key: SegmentKey, sha256: Hash, histories: Count, events: z.number() });
export type Segment = z.output<typeof Segment>;

/** What is written last of a checkpoint (存证) and makes it one; each names the one before it by its hash. */
export const Manifest = z.object({
  schemaVersion: z.literal(1),
  /** The run of `anchor-trail` that wrote it. */
  checkId: z.string(),
  startedAt: Instant,
  finishedAt: Instant,
  histories: Count,
  events: z.number(),
  segments: z.array(Segment),
  /** Null in the first. */
  previous: z.nullable(z.object({ key: ManifestKey, sha256: Hash })),
});
export type Manifest = z.output<typeof Manifest>;
