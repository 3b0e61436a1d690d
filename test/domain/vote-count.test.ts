import { describe, expect, test } from 'vitest';
import { countVotes } from '../../shared/domain/vote-count.ts';
import { aClaimItem, after, convened, policyWith, vote, votesIn } from './meeting-cases.ts';

/** Counts the votes of the seven units in their order: 同 approve, 反 reject, 弃 abstain, 避 recuse, · has not voted. */
function count(votes: string, rules: Parameters<typeof policyWith>[0] = {}) {
  const meeting = after(convened([aClaimItem(1)]), ...votesIn(votes));
  const [item] = meeting.items;
  if (!item) throw new Error('the item is gone');
  return countVotes(item, policyWith(rules).parameters);
}

describe('seven units vote on an item (R22)', () => {
  test.each([
    ['同同同同同同同', 'approved', 'all approve'],
    ['同同同同···', 'short', 'four voted, five must, though four approve'],
    ['同同同同反··', 'approved', 'five voted, four of seven approve: more than half'],
    ['同同同反反··', 'rejected', 'five voted, three of seven approve: less than half'],
    ['同同同反反反反', 'rejected', 'three of seven against four'],
    ['同同同同反反反', 'approved', 'four of seven against three'],
    ['弃弃弃弃弃··', 'rejected', 'abstaining counts as having voted, and not as approving'],
    ['同同同弃弃··', 'rejected', 'three approve, two abstain: not more than half of seven'],
    ['同同同同弃弃弃', 'approved', 'four approve, three abstain'],
    ['·······', 'short', 'nobody voted'],
  ])('%s: %s (%s)', (votes, expected) => {
    expect(count(votes).kind).toBe(expected);
  });

  test.each([
    ['避同同同同反·', 'approved', 'six are left, five voted, four of six approve'],
    ['避同同同反反反', 'rejected', 'six are left and exactly half approve: that is not more than half'],
    ['避同同同同··', 'short', 'six are left, four voted, five must'],
    ['避避同同同同·', 'short', 'five are left and all five must vote'],
    ['避避同同同反反', 'approved', 'five are left and three of five approve: just over half'],
    ['避避同同反反反', 'rejected', 'five are left, two approve'],
    ['避避避同同同反', 'approved', 'four are left, all voted, three of four approve'],
    ['避避避同同反反', 'rejected', 'four are left and exactly half approve'],
    ['避避避同同同·', 'short', 'four are left and all four must vote: the quorum of five shrinks to them'],
    ['避避避避同同同', 'deferred', 'three are left, fewer than four: deferred, though all of them approve'],
    ['避避避避···', 'deferred', 'three are left: deferred without a vote'],
    ['避避避避避避避', 'deferred', 'all recused themselves'],
  ])('a recused unit counts nowhere: %s: %s (%s)', (votes, expected) => {
    expect(count(votes).kind).toBe(expected);
  });

  test('says who voted how, how many were needed and how many are left', () => {
    expect(count('避同反弃···')).toEqual({
      kind: 'short',
      tally: { approve: 1, reject: 1, abstain: 1, recuse: 1, left: 6 },
      voted: 3,
      needed: 5,
    });
  });

  test.each([
    ['reject', 'rejected'],
    ['defer', 'deferred'],
  ] as const)('without a majority the policy says %s', (noMajorityRule, expected) => {
    expect(count('同同同反反反弃', { noMajorityRule }).kind).toBe(expected);
    expect(count('同同同同反反反', { noMajorityRule }).kind).toBe('approved');
  });

  test.each([
    [{ quorumUnits: 4 }, '同同同同···', 'approved'],
    [{ quorumUnits: 7 }, '同同同同同同·', 'short'],
    [{ minVotingUnits: 3 }, '避避避避同同反', 'approved'],
    [{ minVotingUnits: 7 }, '避同同同同同同', 'deferred'],
    [{ quorumUnits: 0, minVotingUnits: 0 }, '避避避避避避避', 'rejected'],
  ])('by %o %s is %s', (rules, votes, expected) => {
    expect(count(votes, rules).kind).toBe(expected);
  });

  test('a vote of a unit that is none by the version in force counts nowhere', () => {
    const conferenceUnits = ['science', 'economy', 'finance', 'market', 'talent', 'fdc'];
    const counted = count('同同同反反反同', { conferenceUnits });
    expect(counted).toMatchObject({ kind: 'rejected', tally: { approve: 3, reject: 3, left: 6 } });
  });

  test('a unit counts once, with its last vote', () => {
    const [item] = after(convened([aClaimItem(1)]), ...votesIn('同同同同反反反'), vote('science', 'reject')).items;
    expect(item && countVotes(item, policyWith({}).parameters)).toMatchObject({
      kind: 'rejected',
      tally: { approve: 3, reject: 4, left: 7 },
    });
  });
});
