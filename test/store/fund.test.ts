import { beforeEach, describe, expect, test } from 'vitest';
import { type FundHead, moveOf } from '../../shared/domain/fund-head.ts';
import { type LedgerEntry, reversalOf } from '../../shared/domain/ledger.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import type { Services } from '../../shared/operations/services.ts';
import { fundWrites } from '../../shared/store/fund.ts';
import { readItems } from '../../shared/store/read.ts';
import { settledInYear, settledYearKey, settleInYear } from '../../shared/store/settled-years.ts';
import { commit, type Write } from '../../shared/store/transaction.ts';
import { booked, movements } from '../domain/ledger-cases.ts';
import { openSdkStore } from '../support/store.ts';

let services: Services;
beforeEach(async () => {
  ({ services } = await openSdkStore());
});

const move = (type: keyof typeof movements, fen: number, institutionId = 'rcb') =>
  booked(movements[type](institutionId, fen));
/** Writes as a command would: what another transaction had in hand is tried again. */
async function write(writes: readonly Write[]) {
  for (;;) {
    const outcome = await commit(services.database, writes);
    if (outcome !== 'busy' && outcome !== 'contended') return outcome;
  }
}
const post = (...steps: readonly (readonly LedgerEntry[])[]) => write(fundWrites(steps.flat()));
const head = (): Promise<FundHead> => readFund(services);

describe('the head of the fund in the store', () => {
  test('is all zero before anything moved', async () => {
    expect(await head()).toEqual(moveOf([]));
  });

  test('follows the entries of each transaction', async () => {
    const steps = [
      move('appropriation', 1000),
      move('settlement', 400),
      [...move('recovery', 40), ...move('set-off', 30)],
      move('payment', 370),
    ];
    for (const step of steps) expect(await post(step)).toBe('committed');
    expect(await head()).toEqual(moveOf(steps.flat()));
  });

  test('is not written where nothing moves', () => {
    expect(fundWrites([])).toEqual([]);
    expect(fundWrites(move('settlement', 0))).toEqual([]);
  });

  test('takes an entry once: the same entry a second time is refused, and the head stays', async () => {
    const entries = move('appropriation', 7);
    expect(await post(entries)).toBe('committed');
    expect(await post(entries)).toBe('refused');
    expect(await head()).toMatchObject({ appropriatedFen: 7, entries: 1 });
  });
});

describe('at the write, one fen under, at and over', () => {
  test.each([
    [999, 'committed'],
    [1000, 'committed'],
    [1001, 'refused'],
  ])('a settlement of %i of 1,000 spendable is %s, though 500 more are promised', async (fen, outcome) => {
    await post(move('appropriation', 1100), move('settlement', 100), move('recovery', 500));
    expect(await post(move('settlement', fen))).toBe(outcome);
    expect((await head()).spendableFen).toBe(outcome === 'refused' ? 1000 : 1000 - fen);
  });

  test.each([
    [399, 'committed'],
    [400, 'committed'],
    [401, 'refused'],
  ])('a payment of %i of 400 due to its institution is %s, though others are due more', async (fen, outcome) => {
    await post(move('appropriation', 1000), move('settlement', 400), move('settlement', 500, 'icbc'));
    expect(await post(move('payment', fen))).toBe(outcome);
  });

  test.each([
    [29, 'committed'],
    [30, 'committed'],
    [31, 'refused'],
  ])('a set-off and a remittance of %i of 30 owed are %s', async (fen, outcome) => {
    await post(move('appropriation', 1000), move('settlement', 400), move('recovery', 30));
    await post(move('recovery', 900, 'icbc'));
    const before = await head();
    expect(await post(move('set-off', fen))).toBe(outcome);
    if (outcome === 'refused') expect(await head()).toEqual(before);
    else await post(move('recovery', fen));
    expect(await post(move('remittance', fen))).toBe(outcome);
  });

  test('nothing is settled from an empty fund', async () => {
    expect(await post(move('settlement', 1))).toBe('refused');
    expect(await head()).toEqual(moveOf([]));
  });

  test('an appropriation is taken back only as far as it is not spent (R40)', async () => {
    const put = move('appropriation', 100);
    await post(put, move('settlement', 1));
    const back = () => booked(...put.map(reversalOf));
    expect(await post(back())).toBe('refused');
    await post(move('appropriation', 1));
    expect(await post(back())).toBe('committed');
    expect(await head()).toMatchObject({ appropriatedFen: 1, cashFen: 1, spendableFen: 0 });
  });

  test('thirty settlements at once take what is there and never more', async () => {
    await post(move('appropriation', 1000));
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => post(move('settlement', 70))));
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(14);
    expect(await head()).toMatchObject({ spendableFen: 20, compensatedFen: 980, entries: 15 });
  });
});

describe('what an institution is settled in a year (R24)', () => {
  const settle = (fundFen: number, { year = 2026, institutionId = 'rcb', capFen = 1000 } = {}) =>
    write([settleInYear({ institutionId, year, fundFen, capFen })]);
  const settled = async (institutionId = 'rcb', year = 2026) =>
    settledInYear(await readItems(services.database, [settledYearKey(institutionId, year)]), institutionId, year);

  test('fits the cap to the fen and never passes it', async () => {
    expect(await settled()).toBe(0);
    expect(await settle(990)).toBe('committed');
    expect(await settle(11)).toBe('refused');
    expect(await settle(10)).toBe('committed');
    expect(await settle(1)).toBe('refused');
    expect(await settled()).toBe(1000);
  });

  test('takes the whole cap at once, and nothing above it', async () => {
    expect(await settle(1000)).toBe('committed');
    expect(() => settleInYear({ institutionId: 'rcb', year: 2026, fundFen: 1001, capFen: 1000 })).toThrow(RangeError);
  });

  test('is counted for each institution and year, over versions with other caps', async () => {
    await settle(1000);
    expect(await settle(1000, { year: 2027 })).toBe('committed');
    expect(await settle(1000, { institutionId: 'icbc' })).toBe('committed');
    expect(await settle(1, { capFen: 1001 })).toBe('committed');
    expect(await settle(1, { capFen: 1001 })).toBe('refused');
    expect([await settled(), await settled('rcb', 2027), await settled('icbc')]).toEqual([1001, 1000, 1000]);
  });

  test('passes the cap under no concurrency', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => settle(150)));
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(6);
    expect(await settled()).toBe(900);
  });
});
