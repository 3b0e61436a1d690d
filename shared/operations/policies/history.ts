import { startOf } from '../../domain/calendar.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { chain, chainStart, type TrailEvent } from '../../store/trail.ts';
import type { Caller } from '../caller.ts';
import type { ShownEvent } from '../events/event-view.ts';
import { policyEvents } from '../events/policies.ts';
import { listHistory, shownTo } from '../history.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { readPolicy } from './read.ts';
import { isBuiltIn } from './view.ts';

/** All of it is open to all, and it is made anew at each reading: its salt hides nothing and must stay the same. */
const noSalt = '0'.repeat(32);

/**
 * The history of a built-in version (R1): nobody drafted or approved it, so it has the one event that says with which
 * parameters it came, dated when it took effect, and chained like any other (R30).
 */
export function builtInHistory({ version: _version, ...policy }: PolicyVersion): readonly TrailEvent[] {
  const actor = { sub: 'system:built-in', org: 'system', role: 'system' };
  const event = { type: 'policy-built-in', data: policy };
  return chain(chainStart, [event], { at: startOf(policy.effectiveFrom), actor }, () => noSalt);
}

/** One page of a version's history, oldest first; null where the version is not there or not the caller's to see. */
export async function listPolicyHistory(
  services: Services,
  caller: Caller,
  policyId: string,
  page: PageRequest,
): Promise<ListPage<ShownEvent> | null> {
  const items = await readPolicy(services, caller, policyId);
  if (!items) return null;
  if (!isBuiltIn(policyId)) return listHistory(services, policyEvents, policyId, page, caller);
  const from = typeof page.after?.sequence === 'number' ? page.after.sequence : 0;
  const events = builtInHistory(items.policy).filter(({ sequence }) => sequence > from);
  return {
    items: await shownTo(services, policyEvents, policyId, events.slice(0, page.limit), caller),
    next: undefined,
  };
}
