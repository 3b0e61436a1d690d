import type { YearUse } from '../../domain/claim-readiness.ts';
import type { ItemKey } from '../../store/database.ts';
import type { Items } from '../../store/read.ts';
import { settledInYear, settledYearKey } from '../../store/settled-years.ts';
import type { Caller } from '../caller.ts';
import { seesSettlementsOf } from './access.ts';

/** The counter of all institutions together, for `fundYearCeilingFen`. */
export const wholeFund = '*';

/** Where it is counted what settlements of a year have taken of an institution's cap (R24), and of the fund. */
export const yearUseKeys = (institutionId: string, year: number): readonly ItemKey[] => [
  settledYearKey(institutionId, year),
  settledYearKey(wholeFund, year),
];

/** What was read there, as far as the caller may know it. */
export const yearUseIn = (items: Items, caller: Caller, institutionId: string, year: number): YearUse => ({
  year,
  institutionFen: seesSettlementsOf(caller, institutionId) ? settledInYear(items, institutionId, year) : null,
  fundFen: settledInYear(items, wholeFund, year),
});
