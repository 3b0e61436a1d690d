import { describe, expect, test } from 'vitest';
import { decideResubmission } from '../../shared/domain/application-submission.ts';
import {
  decideBreakerRelease,
  type LossFigures,
  lossRatioBp,
  openBreaker,
  openedBySettlement,
  principalOf,
  refusalOfBreaker,
} from '../../shared/domain/breaker.ts';
import { evolveInstitution, type Institution } from '../../shared/domain/institution.ts';
import { type PolicyVersion, policyNamed } from '../../shared/domain/policy.ts';
import { accepted, refusedBy, stateConflict } from '../../shared/domain/refusal.ts';
import { anInstitution, bookWith, inState, someFacts, today, verdict } from './cases.ts';

const limited = (suspendAtLossRatioBp: number | null) =>
  policyNamed(bookWith({ suspendAtLossRatioBp }), 'measures-2024');
const fivePercent = limited(500);
const figures = (compensatedFen: number, disbursedFen: number): LossFigures => ({ compensatedFen, disbursedFen });
const bank = anInstitution();

/** The bank after a settlement by which the ratio becomes what it is. */
function afterSettlement(institution: Institution, before: LossFigures, principalFen: number): Institution {
  const event = openedBySettlement(institution, before, principalFen, fivePercent, today);
  return event ? evolveInstitution(institution, event) : institution;
}
function released(institution: Institution, losses: LossFigures): Institution {
  const decision = decideBreakerRelease(institution, losses, fivePercent, { reason: '整改完成' }, today);
  if (decision.kind === 'refused') throw new Error(decision.code);
  return decision.events.reduce<Institution>(evolveInstitution, institution);
}

describe('the loss ratio of an institution (R28)', () => {
  test.each([
    [5_000_000, 100_000_000, false],
    [4_999_999, 100_000_000, false],
    [5_000_001, 100_000_000, true],
    // To the fen where a float of the ratio could not tell.
    [450_359_962_737_049, 9_007_199_254_740_991, false],
    [450_359_962_737_050, 9_007_199_254_740_991, true],
    [0, 0, false],
    [1, 0, true],
  ])('of %i on %i fen is above five percent: %s', (compensatedFen, disbursedFen, expected) => {
    expect(openBreaker(bank, figures(compensatedFen, disbursedFen), fivePercent) !== null).toBe(expected);
  });

  test('counts of a loss the principal first, and never more than is outstanding', () => {
    expect(principalOf(300, 200)).toBe(200);
    expect(principalOf(200, 300)).toBe(200);
  });

  test('is shown in whole basis points, rounded down, once something was disbursed', () => {
    expect(lossRatioBp(figures(5_009_999, 100_000_000))).toBe(500);
    expect(lossRatioBp(figures(0, 0))).toBeNull();
  });

  test('is no matter where the version in force has no limit', () => {
    const open = afterSettlement(bank, figures(0, 100), 6);
    expect(openBreaker(open, figures(6, 100), limited(null))).toBeNull();
    expect(openBreaker(open, figures(6, 100), null)).toBeNull();
    expect(openedBySettlement(bank, figures(0, 100), 100, limited(null), today)).toBeNull();
    expect(openedBySettlement(bank, figures(0, 100), 100, null, today)).toBeNull();
  });
});

