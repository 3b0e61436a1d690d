import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { book, institutionOf, isBalanced, reversalOf, settlementOf } from '../../shared/domain/ledger.ts';
import { entriesOf, entriesOfNew } from '../../shared/domain/ledger-source.ts';
import { booked, movements } from './ledger-cases.ts';

const fen = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const types = Object.keys(movements) as (keyof typeof movements)[];

describe('an entry of the ledger', () => {
  test.each(types)('of a %s is balanced, whatever the amount', (type) => {
    fc.assert(
      fc.property(fen, (amount) => {
        const [entry] = booked(movements[type]('rcb', amount));
        expect(isBalanced(entry?.lines ?? [])).toBe(true);
        expect(entry?.lines.map(({ debitFen, creditFen }) => debitFen + creditFen)).toEqual([amount, amount]);
      }),
    );
  });

  test.each([
    ['appropriation', 'cash', 'appropriated', null],
    ['settlement', 'compensation', 'payable:rcb', 'rcb'],
    ['payment', 'payable:rcb', 'cash', 'rcb'],
    ['recovery', 'receivable:rcb', 'recovered', 'rcb'],
    ['remittance', 'cash', 'receivable:rcb', 'rcb'],
    ['set-off', 'payable:rcb', 'receivable:rcb', 'rcb'],
  ] as const)('of a %s debits %s and credits %s', (type, debit, credit, institutionId) => {
    const [entry] = booked(movements[type]('rcb', 18_000_000));
    expect(entry).toMatchObject({ type, reverses: null });
    expect(entry?.lines).toEqual([
      { account: debit, debitFen: 18_000_000, creditFen: 0 },
      { account: credit, debitFen: 0, creditFen: 18_000_000 },
    ]);
    expect(institutionOf(entry?.lines ?? [])).toBe(institutionId);
  });

  test.each(types)('of a %s is mirrored by its reversal, which names it', (type) => {
    const [entry] = booked(movements[type]('rcb', 5));
    if (!entry) throw new Error('no entry');
    const [reversal] = booked(reversalOf(entry));
    expect(reversal).toMatchObject({ type: 'reversal', reverses: entry.entryId });
    expect(reversal?.lines.map(({ account }) => account)).toEqual(entry.lines.map(({ account }) => account));
    expect(reversal?.lines.map(({ debitFen }) => debitFen)).toEqual(entry.lines.map(({ creditFen }) => creditFen));
    expect(isBalanced(reversal?.lines ?? [])).toBe(true);
  });

  test.each(types)('is not made of a %s of nothing', (type) => {
    expect(booked(movements[type]('rcb', 0))).toEqual([]);
  });

  test.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('cannot be made of %s fen', (amount) => {
    expect(() => settlementOf('rcb', amount)).toThrow(new RangeError(`${amount} fen cannot be booked as settlement`));
  });

  test('is numbered within its event, without the postings that move nothing', () => {
    const source = { kind: 'claims' as const, id: 'clm-A', sequence: 9 };
    const booking = {
      source,
      at: '2026-03-02T02:00:00.000Z',
      bookedOn: '2026-03-01',
      document: { voucherNumber: 'V1' },
    };
    const postings = [movements.payment('rcb', 0), movements['set-off']('rcb', 1), movements.payment('rcb', 2)];
    const entries = book(booking, postings);
    expect(entries.map(({ entryId, type }) => [entryId, type])).toEqual([
      ['clm-A-9-1', 'set-off'],
      ['clm-A-9-2', 'payment'],
    ]);
    expect(entries[0]).toMatchObject({
      at: booking.at,
      bookedOn: '2026-03-01',
      source,
      document: { documentNumber: null, voucherNumber: 'V1', claimId: null, meetingId: null },
    });
  });
});

describe('lines are not balanced', () => {
  const cash = (debitFen: number, creditFen: number) => ({ account: 'cash' as const, debitFen, creditFen });
  test.each([
    ['where debits and credits differ by a fen', [cash(2, 0), cash(0, 1)]],
    ['where one has both sides', [cash(1, 1), cash(1, 1)]],
    ['where one has neither side', [cash(1, 0), cash(0, 1), cash(0, 0)]],
    ['below zero', [cash(-1, 0), cash(0, -1)]],
    ['in fractions', [cash(0.5, 0), cash(0, 0.5)]],
    ['where there is one alone', [cash(0, 0)]],
    ['where there is none', []],
  ])('%s', (_, lines) => {
    expect(isBalanced(lines)).toBe(false);
  });

  test('over three lines only where the sums are the same', () => {
    expect(isBalanced([cash(3, 0), cash(0, 1), cash(0, 2)])).toBe(true);
  });
});

describe('the entries of an event', () => {
  const data = {
    appropriationId: 'apr-1',
    amountFen: 7,
    documentNumber: '平财〔2024〕1号',
    appropriatedOn: '2024-01-05',
  };
  const event = { type: 'fund-appropriated', data };
  const at = '2024-01-06T02:00:00.000Z';

  test('are what the event says: an appropriation on its day, with its document', () => {
    expect(entriesOf('fund', 'apr-1', { ...event, sequence: 1, at })).toEqual([
      {
        entryId: 'apr-1-1-1',
        type: 'appropriation',
        bookedOn: '2024-01-05',
        at,
        document: { documentNumber: '平财〔2024〕1号', voucherNumber: null, claimId: null, meetingId: null },
        source: { kind: 'fund', id: 'apr-1', sequence: 1 },
        lines: [
          { account: 'cash', debitFen: 7, creditFen: 0 },
          { account: 'appropriated', debitFen: 0, creditFen: 7 },
        ],
        reverses: null,
      },
    ]);
  });

  test('are none where the event moves no money, whatever it is called', () => {
    for (const type of ['admission-decided', 'toString', '__proto__']) {
      expect(entriesOf('fund', 'apr-1', { type, data, sequence: 1, at })).toEqual([]);
    }
  });

  test('stand at the places that a command gives its events', () => {
    const entries = entriesOfNew('fund', 'apr-1', 4, [{ type: 'other', data: {} }, event], at);
    expect(entries.map(({ source }) => source.sequence)).toEqual([6]);
  });
});
