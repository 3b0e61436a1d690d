import type { Day } from '../domain/calendar.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Write } from './transaction.ts';

const keptForDays = 400;

/** How many applications an institution has made and withdrawn on a day; beside the questions, which it may stand for. */
export const quickWithdrawalsKey = (institutionId: string, day: Day): ItemKey => ({
  table: 'questions',
  key: { pk: `withdrawn#${day}#${institutionId}` },
});

/** The count among items that were read; zero before the first. */
export const quickWithdrawalsIn = (items: Items, key: ItemKey): number =>
  items.get<{ readonly withdrawals?: number }>(key)?.withdrawals ?? 0;

/** Counts one more, kept as long as questions are. */
export const quickWithdrawalWrite = (key: ItemKey, at: string): Write => ({
  kind: 'update',
  ...key,
  set: {
    expression: 'SET #expires = :expires ADD #withdrawals :one',
    names: { '#expires': 'expiresAt', '#withdrawals': 'withdrawals' },
    values: { ':expires': Math.floor(Date.parse(at) / 1000) + keptForDays * 24 * 60 * 60, ':one': 1 },
  },
});
