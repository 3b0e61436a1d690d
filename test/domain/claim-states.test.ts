import { describe, expect, test } from 'vitest';
import {
  type Claim,
  type ClaimState,
  claimMoves,
  claimStates,
  evolveClaim,
  isOpenClaim,
} from '../../shared/domain/claim.ts';
import type { ClaimEvent } from '../../shared/domain/claim-event.ts';
import { refusalOfMove } from '../../shared/domain/graph.ts';
import { anyClaim, claimIn, claimSubmitted, eventOf } from './claim-cases.ts';

/** The graph of the rule book, word for word; what is not in it is not legal. */
const graph: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  submitted: ['accepted', 'returned', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  accepted: ['on-agenda', 'returned', 'withdrawn'],
  'on-agenda': ['approved', 'rejected', 'deferred', 'accepted', 'withdrawn'],
  deferred: ['on-agenda', 'returned', 'withdrawn'],
  approved: ['settled', 'awaiting-funds', 'withdrawn'],
  'awaiting-funds': ['settled', 'withdrawn'],
  settled: ['paid'],
  paid: ['settled'],
  rejected: [],
  withdrawn: [],
};

type ClaimMove = Exclude<keyof typeof claimMoves, 'claim-submitted'>;
const moves = Object.keys(claimMoves).filter((move) => move !== 'claim-submitted') as ClaimMove[];
const eventFor = (move: ClaimMove): ClaimEvent => {
  if (move === 'withdrawn-by-institution') return eventOf('claim-withdrawn');
  return eventOf(move === 'due-again' ? 'claim-carried-over' : move);
};
const refusalOf = (state: ClaimState, move: ClaimMove) => refusalOfMove(claimMoves, claimIn[state].state, move);

describe('the claim’s state graph', () => {
  test.each(claimStates)('has %s by its shortest history', (state) => {
    expect(claimIn[state].state).toBe(state);
  });

  test.each(claimStates.flatMap((state) => moves.map((move) => [state, move] as const)))(
    'from %s %s leads along the graph or is refused',
    (state, move) => {
      const refusal = refusalOf(state, move);
      const to = evolveClaim(claimIn[state], eventFor(move)).state;
      if (refusal) {
        expect(refusal).toMatchObject({ code: 'state-conflict', facts: { state } });
      } else if (to !== state) {
        expect(graph[state]).toContain(to);
      }
    },
  );

  test.each(claimStates)('from %s every move of the graph can be made', (state) => {
    const reached = moves
      .filter((move) => refusalOf(state, move) === null)
      .map((move) => evolveClaim(claimIn[state], eventFor(move)).state)
      .filter((to) => to !== state);
    expect([...new Set(reached)].sort()).toEqual([...graph[state]].sort());
  });

  test('ends with the rejected and the withdrawn, and with what is settled', () => {
    expect(claimStates.filter((state) => !isOpenClaim({ state }))).toEqual([
      'settled',
      'paid',
      'rejected',
      'withdrawn',
    ]);
  });

  test('a bank withdraws until its claim is on an agenda; a repaid loan ends it at whatever stage before settlement', () => {
    const allowed = (move: ClaimMove) => claimStates.filter((state) => refusalOf(state, move) === null);
    expect(allowed('withdrawn-by-institution').sort()).toEqual(['accepted', 'deferred', 'returned', 'submitted']);
    expect(allowed('claim-withdrawn')).toEqual(claimStates.filter((state) => isOpenClaim({ state })));
  });
});

