import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceOf,
  coverOfPayment,
  coverOfSettlement,
  emptyHead,
  headAfter,
  isCredit,
  moveOf,
} from '../../shared/domain/fund-head.ts';
import { type LedgerEntry, reversalOf } from '../../shared/domain/ledger.ts';
import { booked, movements } from './ledger-cases.ts';

type Movement = keyof typeof movements;
const move = (type: Movement, fen: number, institutionId = 'rcb') => booked(movements[type](institutionId, fen));
const headOf = (...steps: readonly (readonly LedgerEntry[])[]) => headAfter(emptyHead, steps.flat());
const reversed = (entries: readonly LedgerEntry[]) => booked(...entries.map(reversalOf));

const appropriated = move('appropriation', 1000);
const settled = move('settlement', 180);
const paid = move('payment', 150);
const recovered = move('recovery', 54);

describe('the head of the fund', () => {
  test('is all zero before the first entry', () => {
    expect(balanceOf(emptyHead)).toBe(0);
    expect(moveOf([])).toEqual(emptyHead);
  });

  test('falls by a settlement at once and is not touched by its payment', () => {
    expect(headOf(appropriated, settled)).toMatchObject({ cashFen: 1000, spendableFen: 820, payableFen: 180 });
    expect(balanceOf(headOf(appropriated, settled))).toBe(820);
    const after = headOf(appropriated, settled, paid);
    expect(after).toMatchObject({ cashFen: 850, spendableFen: 820, payableFen: 30, paidFen: 150 });
    expect(balanceOf(after)).toBe(820);
    expect(after.accounts).toEqual({ 'payable:rcb': 30 });
  });

  test('counts a recovery to the balance at once, and as spendable only when it is handed over', () => {
    const promised = headOf(appropriated, settled, recovered);
    expect(promised).toMatchObject({ recoveredFen: 54, receivableFen: 54, spendableFen: 820, cashFen: 1000 });
    expect(balanceOf(promised)).toBe(874);
    const remitted = headOf(appropriated, settled, recovered, move('remittance', 54));
    expect(remitted).toMatchObject({ receivableFen: 0, spendableFen: 874, cashFen: 1054 });
    expect(balanceOf(remitted)).toBe(874);
  });

  test('takes a set-off as money that is there: no cash moves, and nothing is paid', () => {
    const after = headOf(appropriated, settled, recovered, move('set-off', 54));
    expect(after).toMatchObject({ payableFen: 126, receivableFen: 0, spendableFen: 874, cashFen: 1000, paidFen: 0 });
  });

  test('keeps what each institution is due and owes apart', () => {
    const other = [...move('settlement', 5, 'icbc'), ...move('recovery', 3, 'icbc')];
    expect(headOf(settled, recovered, other).accounts).toEqual({
      'payable:rcb': 180,
      'receivable:rcb': 54,
      'payable:icbc': 5,
      'receivable:icbc': 3,
    });
  });

  test('is the same after any entry and its reversal, but for the count', () => {
    for (const type of Object.keys(movements) as Movement[]) {
      const before = headOf(appropriated, settled, paid, recovered);
      const entries = move(type, 10);
      const after = headAfter(before, [...entries, ...reversed(entries)]);
      expect(after, type).toEqual({ ...before, entries: before.entries + 2 });
    }
  });

  test('moved entry by entry equals the recount of all, and spendable is cash less payables', () => {
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(movements) as Movement[])),
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.constantFrom('rcb', 'icbc', 'talent-bank'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let moved = emptyHead;
        const all: LedgerEntry[] = [];
        for (const [type, fen, institutionId, isReversed] of steps) {
          const entries = move(type, fen, institutionId);
          const both = isReversed ? [...entries, ...reversed(entries)] : entries;
          moved = headAfter(moved, both);
          all.push(...both);
        }
        expect(moved).toEqual(moveOf(all));
        expect(moved.entries).toBe(all.length);
        expect(moved.spendableFen).toBe(moved.cashFen - moved.payableFen);
        expect(moved.spendableFen).toBe(balanceOf(moved) - moved.receivableFen);
        const sumOf = (side: string) =>
          Object.entries(moved.accounts).reduce((sum, [name, fen]) => (name.startsWith(side) ? sum + fen : sum), 0);
        expect([sumOf('payable:'), sumOf('receivable:')]).toEqual([moved.payableFen, moved.receivableFen]);
      }),
    );
  });
});

describe('money for a settlement', () => {
  const head = headOf(appropriated, settled, recovered);

  test.each([
    [819, true],
    [820, true],
    [821, false],
  ])('of %i fen, where 820 are spendable and 54 promised besides: covered %s', (fundFen, covered) => {
    expect(coverOfSettlement(head, fundFen).covered).toBe(covered);
  });

  test('that is short says by how much', () => {
    expect(coverOfSettlement(head, 821)).toEqual({
      covered: false,
      neededFen: 821,
      availableFen: 820,
      missingFen: 1,
    });
  });

  test('is always there for a fund part of nothing, also in an empty fund', () => {
    expect(coverOfSettlement(emptyHead, 0)).toEqual({ covered: true });
    expect(coverOfSettlement(emptyHead, 1).covered).toBe(false);
    // Also where a correction has left less than nothing: such a claim takes no money (R25).
    expect(coverOfSettlement({ spendableFen: -1 }, 0)).toEqual({ covered: true });
  });
});

describe('money for a payment', () => {
  test.each([
    [999, true],
    [1000, true],
    [1001, false],
  ])('of %i fen, where cash is 1,000: covered %s', (amountFen, covered) => {
    expect(coverOfPayment(headOf(appropriated), amountFen).covered).toBe(covered);
  });
});

describe('the line of waiting claims', () => {
  test.each([
    ['appropriation', true],
    ['remittance', true],
    ['set-off', true],
    ['settlement', false],
    ['payment', false],
    ['recovery', false],
  ] as const)('by a %s moves on: %s', (type, moves) => {
    expect(isCredit(move(type, 1))).toBe(moves);
    expect(isCredit(move(type, 0))).toBe(false);
  });
});
