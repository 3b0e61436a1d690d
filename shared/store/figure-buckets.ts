import type { Count } from '../domain/figures.ts';
import { type Period, periodsOf } from '../domain/period.ts';
import type { Item, ItemKey } from './database.ts';

/**
 * Into how many items each bucket is split, so that commands of one moment seldom meet: two transactions that add to the
 * same item at once cost one of them a retry.
 */
export const figureShards = 4;

export const bucketKey = (period: Period, shard: number): ItemKey => ({
  table: 'figures',
  key: { pk: `${period}#${shard}` },
});

export const periodOfBucket = ({ pk }: Item): Period => String(pk).slice(0, String(pk).indexOf('#'));

/** An addition to one bucket of figures, in the form of an update. */
export interface BucketUpdate extends ItemKey {
  readonly set: {
    readonly expression: string;
    readonly names: Readonly<Record<string, string>>;
    readonly values: Item;
  };
}

/** Counts as the fewest additions: one for each bucket (year, month, day) that they fall into, in a shard that `seed` picks. */
export function bucketUpdates(counts: readonly Count[], seed: string): readonly BucketUpdate[] {
  const shard = shardOf(seed);
  const buckets = new Map<Period, Map<string, number>>();
  for (const { on, figure, by } of counts) {
    for (const period of periodsOf(on)) {
      const bucket = buckets.get(period) ?? new Map<string, number>();
      bucket.set(figure, (bucket.get(figure) ?? 0) + by);
      buckets.set(period, bucket);
    }
  }
  return [...buckets].flatMap(([period, bucket]) => {
    const additions = [...bucket].filter(([, by]) => by !== 0);
    return additions.length === 0 ? [] : [{ ...bucketKey(period, shard), set: additionOf(additions) }];
  });
}

function additionOf(additions: readonly (readonly [string, number])[]): BucketUpdate['set'] {
  return {
    expression: `ADD ${additions.map((_, index) => `#f${index} :f${index}`).join(', ')}`,
    names: Object.fromEntries(additions.map(([figure], index) => [`#f${index}`, figure])),
    values: Object.fromEntries(additions.map(([, by], index) => [`:f${index}`, by])),
  };
}

/** FNV-1a: spreads what differs in a character or two. */
function shardOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % figureShards;
}
