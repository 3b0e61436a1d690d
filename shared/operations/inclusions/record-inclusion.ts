import { type Inclusion, type InclusionEvent, isOpenInclusion } from '../../domain/inclusion.ts';
import { closeInclusionWrite, inclusionLayout } from '../../store/inclusions.ts';
import { type Recorded, record, type Stored } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';

/** Records an inclusion's events; one that waits no more frees its enterprise to ask again. */
export function recordInclusion(
  before: Stored<Inclusion>,
  events: readonly InclusionEvent[],
  act: Act,
): Recorded<Inclusion> {
  const recorded = record(inclusionLayout, before.state.inclusionId, before, events, act);
  const { state } = recorded.stored;
  const closes = isOpenInclusion(before.state) && !isOpenInclusion(state);
  return closes ? { ...recorded, writes: [...recorded.writes, closeInclusionWrite(state)] } : recorded;
}
