import type { Manifest } from '../../contracts/checkpoints.ts';
import type { Finding } from '../../domain/check.ts';
import { listManifests, manifestKey, readObject, sha256Of, toManifest } from '../../store/checkpoints.ts';
import type { Services } from '../services.ts';
import { type ComparedSegment, checkpointFinding, compareSegment } from './compare-segment.ts';
import type { CheckedStep, RunOfStep } from './run-check.ts';
import { beginWriting } from './write-checkpoint.ts';

/** A checkpoint to be compared, by its manifest, and the one that lies before it. */
interface Compared {
  readonly key: string;
  readonly before: string | null;
}

/** Where a comparison stands: plain JSON, to be kept between two steps. */
export type ComparePlace = {
  readonly phase: 'compare';
  /** Those still to be compared; the first is at its segment of this index. */
  readonly compared: readonly Compared[];
  readonly segment: number;
  /** The newest, which the new one will name. */
  readonly newest: string | null;
};

/**
 * Chooses what is compared: the newest checkpoint, and an earlier one that the run's id draws, so that a forged newest one
 * hides a rewritten history from no run for long. What came of the run before must be among them.
 */
export async function beginComparing({ checkpoints, now }: Services, run: RunOfStep): Promise<CheckedStep> {
  const own = manifestKey(run.checkId);
  // A run that goes on after a crash may have written its own already.
  const keys = (await listManifests(checkpoints, now())).filter((key) => key < own);
  const before = run.previousId === null ? null : manifestKey(run.previousId);
  const isMissing = before !== null && !keys.includes(before);
  const chosen = [keys.length - 1, drawn(keys.length, run.checkId)];
  const compared = chosen.flatMap((index) => {
    const key = keys[index];
    return key === undefined ? [] : [{ key, before: keys[index - 1] ?? null }];
  });
  return {
    examined: 0,
    findings: isMissing ? [checkpointFinding('manifest-missing', before)] : [],
    next: placeOf(compared, 0, keys.at(-1) ?? null),
  };
}

/**
 * The index of one of the checkpoints before the newest, -1 where there is none. Near ones are drawn as often as far ones
 * by orders of magnitude: a young event is held by few checkpoints, and they are near.
 */
function drawn(count: number, checkId: string): number {
  if (count < 2) return -1;
  const chance = Number.parseInt(sha256Of(Buffer.from(checkId)).slice(0, 12), 16) / 16 ** 12;
  return count - 1 - Math.floor(count ** chance);
}

const placeOf = (compared: readonly Compared[], segment: number, newest: string | null) =>
  compared.length === 0 ? beginWriting(newest) : { phase: 'compare' as const, compared, segment, newest };

/** Compares one segment of a checkpoint with the trail; with the first one, the checkpoint itself with the one before it. */
export async function compareStep(services: Services, place: ComparePlace): Promise<CheckedStep> {
  const { compared, segment: index, newest } = place;
  const [{ key, before }, ...others] = compared as readonly [Compared, ...Compared[]];
  const { checkpoints, now } = services;
  const content = await readObject(checkpoints, key, now());
  const manifest = content && toManifest(content);
  if (!manifest) {
    const fault = content ? 'manifest-unreadable' : 'manifest-missing';
    return { examined: 0, findings: [checkpointFinding(fault, key)], next: placeOf(others, 0, newest) };
  }
  const ofItself = index === 0 ? await faultsOfLink(services, key, manifest, before) : [];
  const segment = manifest.segments[index];
  const { examined, findings, known }: ComparedSegment = segment
    ? await compareSegment(services, key, segment)
    : { examined: 0, findings: [], known: [] };
  const isLast = index + 1 >= manifest.segments.length;
  const next = isLast ? placeOf(others, 0, newest) : placeOf(compared, index + 1, newest);
  return { examined, findings: [...ofItself, ...findings], known, next };
}

/** A checkpoint names the one before it by key and hash; one that lies between the two, or took its place, is none of ours. */
async function faultsOfLink(
  { checkpoints, now }: Services,
  key: string,
  { previous }: Manifest,
  before: string | null,
): Promise<readonly Finding[]> {
  if (!previous) return before === null ? [] : [checkpointFinding('manifest-unlinked', before)];
  const content = await readObject(checkpoints, previous.key, now());
  if (!content) return [checkpointFinding('manifest-missing', previous.key)];
  const isSame = sha256Of(content) === previous.sha256;
  return [
    ...(isSame ? [] : [checkpointFinding('manifest-differs', previous.key)]),
    ...(previous.key === before ? [] : [checkpointFinding('manifest-unlinked', before ?? key)]),
  ];
}
