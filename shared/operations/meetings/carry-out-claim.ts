import type { ClaimApproved, ClaimTurnedDown } from '../../domain/claim-event.ts';
import { claimLayout } from '../../store/claims.ts';
import { loanLayout } from '../../store/loans.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { lineWrite, placeOf } from '../../store/settlement-line.ts';
import type { Act } from '../../store/trail.ts';
import { loanFreedOfClaim } from '../claims/withdraw.ts';
import type { Services } from '../services.ts';
import { settlementJob } from '../settlement/settlement-job.ts';
import type { CarriedOut, Order, Ruling } from './carry-out-item.ts';

/**
 * What becomes of a claim that the conference decided: an approved one takes its place in its institution's line (R26),
 * a rejected one frees its loan, so that another may be filed. null where it was withdrawn meanwhile (R17).
 */
export async function carryOutClaim(
  { database }: Services,
  claimId: string,
  ruling: Ruling,
  order: Order,
  act: Act,
): Promise<CarriedOut | null> {
  const first = await readItems(database, [keyOfResource(claimLayout, claimId)]);
  const stored = storedIn(first, claimLayout, claimId);
  if (stored?.state.state !== 'on-agenda' || stored.state.meetingId !== order.meetingId) return null;
  const event = eventOf(ruling, order);
  const { writes } = record(claimLayout, claimId, stored, [event], act);
  if (event.type === 'claim-approved') {
    const { loanId, institutionId } = stored.state;
    const { place } = event.data;
    const taken = lineWrite({ place, claimId, loanId, institutionId, carryOverYear: null });
    return { writes: [...writes, taken], jobs: [settlementJob(claimId)] };
  }
  if (event.type !== 'claim-rejected') return { writes, jobs: [] };
  const loan = await readItems(database, [keyOfResource(loanLayout, stored.state.loanId)]);
  return { writes: [...writes, ...loanFreedOfClaim(stored.state, loan, act)], jobs: [] };
}

/** What the bank reads where the office gave no reason of its own; how the units voted is not for it. */
const unlessTold = {
  rejected: '联席会议审议未通过 Not approved by the joint conference',
  deferred: '联席会议暂缓审议 Deferred by the joint conference',
} as const;

function eventOf(ruling: Ruling, { meetingId, resolvedAt, index }: Order): ClaimApproved | ClaimTurnedDown {
  const { outcome, assessedFen, reason } = ruling;
  if (outcome === 'rejected') return { type: 'claim-rejected', data: { reason: reason ?? unlessTold.rejected } };
  if (outcome === 'deferred') return { type: 'claim-deferred', data: { reason: reason ?? unlessTold.deferred } };
  if (assessedFen === null) throw new Error(`${ruling.itemId} of ${meetingId} is approved at no figure`);
  const place = placeOf(resolvedAt, meetingId, index);
  return { type: 'claim-approved', data: { meetingId, assessedFen, resolvedAt, place } };
}
