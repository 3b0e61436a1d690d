import type { Item } from '../../store/database.ts';
import type { Services } from '../services.ts';
import { beginComparing, type ComparePlace, compareStep } from './compare-checkpoint.ts';
import type { CheckedStep, RunOfStep } from './run-check.ts';
import { type WritePlace, writeStep } from './write-checkpoint.ts';

type Place = ComparePlace | WritePlace;

/**
 * One step of `anchor-trail` (R30): first earlier checkpoints, which nobody can change, are held against the trail, then a
 * new one is laid beside them. What is counted are the histories that were held against one or written down.
 *
 * @param pageItems how many items of the trail a step reads at most; a megabyte of them by default.
 */
export function anchorTrailStep(
  services: Services,
  place: Item | null,
  run: RunOfStep,
  pageItems?: number,
): Promise<CheckedStep> {
  const at = place as Place | null;
  if (!at) return beginComparing(services, run);
  return at.phase === 'compare' ? compareStep(services, at) : writeStep(services, at, run, pageItems);
}
