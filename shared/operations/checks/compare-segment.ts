import type { HistoryEnd, Segment } from '../../contracts/checkpoints.ts';
import type { Finding } from '../../domain/check.ts';
import type { ResourceKind } from '../../domain/event.ts';
import { readObject, sha256Of, toEnds } from '../../store/checkpoints.ts';
import type { Database, ItemKey } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { eventKey, readHistory } from '../../store/trail.ts';
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
 * ends before it. `history-removed`: nothing is left of the history.
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
  const findings: Finding[] = [];
  for (const end of ends) {
    const event = events.get(keyOf(end));
    if (event?.hash === end.hash) continue;
    const { kind, id, sequence: brokenAt } = end;
    const what = event ? 'history-rewritten' : await faultOfMissing(database, end);
    findings.push({ kind, id, brokenAt, what, checkpoint });
  }
  return { examined: ends.length, findings };
}

/** What is found is named as in the trail, of whatever kind. */
const keyOf = ({ kind, id, sequence }: HistoryEnd): ItemKey => eventKey(kind as ResourceKind, id, sequence);

async function faultOfMissing(database: Database, { kind, id }: HistoryEnd): Promise<HistoryFault> {
  const [first] = await readHistory(database, kind as ResourceKind, id, 0, 1);
  return first ? 'history-cut' : 'history-removed';
}
