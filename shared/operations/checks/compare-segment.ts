import type { HistoryEnd, Segment } from '../../contracts/checkpoints.ts';
import type { Finding } from '../../domain/check.ts';
import type { ResourceKind } from '../../domain/event.ts';
import { isKnownCut } from '../../domain/repair.ts';
import { readObject, sha256Of, toEnds } from '../../store/checkpoints.ts';
import type { ItemKey } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { readRestores } from '../../store/repairs.ts';
import { eventKey } from '../../store/trail.ts';
import type { Services } from '../services.ts';

/**
 * What may be wrong with a checkpoint itself. `…-missing`: it was there and is not. `…-differs`: it is not what the hash of
 * it says that was kept elsewhere. `…-unreadable`: of another form. `manifest-unlinked`: a checkpoint that the one after it
 * does not name.
 */
export type CheckpointFault =
  | 'manifest-missing'
  | 'manifest-differs'
  | 'manifest-unreadable'
  | 'manifest-unlinked'
  | 'segment-missing'
  | 'segment-differs'
  | 'segment-unreadable';

/**
 * What may be wrong with the trail. `history-rewritten`: at its place is an event of another hash. `history-cut`: the history
 * ends before it. `history-removed`: its first event is not there either.
 */
export type HistoryFault = 'history-rewritten' | 'history-cut' | 'history-removed';

/** A finding about an object of the bucket of checkpoints. */
export const checkpointFinding = (what: CheckpointFault, object: string): Finding => ({ what, object });

/** What a segment's histories have come to. */
export interface ComparedSegment {
  readonly examined: number;
  readonly findings: readonly Finding[];
  /** What a noted restore has lost: told, and no alarm. */
  readonly known: readonly Finding[];
}

/** Holds the history ends of one segment against the trail. Histories only grow, so each event must be there for ever. */
export async function compareSegment(
  { database, checkpoints, now: nowOf }: Services,
  checkpoint: string,
  segment: Segment,
): Promise<ComparedSegment> {
  const faulty = (fault: CheckpointFault) => ({
    examined: 0,
    findings: [checkpointFinding(fault, segment.key)],
    known: [],
  });
  const content = await readObject(checkpoints, segment.key, nowOf());
  if (!content) return faulty('segment-missing');
  if (sha256Of(content) !== segment.sha256) return faulty('segment-differs');
  const ends = toEnds(content);
  if (!ends) return faulty('segment-unreadable');
  const events = await readItems(database, ends.map(keyOf), ['hash', 'at']);
  const changed = ends.filter((end) => events.get(keyOf(end))?.hash !== end.hash);
  const first = await readItems(database, changed.map(firstKeyOf), 'key');
  const faultOf = (end: HistoryEnd): HistoryFault => {
    if (events.get(keyOf(end))) return 'history-rewritten';
    return first.get(firstKeyOf(end)) ? 'history-cut' : 'history-removed';
  };
  const spans = changed.length > 0 ? await readRestores(database) : [];
  const findings: Finding[] = [];
  const known: Finding[] = [];
  for (const end of changed) {
    const { kind, id, sequence: brokenAt } = end;
    const now = events.get<{ readonly at: string }>(keyOf(end));
    const isKnown = isKnownCut(spans, end.at, now?.at ?? null);
    (isKnown ? known : findings).push({ kind, id, brokenAt, what: faultOf(end), checkpoint });
  }
  return { examined: ends.length, findings, known };
}

/** What is found is named as in the trail, of whatever kind. */
const keyOf = ({ kind, id, sequence }: HistoryEnd): ItemKey => eventKey(kind as ResourceKind, id, sequence);
const firstKeyOf = (end: HistoryEnd): ItemKey => keyOf({ ...end, sequence: 1 });
