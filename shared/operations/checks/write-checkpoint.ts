import type { HistoryEnd, Manifest, Segment } from '../../contracts/checkpoints.ts';
import type { ResourceKind } from '../../domain/event.ts';
import {
  manifestContent,
  manifestKey,
  putOnce,
  readObject,
  segmentContent,
  segmentKey,
  sha256Of,
  toEnds,
} from '../../store/checkpoints.ts';
import type { Item } from '../../store/database.ts';
import { readLastEvent, resourceOfTrailKey, trailKey } from '../../store/trail.ts';
import type { Services } from '../services.ts';
import { type HistoryItems, readHistories } from './read-histories.ts';
import type { CheckedStep, RunOfStep } from './run-check.ts';

/** Where the writing of a checkpoint stands: plain JSON, to be kept between two steps. */
export type WritePlace = {
  readonly phase: 'write';
  /** The key in the trail after which the next segment begins. */
  readonly after: Item | null;
  readonly segments: readonly Segment[];
  /** The checkpoint before this one, by its manifest. */
  readonly newest: string | null;
};

export const beginWriting = (newest: string | null): WritePlace => ({
  phase: 'write',
  after: null,
  segments: [],
  newest,
});

/**
 * Writes one segment, of the histories that a page of the trail holds whole; after the last the manifest, which makes all of
 * them a checkpoint. What is there already, by a try before or by another invocation, counts in place of what would be
 * written now: the trail may have grown meanwhile, and with it the pages.
 */
export async function writeStep(
  services: Services,
  place: WritePlace,
  run: RunOfStep,
  pageItems: number | undefined,
): Promise<CheckedStep> {
  const { database, checkpoints, now } = services;
  const { histories, last } = await readHistories(database, place.after ?? undefined, pageItems);
  const read = await Promise.all(histories.map((history) => endOf(services, history)));
  const written = read.filter((end) => end !== null);
  if (written.length === 0) {
    if (last) return { examined: 0, findings: [], next: { ...place, after: last } };
    await writeManifest(services, place, run);
    return { examined: 0, findings: [], next: null };
  }
  const key = segmentKey(run.checkId, place.segments.length + 1);
  const content = await putOnce(checkpoints, key, segmentContent(written), now());
  const ends = toEnds(content);
  const end = ends?.at(-1);
  if (!ends || !end) throw new Error(`${key} is no segment`);
  const events = sumOf(ends.map(({ sequence }) => sequence));
  const segment: Segment = { key, sha256: sha256Of(content), histories: ends.length, events };
  // After what is in the segment and not after our page: a history that lay between the two would be in no segment.
  const after = { pk: trailKey(end.kind as ResourceKind, end.id), sequence: end.sequence };
  return {
    examined: ends.length,
    findings: [],
    next: { ...place, after, segments: [...place.segments, segment] },
  };
}

/** Where a history stands; null where it is gone since its page was read. */
async function endOf({ database }: Services, { pk, items }: HistoryItems): Promise<HistoryEnd | null> {
  const { kind, id } = resourceOfTrailKey(pk);
  const last = items ? items.at(-1) : await readLastEvent(database, kind as ResourceKind, id);
  return last ? { kind, id, sequence: Number(last.sequence), hash: String(last.hash), at: String(last.at) } : null;
}

async function writeManifest(services: Services, { segments, newest }: WritePlace, run: RunOfStep): Promise<void> {
  const { checkpoints, now, log } = services;
  const previous = newest === null ? null : await readObject(checkpoints, newest, now());
  const manifest: Manifest = {
    schemaVersion: 1,
    checkId: run.checkId,
    startedAt: run.startedAt,
    finishedAt: now(),
    histories: sumOf(segments.map(({ histories }) => histories)),
    events: sumOf(segments.map(({ events }) => events)),
    segments: [...segments],
    previous: newest !== null && previous ? { key: newest, sha256: sha256Of(previous) } : null,
  };
  const key = manifestKey(run.checkId);
  const content = await putOnce(checkpoints, key, manifestContent(manifest), now());
  // The log is one more place outside the tables that says so.
  log.info('checkpoint written', { checkpoint: key, sha256: sha256Of(content) });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
