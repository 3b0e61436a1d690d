import type { Database, Item } from '../../store/database.ts';
import { scanPage } from '../../store/scan.ts';

/** The items of one resource in the trail; null where they are more than a page. */
export interface HistoryItems {
  /** Their partition. */
  readonly pk: string;
  readonly items: readonly Item[] | null;
}

/**
 * Reads one page of the trail as histories. Only whole ones are taken; the one that the page cuts in two comes whole with
 * the next, and of one that is longer than a page only the name.
 */
export async function readHistories(database: Database, after: Item | undefined, limit: number | undefined) {
  const page = await scanPage(database, { table: 'trail', after, limit });
  const histories = groupsOf(page.items);
  if (!page.last) return { histories, last: undefined };
  if (histories.length > 1) {
    const whole = histories.slice(0, -1);
    return { histories: whole, last: keyOf(whole.at(-1)?.items.at(-1) ?? page.last) };
  }
  const [long] = histories;
  if (!long) return { histories, last: page.last };
  return { histories: [{ pk: long.pk, items: null }], last: await endOfHistory(database, long.pk, page.last) };
}

function groupsOf(items: readonly Item[]) {
  const groups: { readonly pk: string; readonly items: Item[] }[] = [];
  for (const item of items) {
    const pk = String(item.pk);
    const last = groups.at(-1);
    if (last?.pk === pk) last.items.push(item);
    else groups.push({ pk, items: [item] });
  }
  return groups;
}

/** The key of a history's last event, from one of its keys on; undefined where nothing follows it in the trail. */
async function endOfHistory(database: Database, pk: string, from: Item): Promise<Item | undefined> {
  let end = from;
  for (;;) {
    const page = await scanPage(database, { table: 'trail', attributes: ['pk', 'sequence'], after: end });
    const other = page.items.findIndex((item) => item.pk !== pk);
    const own = other === -1 ? page.items : page.items.slice(0, other);
    end = keyOf(own.at(-1) ?? end);
    if (other !== -1) return end;
    if (!page.last) return undefined;
  }
}

const keyOf = ({ pk, sequence }: Item): Item => ({ pk, sequence });
