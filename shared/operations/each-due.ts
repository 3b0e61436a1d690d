import type { Services } from './services.ts';

/** The words of the log line for one item that a job had to leave; `what` and `id` name it. */
export const itemLeft = 'an item was left by a job';

/** A job left some items; it did all that could be done. */
export class ItemsLeft extends Error {
  override readonly name = 'ItemsLeft';
}

/**
 * Does one thing to every item that is due, one after another. An item that cannot be done stops none behind it: it is
 * logged, and the job fails at the end, so that a person is called and the item comes up again the next night.
 *
 * @param what names the kind of item in the log, such as `loans`.
 * @param act tells whether it changed something.
 * @returns how many were changed.
 * @throws ItemsLeft once all were tried, if some could not be done.
 */
export async function eachDue(
  services: Pick<Services, 'log'>,
  what: string,
  ids: readonly string[],
  act: (id: string) => Promise<boolean>,
): Promise<number> {
  let changed = 0;
  const left: string[] = [];
  for (const id of ids) {
    try {
      if (await act(id)) changed += 1;
    } catch (error) {
      left.push(id);
      services.log.error(itemLeft, { what, id, error: String(error) });
    }
  }
  if (left.length > 0) {
    const named = left.slice(0, 5).join(', ');
    throw new ItemsLeft(`${left.length} of ${ids.length} ${what} were left (${named}); ${changed} were changed`);
  }
  return changed;
}