describe('replay of a claim', () => {
  test('nothing happens to a claim before its submission', () => {
    for (const move of moves) expect(() => evolveClaim(null, eventFor(move))).toThrow('before claim-submitted');
  });

  test('begins with what the bank said, under the whole loss, and nothing decided', () => {
    const { data } = claimSubmitted;
    expect(evolveClaim(null, { ...claimSubmitted, data: { ...data, interestLossFen: 5 } })).toEqual({
      ...{ ...data, interestLossFen: 5, state: 'submitted', claimedFen: 30_000_005, filedOn: '2023-07-03' },
      ...{ note: null, meetingId: null, itemId: null, proposedAssessedFen: null, assessedFen: null, resolvedAt: null },
      ...{ place: null, neededFen: null, lossFen: null, shares: null, uncoveredFen: null, working: null },
      ...{ setOffFen: null, payableFen: null, heldBackFen: 0, settledAt: null, settlementYear: null },
      ...{ paidOn: null, voucherNumber: null, paymentEntryId: null },
      ...{ recoveredFen: 0, lastRecoveredOn: null, remittedFen: 0, recoveryEnded: false },
    });
  });

  test('a resubmission has the new figures under the same id, and keeps the day of the first', () => {
    const event = eventOf('claim-resubmitted');
    expect(evolveClaim(claimIn.returned, event)).toEqual({
      ...claimIn.returned,
      ...event.data,
      state: 'submitted',
      claimedFen: 28_000_000,
      filedOn: anyClaim.filedOn,
    });
  });

  test('taken off the agenda it names no meeting any more; deferred it still does', () => {
    const none = { meetingId: null, itemId: null, proposedAssessedFen: null };
    const on = { meetingId: 'meeting-1', itemId: 'item-1', proposedAssessedFen: 30_000_000 };
    expect(claimIn['on-agenda']).toMatchObject(on);
    expect(evolveClaim(claimIn['on-agenda'], eventOf('claim-taken-off-agenda'))).toMatchObject(none);
    expect(claimIn.deferred).toMatchObject(on);
    expect(evolveClaim(claimIn.deferred, eventOf('claim-returned'))).toMatchObject(none);
  });

  test('what waits for money says how much, until it waits no more', () => {
    expect(claimIn['awaiting-funds'].neededFen).toBe(18_000_000);
    expect(evolveClaim(claimIn['awaiting-funds'], eventOf('claim-settled')).neededFen).toBeNull();
    expect(evolveClaim(claimIn['awaiting-funds'], eventOf('claim-withdrawn')).neededFen).toBeNull();
  });

  test('a payment that came back is as if it had not been; recoveries add up and end with the final one', () => {
    expect(claimIn.paid).toMatchObject({ voucherNumber: 'V-1', paidOn: '2023-10-08' });
    const returned = evolveClaim(claimIn.paid, eventOf('claim-payment-returned'));
    expect(returned).toMatchObject({ state: 'settled', voucherNumber: null, paidOn: null });
    const recovery = eventOf('claim-recovery-recorded');
    if (recovery.type !== 'claim-recovery-recorded') throw new Error(recovery.type);
    const last: ClaimEvent = { ...recovery, data: { ...recovery.data, netFen: 1, final: true } };
    const twice: Claim = evolveClaim(evolveClaim(claimIn.paid, recovery), last);
    expect(twice).toMatchObject({ state: 'paid', recoveredFen: 9_000_001, recoveryEnded: true });
    expect(evolveClaim(claimIn.paid, recovery).recoveryEnded).toBe(false);
  });

  test('what is neither paid at once nor set off is held back', () => {
    const event = eventOf('claim-settled');
    if (event.type !== 'claim-settled') throw new Error(event.type);
    const settled = { ...event, data: { ...event.data, setOffFen: 1_000_000, payableFen: 7_000_000 } };
    expect(evolveClaim(claimIn.approved, settled)).toMatchObject({ payableFen: 7_000_000, heldBackFen: 2_000_000 });
  });

  test('what is set off is taken off what is to be paid, and adds up', () => {
    const event = eventOf('claim-set-off');
    const once = evolveClaim({ ...claimIn.settled, setOffFen: null }, event);
    expect(once).toMatchObject({ state: 'settled', payableFen: 9_000_000, setOffFen: 1_000_000 });
    expect(evolveClaim(once, event)).toMatchObject({ payableFen: 8_000_000, setOffFen: 2_000_000 });
  });

  test('what is handed over adds up, and touches neither state nor payment', () => {
    const event = eventOf('claim-remittance-recorded');
    const once = evolveClaim(claimIn.paid, event);
    expect(once).toEqual({ ...claimIn.paid, remittedFen: 5_400_000 });
    expect(evolveClaim(once, event).remittedFen).toBe(10_800_000);
  });

  test('what is carried over is to be paid anew, beside what is not paid yet', () => {
    const event = eventOf('claim-carried-over');
    if (event.type !== 'claim-carried-over') throw new Error(event.type);
    const shares = { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 };
    const carried = { state: 'settled', shares, uncoveredFen: 0 };
    expect(evolveClaim(claimIn.paid, event)).toMatchObject({ ...carried, payableFen: 8_000_000 });
    expect(evolveClaim(claimIn.settled, event)).toMatchObject({ ...carried, payableFen: 18_000_000 });
  });

  test('where what came back takes all that is carried over, nothing is to be paid anew', () => {
    const event = eventOf('claim-carried-over');
    if (event.type !== 'claim-carried-over') throw new Error(event.type);
    const taken: ClaimEvent = { ...event, data: { ...event.data, backFen: 8_000_000, payableFen: 0 } };
    const before = { ...claimIn.paid, setOffFen: 1_000_000, payableFen: 9_000_000 };
    const after = evolveClaim(before, taken);
    expect(after).toMatchObject({ state: 'paid', shares: event.data.shares, setOffFen: 9_000_000 });
    expect(after.payableFen).toBe(before.payableFen);
  });

  test('what is held back of what is carried over waits with what was held back before', () => {
    const event = eventOf('claim-carried-over');
    if (event.type !== 'claim-carried-over') throw new Error(event.type);
    const half: ClaimEvent = { ...event, data: { ...event.data, heldBackFen: 4_000_000, payableFen: 4_000_000 } };
    const after = evolveClaim({ ...claimIn.paid, heldBackFen: 3_000_000 }, half);
    expect(after).toMatchObject({ state: 'settled', payableFen: 4_000_000, heldBackFen: 7_000_000 });
  });

  test('an approved claim has its place in the line, and one that is let go on keeps its state', () => {
    expect(claimIn.approved.place).toBe('0001');
    const released: ClaimEvent = { type: 'claim-line-released', data: { reason: '已更正', failures: 5 } };
    expect(evolveClaim(claimIn.approved, released)).toMatchObject({ state: 'approved', note: '已更正' });
  });
});
