import type { CheckName } from '../../domain/check.ts';
import { type CheckItem, type CheckRun, checkIn, checkKey, checkRange, readCheck } from '../../store/checks.ts';
import { queryPage, readItems } from '../../store/read.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

/** A run as it is shown, without what only going on needs. */
export function checkView({
  place: _place,
  step: _step,
  token: _token,
  savedAt: _savedAt,
  previousId: _previousId,
  ...run
}: CheckItem): CheckRun {
  return run;
}

/** A run in a list: what it found is shown by itself. */
export function checkSummary(run: CheckItem): Omit<CheckRun, 'findings'> {
  const { findings: _findings, ...summary } = checkView(run);
  return summary;
}

/** One run of a check; null where there is none of that id. */
export const findCheck = ({ database }: Services, checkId: string): Promise<CheckItem | null> =>
  readCheck(database, checkId);

/** Lists the runs of a check, or of all, newest first. */
export async function listChecks(
  { database }: Services,
  check: CheckName | undefined,
  { limit, after }: PageRequest,
): Promise<ListPage<CheckItem>> {
  // One more than is shown, so that the last page knows that it is the last.
  const { items } = await queryPage(database, { ...checkRange(check), descending: true, limit: limit + 1, after });
  const shown = items.slice(0, limit);
  const ids = shown.map(({ pk }) => String(pk));
  const read = await readItems(database, ids.map(checkKey));
  return {
    items: ids.map((checkId) => checkIn(read, checkId)).filter((run) => run !== null),
    next: items.length > limit ? shown.at(-1) : undefined,
  };
}
