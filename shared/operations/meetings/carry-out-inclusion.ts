import { includeEnterprise } from '../../domain/enterprise-inclusion.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { writeHints } from '../../store/names.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import { recordInclusion } from '../inclusions/record-inclusion.ts';
import { recordEnterprise } from '../list/list-change.ts';
import { hintsOf } from '../list/search-names.ts';
import type { Services } from '../services.ts';
import type { CarriedOut, Order, Ruling } from './carry-out-item.ts';
import { inclusionTurnedDown } from './inclusion-turned-down.ts';

/**
 * What becomes of an inclusion that the conference decided: an approved one lists its enterprise from today on (R5), file
 * and guard in the same transaction. Its name is made searchable first; a hint that nothing follows shows nothing.
 */
export async function carryOutInclusion(
  services: Services,
  inclusionId: string,
  { outcome, reason }: Ruling,
  { meetingId, resolvedAt, today }: Order,
  act: Act,
): Promise<CarriedOut | null> {
  const { database } = services;
  const first = await readItems(database, [keyOfResource(inclusionLayout, inclusionId), policyBookKey]);
  const stored = storedIn(first, inclusionLayout, inclusionId);
  if (stored?.state.state !== 'on-agenda' || stored.state.meetingId !== meetingId) return null;
  if (outcome !== 'approved') {
    const type = outcome === 'rejected' ? 'inclusion-rejected' : 'inclusion-deferred';
    return inclusionTurnedDown(stored, { type, data: { meetingId, resolvedAt, reason } }, act);
  }
  const { creditCode, name, validUntil } = stored.state;
  const items = await readItems(database, [keyOfResource(enterpriseLayout, creditCode)]);
  const file = storedIn(items, enterpriseLayout, creditCode);
  if (!file) await writeHints(database, hintsOf({ creditCode, name }, new Map([[creditCode, file]])));
  const included = { creditCode, name, inclusionId, from: today, until: validUntil };
  const listing = includeEnterprise(file?.state ?? null, included, bookIn(first), today);
  const approval = { meetingId, resolvedAt, includedFrom: today };
  const recorded = recordInclusion(stored, [{ type: 'inclusion-approved', data: approval }], act);
  return { writes: [...recorded.writes, ...recordEnterprise(creditCode, file, [listing], act).writes], jobs: [] };
}
