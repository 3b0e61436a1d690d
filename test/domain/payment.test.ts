import { describe, expect, test } from 'vitest';
import { emptyHead } from '../../shared/domain/fund-head.ts';
import { decidePayment, decidePaymentReturn, type PaymentFacts } from '../../shared/domain/payment.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { claimIn, eventOf } from './claim-cases.ts';

/** Settled on 12 September 2023 in Shanghai, 100,000 yuan due. */
const { settled } = claimIn;
const due = 10_000_000;
const today = '2023-10-20';
const covered: PaymentFacts = {
  version: 5,
  head: { ...emptyHead, cashFen: due },
  voucherUsedFor: null,
  owed: [],
  today,
};
const pay = (paidOn: string, change: Partial<PaymentFacts> = {}, claim = settled) =>
  decidePayment(claim, { voucherNumber: 'V-1', paidOn }, { ...covered, ...change });

describe('a payment of what is settled (R26)', () => {
  test('pays what is due, and names the entry that it books', () => {
    expect(pay('2023-10-08')).toEqual(
      accepted({
        type: 'claim-paid',
        data: {
          ...{ institutionId: 'rcb', amountFen: due, voucherNumber: 'V-1', paidOn: '2023-10-08' },
          entryId: 'claim-1-6-1',
        },
      }),
    );
  });

  test('is refused before settlement, and where nothing is to be paid', () => {
    expect(verdict(pay('2023-10-08', {}, claimIn.approved))).toBe('state-conflict');
    expect(verdict(pay('2023-10-08', {}, claimIn.paid))).toBe('state-conflict');
    expect(pay('2023-10-08', {}, { ...settled, payableFen: 0 })).toMatchObject({
      ...{ code: 'state-conflict', rule: 'R26', facts: { state: 'settled', payable: 0 } },
    });
    expect(verdict(pay('2023-10-08', {}, { ...settled, payableFen: null }))).toBe('state-conflict');
    expect(verdict(pay('2023-10-08', {}, { ...settled, payableFen: 1 }))).toBe('accepted');
  });

  test.each([
    ['2023-10-19', 1, { setOff: 1, payable: due - 1 }],
    ['2023-10-19', due + 1, { setOff: due, payable: 0 }],
    // The last day to hand it over is still in time.
    ['2023-10-20', 1, null],
  ])('waits while what was to be remitted by %s is to be set off first: %i fen', (remitBy, owedFen, facts) => {
    const parts = [{ recoveredOn: '2023-09-19', remitBy, owedFen }];
    const owed = [{ claimId: 'claim-9', institutionId: 'rcb', parts, seenThrough: '' as const }];
    const paid = pay('2023-10-08', { owed });
    if (facts === null) expect(verdict(paid)).toBe('accepted');
    else expect(paid).toMatchObject({ code: 'state-conflict', rule: 'R27', facts: { state: 'settled', ...facts } });
  });

  test('is refused under a voucher number that paid another claim in the year', () => {
    expect(pay('2023-10-08', { voucherUsedFor: 'claim-9' })).toMatchObject({
      ...{ code: 'already-exists', rule: 'R26', facts: { voucherNumber: 'V-1', year: 2023, claimId: 'claim-9' } },
    });
  });

  test.each([
    ['2023-09-11', 'date-out-of-range'],
    ['2023-09-12', 'accepted'],
    [today, 'accepted'],
    ['2023-10-21', 'date-out-of-range'],
  ])('dated %s of a claim settled on 12 September, on 20 October: %s', (paidOn, expected) => {
    expect(verdict(pay(paidOn))).toBe(expected);
  });

  test('out of its range says from and through', () => {
    expect(pay('2023-09-11')).toMatchObject({
      rule: 'R26',
      facts: { field: 'paidOn', given: '2023-09-11', from: '2023-09-12', through: today },
    });
  });

  test('is refused where cash lacks a fen of it, and says how much', () => {
    expect(pay('2023-10-08', { head: { ...emptyHead, cashFen: due - 1 } })).toMatchObject({
      ...{ code: 'fund-insufficient', rule: 'R29', facts: { asked: due, left: due - 1, missing: 1 } },
    });
  });

  test('meets the refusals in their order', () => {
    const all = { voucherUsedFor: 'claim-9', head: emptyHead };
    expect(verdict(pay('2023-09-11', all, { ...settled, payableFen: 0 }))).toBe('state-conflict');
    expect(verdict(pay('2023-09-11', all))).toBe('already-exists');
    expect(verdict(pay('2023-09-11', { head: emptyHead }))).toBe('date-out-of-range');
  });
});

describe('a payment that came back (R26)', () => {
  const returned = (returnedOn: string, claim = claimIn.paid) =>
    decidePaymentReturn(claim, { returnedOn, reason: '账号有误' }, today);

  test('reverses the entry of the payment, with its amount and voucher', () => {
    expect(returned('2023-10-10')).toEqual(accepted(eventOf('claim-payment-returned')));
  });

  test.each([
    ['2023-10-07', 'date-out-of-range'],
    ['2023-10-08', 'accepted'],
    [today, 'accepted'],
    ['2023-10-21', 'date-out-of-range'],
  ])('dated %s, paid on 8 October, on 20 October: %s', (returnedOn, expected) => {
    expect(verdict(returned(returnedOn))).toBe(expected);
  });

  test('out of its range says from and through', () => {
    expect(returned('2023-10-07')).toMatchObject({
      rule: 'R26',
      facts: { field: 'returnedOn', given: '2023-10-07', from: '2023-10-08', through: today },
    });
  });

  test('can be of a paid claim alone', () => {
    expect(verdict(returned('2023-10-10', settled))).toBe('state-conflict');
  });

  test.each(['payableFen', 'voucherNumber', 'paidOn', 'paymentEntryId'] as const)(
    'of a paid claim without %s the program is at fault',
    (field) => {
      expect(() => returned('2023-10-10', { ...claimIn.paid, [field]: null })).toThrow('claim-1 is paid by no payment');
    },
  );
});
