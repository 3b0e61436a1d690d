import type { Finding } from '../../domain/check.ts';
import type { ResourceKind } from '../../domain/event.ts';
import type { Item } from '../../store/database.ts';
import { chainStart, hashOf, readWholeHistory } from '../../store/trail.ts';
import type { Verification } from '../audit/verify-resource.ts';
import type { Services } from '../services.ts';

/**
 * What may be wrong between trail and store. `event-broken`: an event was altered, is missing, put in or out of its
 * place. `state-differs`: the events are whole, and what is stored is not what they say. `state-missing`: events of what
 * is not stored. `history-missing`: stored or listed without any event. `index-differs`: lists and searches do not look for
 * it where it is. `kind-unknown`: of no kind that the system keeps.
 */
export type TrailFault =
  | 'event-broken'
  | 'state-differs'
  | 'state-missing'
  | 'history-missing'
  | 'index-differs'
  | 'kind-unknown';

/** A finding of `verify-trail`; `brokenAt` is the first sequence number that does not fit, or is missing. */
export const trailFinding = (kind: string, id: string, brokenAt: number, what: TrailFault): Finding => ({
  kind,
  id,
  brokenAt,
  what,
});

/** Says which of two that do not agree is at fault: the history by itself, or what is stored. */
export async function explained(
  { database }: Services,
  kind: ResourceKind,
  id: string,
  item: Item | undefined,
  { events, brokenAt }: Verification,
): Promise<Finding> {
  const place = brokenAt ?? 1;
  if (events === 0) return trailFinding(kind, id, place, 'history-missing');
  if (!item) return trailFinding(kind, id, place, 'state-missing');
  let { version, hash } = chainStart;
  for await (const event of readWholeHistory(database, kind, id)) {
    version += 1;
    const fits = event.sequence === version && event.previousHash === hash && hashOf(event) === event.hash;
    if (!fits) return trailFinding(kind, id, place, 'event-broken');
    hash = event.hash;
  }
  // A history that ends too early, or goes on beyond what any answer knew of, is whole by itself.
  return trailFinding(kind, id, place, version === item.version ? 'state-differs' : 'event-broken');
}
