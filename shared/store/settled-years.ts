import type { Fen } from '../domain/money.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Write } from './transaction.ts';

/** An institution's settlements of one calendar year (R24): one counter over all policy versions. */
export const settledYearKey = (institutionId: string, year: number): ItemKey => ({
  table: 'fund',
  key: { pk: `settled#${institutionId}#${year}`, sk: 'counter' },
});

interface SettledYearItem {
  readonly settledFen: Fen;
}

/** What the fund has settled with an institution in a year, among items that were read. */
export const settledInYear = (items: Items, institutionId: string, year: number): Fen =>
  items.get<SettledYearItem>(settledYearKey(institutionId, year))?.settledFen ?? 0;

export interface YearSettlement {
  readonly institutionId: string;
  /** Of the Shanghai day of settlement. */
  readonly year: number;
  /** The fund's part after the cap. */
  readonly fundFen: Fen;
  /** The cap of the claim's own version. */
  readonly capFen: Fen;
}

/**
 * Counts a settlement to its year, only where it still fits the cap (R24).
 *
 * @throws RangeError where it is above the whole cap: the rules cut it before.
 */
export function settleInYear({ institutionId, year, fundFen, capFen }: YearSettlement): Write {
  const roomFen = capFen - fundFen;
  // A counter that is not there yet stands for zero, which is within any room but one below zero.
  if (roomFen < 0) throw new RangeError(`${fundFen} fen are above the year's cap of ${capFen}`);
  const names = { '#settled': 'settledFen' };
  return {
    kind: 'update',
    ...settledYearKey(institutionId, year),
    set: { expression: 'ADD #settled :fund', names, values: { ':fund': fundFen } },
    condition: {
      expression: 'attribute_not_exists(#settled) OR #settled <= :room',
      names,
      values: { ':room': roomFen },
    },
  };
}
