import { describe, expect, test } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import { evolveClaim } from '../../shared/domain/claim.ts';
import { backOf, decideRecovery, recoveredOf } from '../../shared/domain/recovery.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { claimIn, eventOf } from './claim-cases.ts';
import { loanIn } from './loan-cases.ts';

const yuan = 100;
const remit = { recoveryRemitDays: 30 };
/** A loss of 300,000 yuan, borne by weights. */
const borneBy = (fund: number, guarantor: number, institution: number, lossFen = 300_000 * yuan) => {
  const sum = fund + guarantor + institution;
  const part = (weight: number) => Math.floor((lossFen * weight) / sum);
  const [fundFen, guarantorFen] = [part(fund), part(guarantor)];
  return { lossFen, shares: { fundFen, guarantorFen, institutionFen: lossFen - fundFen - guarantorFen } };
};

describe('whom a recovery goes to', () => {
  test('100,000 yuan recovered with 10,000 of costs: of a credit loan 54,000 to the fund, 36,000 to the bank', () => {
    expect(backOf(borneBy(6, 0, 4), 90_000 * yuan)).toEqual({
      ...{ fundFen: 54_000 * yuan, guarantorFen: 0, institutionFen: 36_000 * yuan },
    });
  });

  test('of a guarantee loan 36,000 to the fund, 36,000 to the guarantor, 18,000 to the bank', () => {
    expect(backOf(borneBy(4, 4, 2), 90_000 * yuan)).toEqual({
      ...{ fundFen: 36_000 * yuan, guarantorFen: 36_000 * yuan, institutionFen: 18_000 * yuan },
    });
  });

  test('where the year’s cap had cut the fund to 100,000 of 300,000 yuan, the fund has a third of it', () => {
    const cut = {
      lossFen: 300_000 * yuan,
      shares: { fundFen: 100_000 * yuan, guarantorFen: 0, institutionFen: 200_000 * yuan },
    };
    expect(backOf(cut, 90_000 * yuan)).toMatchObject({ fundFen: 30_000 * yuan, institutionFen: 60_000 * yuan });
  });

  test.each([
    { lossFen: null, shares: null },
    { lossFen: null, shares: borneBy(6, 0, 4).shares },
    { lossFen: 1_000, shares: null },
  ])('where no loss was settled (%j) all of it is the institution’s', (unsettled) => {
    expect(backOf(unsettled, 7)).toEqual({ fundFen: 0, guarantorFen: 0, institutionFen: 7 });
  });

  test.each([
    [1, 0, 0, 1],
    [2, 0, 0, 2],
    [3, 1, 1, 1],
    [5, 2, 2, 1],
    [7, 2, 2, 3],
    [99, 39, 39, 21],
  ])(
    'of %i fen by 4:4:2 the fund has %i, the guarantor %i, the bank the rest, %i',
    (net, fundFen, guarantorFen, institutionFen) => {
      expect(backOf(borneBy(4, 4, 2), net)).toEqual({ fundFen, guarantorFen, institutionFen });
    },
  );

  test('each recovery is rounded by itself: three of 1 fen bring the fund nothing, one of 3 brings it 1', () => {
    const loss = borneBy(6, 0, 4);
    expect([1, 1, 1].map((net) => backOf(loss, net).fundFen)).toEqual([0, 0, 0]);
    expect(backOf(loss, 3).fundFen).toBe(1);
  });

  test('the parts always sum to what came, and none is above what was borne', () => {
    const lossFen = 1_003;
    const splits: readonly (readonly [number, number, number])[] = [
      [6, 0, 4],
      [4, 4, 2],
    ];
    for (const [fund, guarantor, institution] of splits) {
      const borne = borneBy(fund, guarantor, institution, lossFen);
      for (let net = 0; net <= lossFen; net += 1) {
        const { fundFen, guarantorFen, institutionFen } = backOf(borne, net);
        expect(fundFen + guarantorFen + institutionFen).toBe(net);
        expect(fundFen).toBeLessThanOrEqual(borne.shares.fundFen);
        expect(guarantorFen).toBeLessThanOrEqual(borne.shares.guarantorFen);
      }
    }
  });
});

