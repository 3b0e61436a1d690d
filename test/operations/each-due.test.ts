import { beforeEach, describe, expect, test, vi } from 'vitest';
import { expireDueApplications } from '../../shared/operations/applications/expire-due.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { ItemsLeft, itemLeft } from '../../shared/operations/each-due.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { applicationLayout } from '../../shared/store/applications.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, storedIn } from '../../shared/store/resource.ts';
import { eventKey } from '../../shared/store/trail.ts';
import { commit } from '../../shared/store/transaction.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { openStore, type TestStore } from '../support/store.ts';

const [first, second] = [creditCode(93), creditCode(94)];
let store: TestStore;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  for (const code of [first, second]) await list(store.services, code);
});

/** Puts something where the resource's next event belongs, as a torn restore does: the store refuses it from now on. */
async function poison(kind: 'loans' | 'applications', id: string, version: number): Promise<void> {
  const { table, key } = eventKey(kind, id, version + 1);
  const item = {
    ...key,
    at: '2026-03-02T02:00:00.000Z',
    actor: {},
    type: 'torn',
    data: {},
    previousHash: '',
    hash: '',
  };
  expect(await commit(store.services.database, [{ kind: 'put', table, item }])).toBe('committed');
}
const loanOf = async (id: string) =>
  storedIn(await readItems(store.services.database, [keyOfResource(loanLayout, id)]), loanLayout, id);
const applicationOf = async (id: string) =>
  storedIn(await readItems(store.services.database, [keyOfResource(applicationLayout, id)]), applicationLayout, id);

describe('a night job that meets an item which the store refuses for good', () => {
  test('marks every other loan, and fails so that a person is called', async () => {
    const [bad, good] = [await lend(store.services, first, 'bad'), await lend(store.services, second, 'good')];
    await poison('loans', bad, (await loanOf(bad))?.version ?? 0);
    const night = '2027-03-02T16:10:00.000Z';
    store.setNow(night);
    const log = { ...store.services.log, error: vi.fn() };
    await expect(markOverdueLoans({ ...store.services, log }, night)).rejects.toThrow(ItemsLeft);
    expect([(await loanOf(bad))?.state.state, (await loanOf(good))?.state.state]).toEqual(['active', 'overdue']);
    expect(log.error).toHaveBeenCalledExactlyOnceWith(itemLeft, expect.objectContaining({ what: 'loans', id: bad }));
  }, 60_000);

  test('ends every other application whose days are over', async () => {
    const apply = async (code: string, name: string) => {
      const command = commandBy(store.services, bank(), `each-due-${name}`);
      return String(answerOf(await submitApplication(store.services, command, anApplication(code))).applicationId);
    };
    const [bad, good] = [await apply(first, 'bad'), await apply(second, 'good')];
    await poison('applications', bad, 1);
    const night = '2026-06-02T16:10:00.000Z';
    store.setNow(night);
    await expect(expireDueApplications(store.services, night)).rejects.toThrow(
      `1 of 2 applications were left (${bad})`,
    );
    expect([(await applicationOf(bad))?.state.state, (await applicationOf(good))?.state.state]).toEqual([
      'submitted',
      'expired',
    ]);
  }, 60_000);
});
