import { expect, test } from 'vitest';
import { bookEvents } from '../../../shared/operations/fund/book.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { openStore } from '../../support/store.ts';

const at = '2026-03-02T02:00:00.000Z';
const appropriated = (appropriationId: string) => ({
  type: 'fund-appropriated',
  data: { appropriationId, amountFen: 7, documentNumber: 'D', appropriatedOn: '2026-03-02' },
});

test('events that bring money are a credit, and move the head once, with what awaits money', async () => {
  const { services } = await openStore();
  const { writes, isCredit } = bookEvents('fund', 'apr-1', 0, [appropriated('a'), appropriated('b')], at, 3);
  expect(isCredit).toBe(true);
  // Two entries and one head: DynamoDB refuses a transaction that names an item twice.
  expect(writes).toHaveLength(3);
  expect(await commit(services.database, writes)).toBe('committed');
  expect(await readFund(services)).toMatchObject({ appropriatedFen: 14, awaitingFen: 3, entries: 2 });
});

test('events that move no money are no credit and write nothing', () => {
  expect(bookEvents('fund', 'apr-1', 0, [{ type: 'other', data: {} }], at)).toEqual({ writes: [], isCredit: false });
});
