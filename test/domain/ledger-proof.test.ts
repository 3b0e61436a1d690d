import { describe, expect, test } from 'vitest';
import { headAfter, moveOf } from '../../shared/domain/fund-head.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import { findingsOfEntry, findingsOfEvent, findingsOfHead } from '../../shared/domain/ledger-proof.ts';
import { booked, movements } from './ledger-cases.ts';

const both = booked(movements.settlement('rcb', 180), movements['set-off']('rcb', 20));
const [entry, second] = both as readonly [LedgerEntry, LedgerEntry];
const { kind, id, sequence } = entry.source;

describe('an entry that its event made', () => {
  test('is sound, in whatever order the store gives back its fields', () => {
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as LedgerEntry;
    expect(findingsOfEntry(turned, both)).toEqual([]);
  });

  test.each([
    ['type', { type: 'payment' }],
    ['day', { bookedOn: '2026-03-01' }],
    ['instant', { at: '2026-03-02T02:00:00.001Z' }],
    ['claim', { document: { ...entry.document, claimId: 'clm-other' } }],
    ['document', { document: { ...entry.document, documentNumber: 'D' } }],
    ['voucher', { document: { ...entry.document, voucherNumber: 'V' } }],
    ['meeting', { document: { ...entry.document, meetingId: 'M' } }],
    ['source’s kind', { source: { kind: 'fund', id, sequence } }],
    ['source', { source: { kind, id: 'clm-other', sequence } }],
    ['event', { source: { kind, id, sequence: 8 } }],
    ['account', { lines: entry.lines.map((line) => ({ ...line, account: 'cash' })) }],
    ['order of lines', { lines: [...entry.lines].reverse() }],
    ['reversed entry', { reverses: 'clm-1-1-1' }],
  ] as const)('is not, with another %s', (_, change) => {
    const changed = { ...entry, ...change } as LedgerEntry;
    const facts = { ...changed.source, debitFen: 180, creditFen: 180, expectedFen: 180 };
    expect(findingsOfEntry(changed, both)).toEqual([{ code: 'entry-differs', subject: entry.entryId, facts }]);
  });

  test('is not where its event made no such entry', () => {
    const finding = { code: 'entry-unexplained', subject: entry.entryId, facts: { kind, id, sequence } };
    expect(findingsOfEntry(entry, [second])).toEqual([finding]);
    expect(findingsOfEntry(entry, [])).toEqual([finding]);
  });

  test('is not where its sides differ, though its event says the same', () => {
    const unbalanced = { ...entry, lines: entry.lines.slice(0, 1) };
    expect(findingsOfEntry(unbalanced, [unbalanced])).toEqual([
      { code: 'entry-unbalanced', subject: entry.entryId, facts: { debitFen: 180, creditFen: 0 } },
    ]);
  });
});

test('each entry of an event that is not in the ledger is missing', () => {
  const missing = ({ entryId }: LedgerEntry) => ({ code: 'entry-missing', subject: entryId, facts: entry.source });
  expect(findingsOfEvent(both, () => true)).toEqual([]);
  expect(findingsOfEvent(both, (found) => found === entry)).toEqual([missing(second)]);
  expect(findingsOfEvent(both, () => false)).toEqual(both.map(missing));
});

describe('the head', () => {
  const recount = moveOf([...booked(movements.appropriation('', 1000)), ...both]);

  test('agrees with the recount, also where a balance of zero stands on one side only', () => {
    expect(findingsOfHead(recount, recount)).toEqual([]);
    const withZero = { ...recount, accounts: { ...recount.accounts, 'payable:icbc': 0 } };
    expect(findingsOfHead(withZero, recount)).toEqual([]);
    expect(findingsOfHead(recount, withZero)).toEqual([]);
  });

  test('tells accounts by name, wherever they stand', () => {
    const stored = { ...recount, accounts: { ...recount.accounts, 'payable:z': 1, 'payable:b': 2 } };
    const counted = { ...recount, accounts: { ...recount.accounts, 'payable:a': 3 } };
    expect(findingsOfHead(stored, counted).map(({ subject }) => subject)).toEqual([
      ...['payable:a', 'payable:b', 'payable:z'],
    ]);
  });

  test('differs in each sum and account that an entry more would move', () => {
    const more = headAfter(recount, booked(movements.settlement('icbc', 5)));
    const differing = [
      ['compensatedFen', 180, 185],
      ['payableFen', 160, 165],
      ['spendableFen', 840, 835],
      ['entries', 3, 4],
      ['payable:icbc', 0, 5],
    ] as const;
    expect(findingsOfHead(recount, more)).toEqual(
      differing.map(([subject, stored, counted]) => ({ code: 'head-differs', subject, facts: { stored, counted } })),
    );
  });
});
