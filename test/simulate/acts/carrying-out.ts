import { releaseItem } from '../../../shared/operations/meetings/release-item.ts';
import { office } from '../../support/fixtures.ts';
import type { Command } from '../command.ts';
import type { City, Item, Meeting } from '../model/city.ts';

/** The office has an item that could not be carried out tried again, or lets it pass as deferred. */
export const releaseHeld = (meeting: Meeting, item: Item, decision: 'retry' | 'skip'): Command => ({
  kind: 'release-item',
  caller: office(),
  says: `the office says ${decision} of ${item.itemId} of ${meeting.id}`,
  on: ['meetings', meeting.id],
  send: (services, context) =>
    releaseItem(services, context, meeting.id, { itemId: item.itemId, decision, reason: '已核实' }),
  against: () => (meeting.held.has(item.itemId) ? [] : ['state-conflict']),
  apply: (city) => {
    meeting.held.delete(item.itemId);
    if (decision === 'retry') meeting.retried.add(item.itemId);
    else letPass(city, meeting, item);
  },
});

function letPass(city: City, meeting: Meeting, { itemId, claimId, inclusionId }: Item): void {
  meeting.letPass.add(itemId);
  const claim = city.claims.get(claimId ?? '');
  const inclusion = city.inclusions.get(inclusionId ?? '');
  if (claim?.state === 'on-agenda') claim.state = 'deferred';
  if (inclusion?.state === 'on-agenda') inclusion.state = 'deferred';
}
