import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { decideInclusionEnd } from '../../domain/inclusion-ending.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { commit } from '../../store/transaction.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
import { readEndedInclusionIds } from './due.ts';
import { recordInclusion } from './record-inclusion.ts';

/**
 * The night job that says of inclusions that they have run out. The enterprise's standing follows from its file, which
 * names the last day; its own refresh sees to that. Repeatable without effect.
 *
 * @throws Error once all are tried, if some could not be ended.
 */
export async function endInclusions(services: Services, at: string): Promise<{ ended: number }> {
  let ended = 0;
  const ids = await readEndedInclusionIds(services, dayAt(at));
  await oneByOne(services, { job: 'end-inclusions', ids }, async (id) => {
    if (await endOne(services, id, at)) ended += 1;
  });
  return { ended };
}

/** One inclusion of it; tells whether it ended now. */
async function endOne(services: Services, inclusionId: string, at: string): Promise<boolean> {
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:end-inclusions', org: 'system', role: 'job', causedBy };
  return untilCommitted<boolean>(`inclusion ${inclusionId}`, async () => {
    const items = await readItems(services.database, [keyOfResource(inclusionLayout, inclusionId)]);
    const stored = storedIn(items, inclusionLayout, inclusionId);
    const decision = stored && decideInclusionEnd(stored.state, dayAt(at));
    if (!stored || decision?.kind !== 'accepted') return { done: false };
    const { writes } = recordInclusion(stored, decision.events, { at, actor });
    const outcome = await commit(services.database, writes);
    return outcome === 'committed' ? { done: true } : { outcome };
  });
}
