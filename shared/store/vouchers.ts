import { type Day, yearOf } from '../domain/calendar.ts';
import { comparable } from '../domain/tidy.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import { absent, type Write } from './transaction.ts';

/** The guard that keeps a payment's voucher number unique in the calendar year of its day (R26). */
export const voucherKey = (voucherNumber: string, paidOn: Day): ItemKey => ({
  table: 'fund',
  key: { pk: `voucher#${yearOf(paidOn)}#${comparable(voucherNumber)}`, sk: 'guard' },
});

/** The claim that a voucher number paid in a year, among items that were read; null while the number is free. */
export const voucherUserIn = (items: Items, voucherNumber: string, paidOn: Day): string | null =>
  items.get<{ readonly claimId: string }>(voucherKey(voucherNumber, paidOn))?.claimId ?? null;

/** Takes a number for good: a payment that comes back does not free it, because the paper exists. */
export const voucherWrite = (voucherNumber: string, paidOn: Day, claimId: string): Write => ({
  kind: 'put',
  table: 'fund',
  item: { ...voucherKey(voucherNumber, paidOn).key, claimId },
  condition: absent(),
});
