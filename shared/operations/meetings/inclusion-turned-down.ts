import type { Inclusion, InclusionEvent } from '../../domain/inclusion.ts';
import type { Stored } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import { recordInclusion } from '../inclusions/record-inclusion.ts';
import type { CarriedOut } from './carry-out-item.ts';

/** What becomes of an inclusion that the conference rejected or deferred: nothing is listed. */
export const inclusionTurnedDown = (
  stored: Stored<Inclusion>,
  event: Extract<InclusionEvent, { readonly type: 'inclusion-rejected' | 'inclusion-deferred' }>,
  act: Act,
): CarriedOut => ({ writes: recordInclusion(stored, [event], act).writes, jobs: [] });