describe('a recovery', () => {
  const claim: Claim = { ...claimIn.paid, ...borneBy(6, 0, 4) };
  const recovery = { amountFen: 10_000_000, costsFen: 1_000_000, recoveredOn: '2024-03-01', final: false };
  const decide = (change: Partial<typeof recovery> = {}, of: Claim = claim, today = '2024-03-01') =>
    decideRecovery(of, { ...recovery, ...change }, remit, today);

  test('is what came less its costs, to be handed over within thirty days', () => {
    const decision = decide();
    expect(decision).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'claim-recovery-recorded', data: { netFen: 9_000_000, remitBy: '2024-03-31', releasedFen: 0 } }],
    });
  });

  // Each row breaks every later rule as well, so that the order is pinned too.
  test.each([
    [{ ...claim, state: 'rejected' } as Claim, { amountFen: 99_000_000, recoveredOn: '2023-01-01' }, 'state-conflict'],
    [claim, { amountFen: 99_000_000, recoveredOn: '2023-01-01' }, 'amount-exceeds-loss'],
    [{ ...claim, lastRecoveredOn: '2024-02-01' }, { recoveredOn: '2023-09-11' }, 'date-out-of-range'],
    [{ ...claim, lastRecoveredOn: '2024-02-01' }, { recoveredOn: '2024-01-31' }, 'out-of-date-order'],
  ])('is refused by the first rule that it breaks (case %#)', (of, change, code) => {
    expect(decide(change, of)).toMatchObject({ kind: 'refused', code });
  });

  test('is of the day of settlement or later, in the order of days, and not of tomorrow', () => {
    const kindOn = (recoveredOn: string, of: Claim = claim) => decide({ recoveredOn }, of).kind;
    // Settled on 12 September 2023, in Shanghai.
    expect(['2023-09-11', '2023-09-12', '2024-03-01', '2024-03-02'].map((day) => kindOn(day))).toEqual([
      ...['refused', 'accepted', 'accepted', 'refused'],
    ]);
    const range = { field: 'recoveredOn', given: '2024-03-02', from: '2023-09-12', through: '2024-03-01' };
    expect(decide({ recoveredOn: '2024-03-02' })).toEqual(refusedBy('R27', 'date-out-of-range', range));
    const again = { ...claim, lastRecoveredOn: '2024-02-01' };
    const order = { field: 'recoveredOn', given: '2024-01-31', last: '2024-02-01' };
    expect(decide({ recoveredOn: '2024-01-31' }, again)).toEqual(refusedBy('R27', 'out-of-date-order', order));
    expect(['2024-01-31', '2024-02-01', '2024-02-02'].map((day) => kindOn(day, again))).toEqual([
      ...['refused', 'accepted', 'accepted'],
    ]);
  });

  test('together with those before it comes to the loss at most, costs taken off', () => {
    const before = { ...claim, recoveredFen: 20_000_000 };
    expect(decide({ amountFen: 11_000_000 }, before).kind).toBe('accepted');
    expect(decide({ amountFen: 10_999_999 }, before).kind).toBe('accepted');
    expect(decide({ amountFen: 11_000_001 }, before)).toMatchObject({
      ...{ code: 'amount-exceeds-loss', rule: 'R27' },
      facts: { asked: 10_000_001, loss: 30_000_000, used: 20_000_000, left: 10_000_000 },
    });
  });

  test('that is the final one may bring nothing, and what was held back is due with it', () => {
    const settled = eventOf('claim-settled');
    if (settled.type !== 'claim-settled') throw new Error(settled.type);
    const half = { ...settled, data: { ...settled.data, payableFen: 7_000_000 } };
    const held = evolveClaim(claimIn.approved, half);
    expect(held).toMatchObject({ payableFen: 7_000_000, heldBackFen: 3_000_000 });
    const nothing = { amountFen: 0, costsFen: 0, final: true };
    const decision = decide(nothing, held);
    if (decision.kind !== 'accepted') throw new Error(decision.code);
    const [event] = decision.events;
    if (!event) throw new Error('no event');
    expect(event.data).toMatchObject({ netFen: 0, releasedFen: 3_000_000, final: true });
    // Not paid yet: both parts are due together. Paid: the rest alone is, and the claim is settled again.
    expect(evolveClaim(held, event)).toMatchObject({ state: 'settled', payableFen: 10_000_000, heldBackFen: 0 });
    const paid = evolveClaim(held, eventOf('claim-paid'));
    expect(evolveClaim(paid, event)).toMatchObject({ state: 'settled', payableFen: 3_000_000, heldBackFen: 0 });
    // After the final one nothing is held back any more, and money that comes is taken all the same.
    const late = decide({ final: true }, evolveClaim(paid, event));
    expect(late).toMatchObject({ kind: 'accepted', events: [{ data: { releasedFen: 0 } }] });
  });

  test('takes off the loan at most what is outstanding', () => {
    const decision = decide();
    if (decision.kind !== 'accepted' || !decision.events[0]) throw new Error('refused');
    const { data } = decision.events[0];
    const of = (outstandingFen: number) => recoveredOf({ ...loanIn.compensated, outstandingFen }, 'claim-1', data);
    expect(of(9_000_001)).toEqual({
      type: 'loan-recovered',
      data: { claimId: 'claim-1', principalFen: 9_000_000, recoveredOn: '2024-03-01' },
    });
    expect(of(9_000_000).data.principalFen).toBe(9_000_000);
    expect(of(8_999_999).data.principalFen).toBe(8_999_999);
  });
});
