import { describe, expect, test } from 'vitest';
import { decideAgenda, decideCancellation } from '../../shared/domain/agenda.ts';
import { meetingStates } from '../../shared/domain/meeting.ts';
import { evolveMeeting } from '../../shared/domain/meeting-event.ts';
import { stateConflict } from '../../shared/domain/refusal.ts';
import { decideVote } from '../../shared/domain/vote.ts';
import {
  aClaimItem,
  after,
  at,
  ballot,
  convened,
  meetingIn,
  noChange,
  resolve,
  units,
  vote,
  votesIn,
} from './meeting-cases.ts';

describe('the states of a meeting', () => {
  test.each(meetingStates)('%s: every command', (state) => {
    const meeting = meetingIn(state);
    const voted = state === 'open' ? after(meeting, ...votesIn('同同同同同同同')) : meeting;
    const decisions = [
      decideAgenda(meeting, [], noChange),
      decideCancellation(meeting, { reason: null }),
      decideVote(meeting, ballot, units, at),
      resolve(voted),
    ];
    const closed = state === 'open' ? null : stateConflict(state, ['open']);
    for (const decision of decisions) {
      if (closed) expect(decision).toEqual(closed);
      else expect(decision.kind).toBe('accepted');
    }
  });

  test('nothing happens to a meeting before it is convened', () => {
    expect(() => evolveMeeting(null, vote('science', 'approve'))).toThrow('meeting-convened');
  });

  test('counts its events, so that texts are found in the trail by their place', () => {
    const meeting = after(convened([aClaimItem(1)]), vote('science', 'approve'), vote('pboc', 'reject'));
    expect(meeting).toMatchObject({ sequence: 3, votesEver: 2 });
    expect(meeting.items[0]?.votes).toEqual({
      science: { vote: 'approve', assessedFen: null, sequence: 2 },
      pboc: { vote: 'reject', assessedFen: null, sequence: 3 },
    });
  });
});
