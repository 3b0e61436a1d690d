import { startOf } from '../../domain/calendar.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { chain, chainStart, type TrailEvent } from '../../store/trail.ts';
import type { Caller } from '../caller.ts';
import { listHistory } from '../history.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { readPolicy } from './read.ts';
import { isBuiltIn } from './view.ts';

/**
 * The history of a built-in version (R1): nobody drafted or approved it, so it has the one event that says with which
 * parameters it came, dated when it took effect, and chained like any other (R30).
 */
export function builtInHistory({ version: _version, ...policy }: PolicyVersion): readonly TrailEvent[] {
  const actor = { sub: 'system:built-in', name: '内置', org: 'system', role: 'system' };
  const event = { type: 'policy-built-in', data: policy };
  return chain(chainStart, [event], { at: startOf(policy.effectiveFrom), actor });
}

/** One page of a version's history, oldest first; null where the version is not there or not the caller's to see. */
export async function listPolicyHistory(
  services: Services,
  caller: Caller,
  policyId: string,
  page: PageRequest,
): Promise<ListPage<TrailEvent> | null> {
  const items = await readPolicy(services, caller, policyId);
  if (!items) return null;
  if (isBuiltIn(policyId)) return listBuiltInHistory(items.policy, page);
  return listHistory(services, 'policies', policyId, page, () => true);
}

function listBuiltInHistory(policy: PolicyVersion, { limit, after }: PageRequest): ListPage<TrailEvent> {
  const from = typeof after?.sequence === 'number' ? after.sequence : 0;
  const items = builtInHistory(policy).filter(({ sequence }) => sequence > from);
  return { items: items.slice(0, limit), next: undefined };
}
