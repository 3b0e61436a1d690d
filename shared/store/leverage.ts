import type { FundHead } from '../domain/fund-head.ts';
import type { ItemKey } from './database.ts';
import { headKey } from './fund.ts';
import type { Items } from './read.ts';
import { absent, type Write } from './transaction.ts';

/** Where disbursements take turns while a version limits the leverage; nobody writes it otherwise. */
export const turnKey: ItemKey = { table: 'fund', key: { pk: 'leverage', sk: 'turn' } };

/**
 * Takes a turn, where nobody has since the turn was read: what is outstanding, read after it, can then only have fallen.
 */
export function turnWrite(items: Items): Write {
  const turn = items.get<{ readonly turn: number }>(turnKey)?.turn ?? 0;
  const names = { '#turn': 'turn' };
  return {
    kind: 'update',
    ...turnKey,
    set: { expression: 'SET #turn = :next', names, values: { ':next': turn + 1 } },
    condition: turn === 0 ? absent('turn') : { expression: '#turn = :read', names, values: { ':read': turn } },
  };
}

/** The fund's balance is no lower than it was read: nothing was settled since; credits only raise it. */
export function balanceCheck({ compensatedFen }: FundHead): Write {
  const names = { '#compensated': 'compensatedFen' };
  return {
    kind: 'check',
    ...headKey,
    condition:
      compensatedFen === 0
        ? { expression: 'attribute_not_exists(#compensated) OR #compensated = :zero', names, values: { ':zero': 0 } }
        : { expression: '#compensated = :compensated', names, values: { ':compensated': compensatedFen } },
  };
}
