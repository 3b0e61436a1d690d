import type { HistoryEnd, Segment } from '../../contracts/checkpoints.ts';
import type { Finding } from '../../domain/check.ts';
import type { ResourceKind } from '../../domain/event.ts';
import { readObject, sha256Of, toEnds } from '../../store/checkpoints.ts';
import type { ItemKey } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
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

/** Holds the history ends of one segment against the trail. Histories only grow, so each event must be there for ever. */
export async function compareSegment({ database, checkpoints, now }: Services, checkpoint: string, segment: Segment) {
  const faulty = (fault: CheckpointFault) => ({ examined: 0, findings: [checkpointFinding(fault, segment.key)] });
  const content = await readObject(checkpoints, segment.key, now());
  if (!content) return faulty('segment-missing');
  if (sha256Of(content) !== segment.sha256) return faulty('segment-differs');
  const ends = toEnds(content);
  if (!ends) return faulty('segment-unreadable');
  const events = await readItems(database, ends.map(keyOf), ['hash']);
  const changed = ends.filter((end) => events.get(keyOf(end))?.hash !== end.hash);
  const first = await readItems(database, changed.map(firstKeyOf), 'key');
  const faultOf = (end: HistoryEnd): HistoryFault => {
    if (events.get(keyOf(end))) return 'history-rewritten';
    return first.get(firstKeyOf(end)) ? 'history-cut' : 'history-removed';
  };
  const findings = changed.map((end): Finding => {
    const { kind, id, sequence: brokenAt } = end;
    return { kind, id, brokenAt, what: faultOf(end), checkpoint };
  });
  return { examined: ends.length, findings };
}

/** What is found is named as in the trail, of whatever kind. */
const keyOf = ({ kind, id, sequence }: HistoryEnd): ItemKey => eventKey(kind as ResourceKind, id, sequence);
const firstKeyOf = (end: HistoryEnd): ItemKey => keyOf({ ...end, sequence: 1 });
