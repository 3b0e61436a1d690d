import type { Item } from '../../store/database.ts';
import { bucketKey, figureShards } from '../../store/figure-buckets.ts';
import { readItems } from '../../store/read.ts';
import type { Condition, ItemWrite } from '../../store/transaction.ts';
import { type FigureDifference, recountFigures } from '../checks/recount-figures.ts';
import { type Planned, type RepairPlan, type RepairServices, writesInRepair } from './plan.ts';

/**
 * Plans the repair of the programme's figures (R30): to each that differs the difference is added, in one shard of its bucket,
 * where every shard of it is still as it was counted. Writes nothing.
 */
export async function planFigures(services: RepairServices): Promise<readonly Planned[]> {
  const { differences } = await recountFigures(services);
  const periods = [...Map.groupBy(differences, ({ period }) => period)];
  if (periods.length === 0) {
    return [{ kind: 'in-order', subject: 'figures', notes: ['Every figure is what the recount gives.'] }];
  }
  const inOne = Math.floor(writesInRepair / figureShards);
  const plans: Planned[] = [];
  for (let start = 0; start < periods.length; start += inOne) {
    plans.push(await planOf(services, periods.slice(start, start + inOne)));
  }
  return plans;
}

type OfPeriod = readonly [period: string, differences: readonly FigureDifference[]];

const shards = Array.from({ length: figureShards }, (_, shard) => shard);

async function planOf({ database }: RepairServices, periods: readonly OfPeriod[]): Promise<Planned> {
  const keys = periods.flatMap(([period]) => shards.map((shard) => bucketKey(period, shard)));
  const items = await readItems(database, keys);
  const moved = periods
    .flatMap(([, differences]) => differences)
    .filter(
      ({ period, figure, counted }) =>
        shards.reduce((sum, shard) => sum + figureIn(items.get(bucketKey(period, shard)), figure), 0) !== counted,
    );
  if (moved.length > 0) {
    return { kind: 'refused', subject: 'figures', notes: ['A figure moved while it was counted: run it again.'] };
  }
  const plan: RepairPlan = {
    kind: 'plan',
    subject: 'figures',
    notes: [],
    changes: periods.flatMap(([, differences]) =>
      differences.map(({ period, figure, counted, recounted }) => ({
        what: `${period}/${figure}`,
        before: counted,
        after: recounted,
      })),
    ),
    writes: periods.flatMap(([period, differences]) =>
      shards.map((shard) => writeOf(period, shard, differences, items.get(bucketKey(period, shard)))),
    ),
  };
  return plan;
}

const figureIn = (item: Item | undefined, figure: string): number => Number(item?.[figure] ?? 0);

/** The first shard takes the differences; every other one is only asked whether it is as it was. */
function writeOf(
  period: string,
  shard: number,
  differences: readonly FigureDifference[],
  item: Item | undefined,
): ItemWrite {
  const names = Object.fromEntries(differences.map(({ figure }, index) => [`#f${index}`, figure]));
  const condition: Condition = {
    expression: differences
      .map(({ figure }, index) =>
        item?.[figure] === undefined ? `attribute_not_exists(#f${index})` : `#f${index} = :read${index}`,
      )
      .join(' AND '),
    names,
    values: Object.fromEntries(
      differences.flatMap(({ figure }, index) =>
        item?.[figure] === undefined ? [] : [[`:read${index}`, item[figure]]],
      ),
    ),
  };
  if (shard > 0) return { kind: 'check', ...bucketKey(period, shard), condition };
  return {
    kind: 'update',
    ...bucketKey(period, shard),
    set: {
      expression: `ADD ${differences.map((_, index) => `#f${index} :by${index}`).join(', ')}`,
      names,
      values: Object.fromEntries(
        differences.map(({ counted, recounted }, index) => [`:by${index}`, recounted - counted]),
      ),
    },
    condition,
  };
}
