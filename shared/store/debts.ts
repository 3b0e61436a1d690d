import type { Day } from '../domain/calendar.ts';
import { type Debt, nextOverdueOn } from '../domain/debt.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { type Items, queryAll } from './read.ts';
import { absent, type Condition, type Write } from './transaction.ts';

/** What the claims of an institution owe the fund lies in one range: whoever sets off reads it whole, and finds few. */
const debtsOf = (institutionId: string): string => `debts#${institutionId}`;

export const debtKey = (institutionId: string, claimId: string): ItemKey => ({
  table: 'fund',
  key: { pk: debtsOf(institutionId), sk: claimId },
});

const toDebt = (item: object): Debt => {
  const { claimId, institutionId, parts, seenThrough } = item as Debt;
  return { claimId, institutionId, parts, seenThrough };
};

/** What a claim's recoveries owe, among items that were read. */
export function debtIn(items: Items, institutionId: string, claimId: string): Debt {
  const item = items.get(debtKey(institutionId, claimId));
  return item ? toDebt(item) : { claimId, institutionId, parts: [], seenThrough: '' };
}

/** All that an institution owes, claim by claim. */
export async function readDebts(database: Database, institutionId: string): Promise<readonly Debt[]> {
  const names = { '#pk': 'pk' };
  const values = { ':pk': debtsOf(institutionId) };
  const debts: Debt[] = [];
  for await (const item of queryAll(database, { table: 'fund', expression: '#pk = :pk', names, values })) {
    debts.push(toDebt(item));
  }
  return debts;
}

/**
 * Writes a debt as it is now, only where it is as it was read; paid whole, it is taken away. Its place in `due` is the
 * first day on which a part of it becomes overdue that the night job has not seen.
 */
export function debtWrite(before: Debt, after: Debt): Write {
  const key = debtKey(after.institutionId, after.claimId);
  const condition = before.parts.length === 0 ? absent() : unchanged(before);
  if (after.parts.length === 0) return { kind: 'remove', ...key, condition };
  const item: Item = { ...key.key, ...after, ...duePlace(after, nextOverdueOn(after)) };
  return { kind: 'put', table: 'fund', item, condition };
}

const duePlace = ({ claimId, institutionId }: Debt, dueOn: Day | null): Item =>
  dueOn === null ? {} : { dueList: 'due', dueKey: `${dueOn}#${institutionId}#${claimId}` };

/** By what it is, not by a version: one that was paid and owed anew is the same only where it says the same. */
const unchanged = ({ parts }: Debt): Condition => ({
  expression: '#parts = :partsRead',
  names: { '#parts': 'parts' },
  values: { ':partsRead': parts },
});
