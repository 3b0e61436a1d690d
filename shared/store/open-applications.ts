import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Write } from './transaction.ts';

/** How many of an institution's open places are taken, over all enterprises (`maxOpenApplications`, decisions/0053). */
export const openApplicationsKey = (institutionId: string): ItemKey => ({
  table: 'institutions',
  key: { pk: `open#${institutionId}` },
});

/** The count among items that were read; zero before the first. */
export const openApplicationsIn = (items: Items, institutionId: string): number =>
  items.get<{ readonly openCount?: number }>(openApplicationsKey(institutionId))?.openCount ?? 0;

/** Takes a place (1) or gives one back (-1); with `most`, one is taken only while fewer are. */
export function moveOpenApplications(institutionId: string, by: number, most: number | null): Write {
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
