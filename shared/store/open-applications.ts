import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Write } from './transaction.ts';

/** How many applications of an institution have not ended, over all enterprises (`maxOpenApplications`). */
export const openApplicationsKey = (institutionId: string): ItemKey => ({
  table: 'institutions',
  key: { pk: `open#${institutionId}` },
});

/** The count among items that were read; zero before the first. */
export const openApplicationsIn = (items: Items, institutionId: string): number =>
  items.get<{ readonly openCount?: number }>(openApplicationsKey(institutionId))?.openCount ?? 0;

/**
 * Counts an application that begins (1) or ends (-1). It is always counted, so that a version may limit it from any day on;
 * with `most`, one begins only while fewer are open.
 */
export function moveOpenApplications(institutionId: string, by: 1 | -1, most: number | null): Write {
  const names = { '#open': 'openCount' };
  return {
    kind: 'update',
    ...openApplicationsKey(institutionId),
    set: { expression: 'ADD #open :by', names, values: { ':by': by } },
    ...(by > 0 &&
      most !== null && {
        condition: {
          expression: 'attribute_not_exists(#open) OR #open < :most',
          names,
          values: { ':most': most },
        },
      }),
  };
}
