import type { EnterpriseEvent, EnterpriseFile, StandingRecord } from './enterprise.ts';
import { type Counts, countsOn, figures } from './figures.ts';

/**
 * Counts enterprises by their recorded standing: as of the last night job or command, on the day on which it was
 * recorded. One that is listed counts in each category that it holds.
 */
export const countsOfListing: Counts<EnterpriseFile, EnterpriseEvent> = (before, _event, after, at) => {
  const additions: Record<string, number> = {};
  const add = (standing: StandingRecord | undefined, by: number): void => {
    if (!standing?.listed) return;
    for (const figure of [figures.listed, ...standing.categories.map(figures.listedIn)]) {
      additions[figure] = (additions[figure] ?? 0) + by;
    }
  };
  add(before?.standing, -1);
  add(after.standing, 1);
  return countsOn(at, additions);
};
