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

test('events that bring money move the head once, and ring for the line that may wait for it', async () => {
  const { services } = await openStore();
  const { writes, jobs } = bookEvents('fund', 'apr-1', 0, [appropriated('a'), appropriated('b')], at);
  expect(jobs).toMatchObject([{ queue: 'settlement', message: { kind: 'settlement-line' } }]);
  // Two entries and one head: DynamoDB refuses a transaction that names an item twice.
  expect(writes).toHaveLength(3);
  expect(await commit(services.database, writes)).toBe('committed');
  expect(await readFund(services)).toMatchObject({ appropriatedFen: 14, entries: 2 });
});

test('events that move no money write nothing and ring for nobody', () => {
  expect(bookEvents('fund', 'apr-1', 0, [{ type: 'other', data: {} }], at)).toEqual({ writes: [], jobs: [] });
});
