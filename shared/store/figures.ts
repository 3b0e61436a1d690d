import type { Period } from '../domain/period.ts';
import type { Database, Item } from './database.ts';
import { bucketKey, figureShards } from './figure-buckets.ts';
import { readItems } from './read.ts';

/** What was counted in a period, by figure. */
export type Bucket = ReadonlyMap<string, number>;

const shards = Array.from({ length: figureShards }, (_, shard) => shard);

/** Reads the buckets of periods strongly and sums their shards; a period in which nothing was counted is empty. */
export async function readBuckets(
  database: Database,
  periods: readonly Period[],
): Promise<ReadonlyMap<Period, Bucket>> {
  const items = await readItems(
    database,
    periods.flatMap((period) => shards.map((shard) => bucketKey(period, shard))),
  );
  return new Map(periods.map((period) => [period, sumOf(shards.map((shard) => items.get(bucketKey(period, shard))))]));
}

/** The shards of one bucket as one. */
export function sumOf(items: readonly (Item | undefined)[]): Bucket {
  const sums = new Map<string, number>();
  for (const item of items) {
    for (const [figure, counted] of Object.entries(item ?? {})) {
      if (typeof counted === 'number') sums.set(figure, (sums.get(figure) ?? 0) + counted);
    }
  }
  return sums;
}
