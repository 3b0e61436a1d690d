import type { Capacity } from './capacity-meter.ts';

/** Published on-demand prices of DynamoDB in us-east-1, in dollars a million request units. */
const dollarsAMillion = { read: 0.125, write: 0.625 };
/** Only for a feeling: what a dollar was about in yuan. */
const yuanADollar = 7.1;

/** What some capacity units cost, in both currencies. */
export function priceOf({ readUnits, writeUnits }: Pick<Capacity, 'readUnits' | 'writeUnits'>): string {
  const dollars = (readUnits * dollarsAMillion.read + writeUnits * dollarsAMillion.write) / 1_000_000;
  return `$${dollars.toFixed(6)} (¥${(dollars * yuanADollar).toFixed(5)})`;
}
