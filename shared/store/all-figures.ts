import type { Period } from '../domain/period.ts';
import type { Database, Item } from './database.ts';
import { periodOfBucket } from './figure-buckets.ts';
import { type Bucket, sumOf } from './figures.ts';
import { scanAll } from './scan.ts';

/** Reads every bucket that there is, for the recount. */
export async function readAllBuckets(database: Database): Promise<ReadonlyMap<Period, Bucket>> {
  const shardsOf = new Map<Period, Item[]>();
  for await (const item of scanAll(database, 'figures')) {
    const period = periodOfBucket(item);
    shardsOf.set(period, [...(shardsOf.get(period) ?? []), item]);
  }
  return new Map([...shardsOf].map(([period, items]) => [period, sumOf(items)]));
}
