import { describe, expect, test } from 'vitest';
import { decideExpiry, decideWithdrawal } from '../../shared/domain/application-ending.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { inState, states, today, verdict } from './cases.ts';

const open = ['submitted', 'approved-by-institution', 'returned', 'confirmed'];
const isOpen = (state: string): boolean => open.includes(state);
/** The last valid day: sixty days for a decision, ninety for a disbursement. */
const lastDayOf = (state: string): string => addDays(today, state === 'confirmed' ? 90 : 60);

describe('an application that is', () => {
  test.each(states)('%s is withdrawn only while it is open, through its last valid day', (state) => {
    for (const day of [today, lastDayOf(state)]) {
      expect(verdict(decideWithdrawal(inState[state], null, day))).toBe(isOpen(state) ? 'accepted' : 'state-conflict');
    }
    const late = decideWithdrawal(inState[state], null, addDays(lastDayOf(state), 1));
    expect(late).toMatchObject({ code: 'state-conflict', facts: { state: isOpen(state) ? 'expired' : state } });
  });

  test.each(states)('%s expires the day after its last valid day, and not on it or before', (state) => {
    const last = lastDayOf(state);
    for (const day of [today, addDays(last, -1), last]) {
      expect(decideExpiry(inState[state], day)).toMatchObject({ code: 'state-conflict', facts: { state } });
    }
    for (const day of [addDays(last, 1), addDays(last, 500)]) {
      const decision = decideExpiry(inState[state], day);
      expect(verdict(decision)).toBe(isOpen(state) ? 'accepted' : 'state-conflict');
      if (decision.kind === 'accepted')
        expect(decision.events).toEqual([{ type: 'application-expired', data: { on: day } }]);
    }
  });

  test('withdrawn keeps the reason that was given', () => {
    const decision = decideWithdrawal(inState.confirmed, '另有资金', today);
    expect(decision).toMatchObject({ events: [{ type: 'application-withdrawn', data: { reason: '另有资金' } }] });
  });
});
