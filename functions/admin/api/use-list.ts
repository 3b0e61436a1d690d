import { useCallback, useEffect, useState } from 'react';
import type { ItemOf, ListPath, Page, QueryOf } from './calls.ts';
import type { Asked } from './client.ts';
import type { Problem } from './problem.ts';
import { useApi } from './use-api.ts';

export interface Listing<Item> {
  readonly items: readonly Item[];
  readonly problem: Problem | null;
  /** Whether the end of the list has been read. */
  readonly isWhole: boolean;
  readonly isLoading: boolean;
  readonly reload: () => void;
  /** Goes on where the bound stopped it. */
  readonly more: () => void;
}

const pageSize = 200;
/** So many rows are fetched unasked; a city's list of 1,351 comes whole. */
const rowsUnasked = 5_000;

/** Reads a list whole, page by page in the background, up to a bound; the first page shows at once. */
export function useList<Path extends ListPath>(
  path: Path,
  asked: Omit<Asked<Path>, 'signal'> = {},
  isOff = false,
): Listing<ItemOf<Path>> {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [rowsMax, setRowsMax] = useState(rowsUnasked);
  const asText = JSON.stringify(asked);
  const [state, setState] = useState<{ subject: string; items: ItemOf<Path>[]; cursor: string | null; whole: boolean }>(
    empty(''),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(!isOff);
  const subject = `${path} ${asText} ${turn}`;

  useEffect(() => {
    if (isOff) return;
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const query = JSON.parse(asText) as Asked<Path>;
      const isSame = state.subject === subject;
      let items: ItemOf<Path>[] = isSame ? state.items : [];
      let cursor: string | null = isSame ? state.cursor : null;
      setLoading(true);
      setProblem(null);
      do {
        const outcome = await api.get(path, {
          ...query,
          query: { limit: pageSize, ...query.query, ...(cursor !== null && { cursor }) } as unknown as QueryOf<Path>,
          signal: stop.signal,
        });
        if (stop.signal.aborted) return;
        if (outcome.kind === 'refused') {
          setProblem(outcome.problem);
          break;
        }
        const page = outcome.value as Page<ItemOf<Path>>;
        items = [...items, ...page.items];
        cursor = page.nextCursor;
        setState({ subject, items, cursor, whole: cursor === null });
      } while (cursor !== null && items.length < rowsMax);
      setLoading(false);
    };
    read().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
  }, [api, path, asText, turn, rowsMax, isOff]);

  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const more = useCallback(() => setRowsMax((last) => last + rowsUnasked), []);
  // What is shown stays while the same list is read again, and goes when another is asked for.
  const isOther = state.subject !== '' && !state.subject.startsWith(`${path} ${asText} `);
  return { items: isOther ? [] : state.items, problem, isWhole: !isOther && state.whole, isLoading, reload, more };
}

function empty<Item>(subject: string) {
  return { subject, items: [] as Item[], cursor: null, whole: false };
}
