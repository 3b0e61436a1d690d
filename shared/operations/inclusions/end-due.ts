import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { decideInclusionEnd } from '../../domain/inclusion-ending.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import { eachDue } from '../each-due.ts';
import type { Services } from '../services.ts';
import { readEndedInclusionIds } from './due.ts';
import { recordInclusion } from './record-inclusion.ts';

/**
 * The night job that says of inclusions that they have run out. The enterprise's standing follows from its file, which
 * names the last day; its own refresh sees to that. Repeatable without effect.
 *
 * @throws ItemsLeft once all were tried, if some could not be ended.
 */
export async function endInclusions(services: Services, at: string): Promise<{ ended: number }> {
  const ids = await readEndedInclusionIds(services, dayAt(at));
  return { ended: await eachDue(services, 'inclusions', ids, (id) => endOne(services, id, at)) };
}

/** @throws Unavailable when the store did not take it in time. */
async function endOne(services: Services, inclusionId: string, at: string): Promise<boolean> {
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:end-inclusions', org: 'system', role: 'job', causedBy };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const items = await readItems(services.database, [keyOfResource(inclusionLayout, inclusionId)]);
    const stored = storedIn(items, inclusionLayout, inclusionId);
    const decision = stored && decideInclusionEnd(stored.state, dayAt(at));
    if (!stored || decision?.kind !== 'accepted') return false;
    const { writes } = recordInclusion(stored, decision.events, { at, actor });
    if ((await commit(services.database, writes)) === 'committed') return true;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`inclusion ${inclusionId} was not ended in ${attemptsMax} attempts`);
}
