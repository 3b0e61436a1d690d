import { type Appropriation, evolveAppropriation, type FundAppropriated } from '../domain/appropriation.ts';
import { emptyHead, type FundHead, fundFigures, moveOf } from '../domain/fund-head.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import { comparable } from '../domain/tidy.ts';
import type { ItemKey } from './database.ts';
import { entryWrite } from './ledger.ts';
import type { Items } from './read.ts';
import type { ResourceLayout } from './resource.ts';
import type { Condition, Write } from './transaction.ts';

export const appropriationLayout: ResourceLayout<Appropriation, FundAppropriated> = {
  kind: 'fund',
  table: 'fund',
  key: (appropriationId) => ({ pk: appropriationId, sk: 'appropriation' }),
  evolve: evolveAppropriation,
  indexed: () => ({ roster: 'fund' }),
};

/** The head of the fund: one item, moved by additions and never under a version (decisions/0012). */
export const headKey: ItemKey = { table: 'fund', key: { pk: 'fund', sk: 'head' } };

/** The head among items that were read; all zero before the first entry. */
export function headIn(items: Items): FundHead {
  const item: Readonly<Record<string, unknown>> = items.get(headKey) ?? {};
  const figures = fundFigures.map((figure) => [figure, item[figure] ?? 0]);
  const accounts = Object.entries(item).filter(([name]) => name.includes(':'));
  return { ...emptyHead, ...Object.fromEntries(figures), accounts: Object.fromEntries(accounts) };
}

/**
 * The writes that entries make in their command's transaction: each into the ledger, and the head moved by their sums.
 * Every sum that falls is asked for again at the write, whichever it is, so that neither the fund (R25) nor cash (R29)
 * nor what an institution is due or owes ever goes below zero. All entries of a command at once, because a transaction
 * takes an item once. No writes where nothing moves.
 */
export function fundWrites(entries: readonly LedgerEntry[]): readonly Write[] {
  const { accounts, ...figures } = moveOf(entries);
  const moved = Object.entries({ ...figures, ...accounts }).filter(([, by]) => by !== 0);
  if (moved.length === 0) return [];
  return [...entries.map(entryWrite), { kind: 'update', ...headKey, set: additions(moved), ...guards(moved) }];
}

type Moves = readonly (readonly [figure: string, by: number])[];

function additions(moved: Moves): Condition {
  return {
    expression: `ADD ${moved.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
    names: Object.fromEntries(moved.map(([figure], index) => [`#n${index}`, figure])),
    values: Object.fromEntries(moved.map(([, by], index) => [`:n${index}`, by])),
  };
}

function guards(moved: Moves): { readonly condition?: Condition } {
  const falling = moved.flatMap(([, by], index) => (by < 0 ? [[index, -by] as const] : []));
  if (falling.length === 0) return {};
  const expression = falling.map(([index]) => `#n${index} >= :need${index}`).join(' AND ');
  // The names are those of the additions: DynamoDB takes each once.
  return {
    condition: { expression, values: Object.fromEntries(falling.map(([index, need]) => [`:need${index}`, need])) },
  };
}

/** How many appropriations named a document, so that a second one is seen at once. */
export const documentKey = (documentNumber: string): ItemKey => ({
  table: 'fund',
  key: { pk: `document#${comparable(documentNumber)}`, sk: 'uses' },
});

export interface DocumentItem {
  readonly appropriations: number;
}

export const documentWrite = (documentNumber: string): Write => ({
  kind: 'update',
  ...documentKey(documentNumber),
  set: { expression: 'ADD #count :one', names: { '#count': 'appropriations' }, values: { ':one': 1 } },
});