describe('the breaker', () => {
  const open = afterSettlement(bank, figures(0, 100), 6);

  test('opens by the settlement that passes the limit, and says with which figures', () => {
    expect(openedBySettlement(bank, figures(0, 100), 5, fivePercent, today)).toBeNull();
    expect(openedBySettlement(bank, figures(0, 100), 6, fivePercent, today)).toEqual({
      type: 'breaker-opened',
      data: { on: today, compensatedFen: 6, disbursedFen: 100, limitBp: 500, policy: 'measures-2024' },
    });
    expect(openBreaker(open, figures(6, 100), fivePercent)).toEqual({ openedOn: today, isRecorded: true });
  });

  test('stays open, and says so once, whatever is disbursed and settled meanwhile', () => {
    expect(openBreaker(open, figures(6, 1_000), fivePercent)).not.toBeNull();
    expect(openedBySettlement(open, figures(6, 100), 10, fivePercent, today)).toBeNull();
  });

  test('refuses new applications with the figures that opened it', () => {
    const facts = { compensated: 6, disbursed: 100, ratioBp: 600, limitBp: 500, policy: 'measures-2024' };
    expect(refusalOfBreaker('rcb', open, figures(6, 100), fivePercent)).toEqual(
      refusedBy('R28', 'breaker-open', { institutionId: 'rcb', openedOn: today, ...facts }),
    );
    expect(refusalOfBreaker('rcb', bank, figures(5, 100), fivePercent)).toBeNull();
    expect(refusalOfBreaker('rcb', null, figures(6, 100), fivePercent)).toBeNull();
  });

  test('that was said to be open is released by one event', () => {
    expect(decideBreakerRelease(open, figures(6, 100), fivePercent, { reason: '整改完成' }, today)).toEqual(
      accepted({
        type: 'breaker-released',
        data: {
          ...{ on: today, compensatedFen: 6, disbursedFen: 100, limitBp: 500, policy: 'measures-2024' },
          reason: '整改完成',
        },
      }),
    );
  });

  test('once released stays closed until the ratio is higher than it was then', () => {
    const lifted = released(open, figures(6, 100));
    expect(lifted.breaker).toMatchObject({ state: 'released', on: today, reason: '整改完成' });
    expect(openBreaker(lifted, figures(6, 100), fivePercent)).toBeNull();
    const larger = released(afterSettlement(bank, figures(0, 1_000), 60), figures(60, 1_000));
    // More was lent since, and more compensated: the ratio is six percent again, and no higher.
    expect(openedBySettlement(larger, figures(60, 1_100), 6, fivePercent, today)).toBeNull();
    expect(openBreaker(larger, figures(66, 1_100), fivePercent)).toBeNull();
    expect(openedBySettlement(larger, figures(60, 1_100), 7, fivePercent, today)).toMatchObject({
      data: { on: today },
    });
    expect(openBreaker(larger, figures(67, 1_100), fivePercent)).not.toBeNull();
  });

  test('once released opens again where the ratio was no longer above the limit and passes it anew', () => {
    const lifted = released(open, figures(10, 100));
    // From ten percent it fell to four, and comes to six.
    expect(openedBySettlement(lifted, figures(10, 250), 5, fivePercent, today)).not.toBeNull();
    expect(openedBySettlement(lifted, figures(10, 190), 5, fivePercent, today)).toBeNull();
  });

  test('of a ratio that a new version finds above its limit is open from that version on, and said with its release', () => {
    const losses = figures(6, 100);
    expect(openBreaker(bank, losses, fivePercent)).toEqual({ openedOn: fivePercent.effectiveFrom, isRecorded: false });
    const decision = decideBreakerRelease(bank, losses, fivePercent, { reason: '整改完成' }, today);
    expect(decision).toMatchObject({
      events: [
        { type: 'breaker-opened', data: { on: fivePercent.effectiveFrom, compensatedFen: 6 } },
        { type: 'breaker-released', data: { on: today, reason: '整改完成' } },
      ],
    });
    expect(openedBySettlement(bank, losses, 1, fivePercent, today)).toMatchObject({
      data: { on: fivePercent.effectiveFrom, compensatedFen: 7 },
    });
  });

  test('that is closed cannot be released', () => {
    const release = (institution: Institution, losses: LossFigures, policy: PolicyVersion | null = fivePercent) =>
      decideBreakerRelease(institution, losses, policy, { reason: '整改完成' }, today);
    const closed = stateConflict('breaker-closed', ['breaker-opened']);
    expect(release(bank, figures(5, 100))).toEqual(closed);
    expect(release(released(open, figures(6, 100)), figures(6, 100))).toEqual(closed);
    expect(release(open, figures(6, 100), limited(null))).toEqual(closed);
    expect(release(open, figures(6, 100), null)).toEqual(closed);
  });

  test('does not stop an application that was returned from being filed again', () => {
    const facts = someFacts({ institution: open, losses: figures(6, 100), policy: fivePercent });
    expect(verdict(decideResubmission(inState.returned, {}, facts, today))).toBe('accepted');
  });
});
