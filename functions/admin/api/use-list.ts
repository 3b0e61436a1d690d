import { useCallback, useEffect, useRef, useState } from 'react';
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

type AskedOfList<Path extends ListPath> = Omit<Asked<Path>, 'signal'>;

const pageSize = 200;
/** So many rows are fetched unasked; a city's list of 1,351 comes whole. */
const rowsUnasked = 5_000;

/** Reads a list whole, page by page in the background, up to a bound; the first page shows at once. */
export const useList = <Path extends ListPath>(
  path: Path,
  asked: AskedOfList<Path> = {},
  isOff = false,
): Listing<ItemOf<Path>> => useLists(path, [asked], itself, isOff);

const itself = <Item>(item: Item): Item => item;

/** Reads several lists of one kind as one, each after the one before it; `rowOf` is told in which of them an item stood. */
export function useLists<Path extends ListPath, Row>(
  path: Path,
  asked: readonly AskedOfList<Path>[],
  rowOf: (item: ItemOf<Path>, list: number) => Row,
  isOff = false,
): Listing<Row> {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [rowsMax, setRowsMax] = useState(rowsUnasked);
  const asText = JSON.stringify(asked);
  const [state, setState] = useState<ReadSoFar<Row>>(nothing(''));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(!isOff);
  const subject = `${path} ${asText} ${turn}`;
  const toRow = useRef(rowOf);
  toRow.current = rowOf;

  useEffect(() => {
    if (isOff) return;
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const lists = JSON.parse(asText) as AskedOfList<Path>[];
      let { items, list, cursor } = state.subject === subject ? state : nothing<Row>(subject);
      setLoading(true);
      setProblem(null);
      while (list < lists.length && items.length < rowsMax) {
        const { query, ...rest } = lists[list] ?? {};
        const outcome = await api.get(path, {
          ...rest,
          query: { limit: pageSize, ...query, ...(cursor !== null && { cursor }) } as unknown as QueryOf<Path>,
          signal: stop.signal,
        } as Asked<Path>);
        if (stop.signal.aborted) return;
        if (outcome.kind === 'refused') {
          setProblem(outcome.problem);
          break;
        }
        const page = outcome.value as Page<ItemOf<Path>>;
        const from = list;
        items = [...items, ...page.items.map((item) => toRow.current(item, from))];
        cursor = page.nextCursor;
        if (cursor === null) list += 1;
        setState({ subject, items, list, cursor, isWhole: list === lists.length });
      }
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
  return { items: isOther ? [] : state.items, problem, isWhole: !isOther && state.isWhole, isLoading, reload, more };
}

interface ReadSoFar<Row> {
  readonly subject: string;
  readonly items: readonly Row[];
  /** Which list comes next, and from where in it. */
  readonly list: number;
  readonly cursor: string | null;
  readonly isWhole: boolean;
}

const nothing = <Row>(subject: string): ReadSoFar<Row> => ({
  subject,
  items: [],
  list: 0,
  cursor: null,
  isWhole: false,
});
