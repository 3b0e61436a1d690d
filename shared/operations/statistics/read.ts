import { type Day, yearOf } from '../../domain/calendar.ts';
import { periodsThrough } from '../../domain/period.ts';
import { policyOn } from '../../domain/policy.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import { statisticsOf } from '../../domain/statistics.ts';
import { readBuckets } from '../../store/figures.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { type StatisticsView, statisticsView } from './view.ts';

/**
 * Reads the figures as of now, or as of the end of a past day by business date, strongly: an answered command is in
 * them. What it reads depends on the years since the first policy version, not on how many loans or enterprises there
 * are. Refusal: `date-out-of-range` for a day that has not come.
 */
export async function readStatistics(
  services: Services,
  caller: Caller,
  asked: Day | undefined,
  today: Day,
): Promise<StatisticsView | Refusal> {
  const asOf = asked ?? today;
  if (asOf > today) return refusedBy(null, 'date-out-of-range', { field: 'asOf', given: asOf, through: today });
  const book = bookIn(await readItems(services.database, [policyBookKey]));
  const firstYear = yearOf(book[0]?.effectiveFrom ?? today);
  // Nothing is counted on a day that has not come, so the whole present year is what there is of it so far.
  const through = asOf === today ? `${yearOf(today)}-12-31` : asOf;
  const buckets = await readBuckets(services.database, periodsThrough(firstYear, through));
  const categories = policyOn(book, asOf)?.parameters.eligibleCategories ?? [];
  const statistics = statisticsOf(asOf, buckets, categories);
  const rows = [...statistics.byInstitution, ...statistics.byGuarantor].map(({ institutionId }) => institutionId);
  const own = caller.role === 'bank' || caller.role === 'guarantor' ? [caller.org] : [];
  return statisticsView(statistics, caller, await readNames(services, [...rows, ...own]));
}

async function readNames({ database }: Services, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const items = await readItems(
    database,
    ids.map((id) => keyOfResource(institutionLayout, id)),
  );
  return new Map(ids.map((id) => [id, storedIn(items, institutionLayout, id)?.state.name ?? id]));
}
