import { beforeAll, describe, expect, test } from 'vitest';
import { recountFigures } from '../../../shared/operations/checks/recount-figures.ts';
import { acceptLoanImport } from '../../../shared/operations/loan-imports/accept.ts';
import { importLayout } from '../../../shared/store/imports.ts';
import { loanLayout } from '../../../shared/store/loans.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { admit, commandBy, creditCode, list, office } from '../../support/fixtures.ts';
import { guardOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { answered, nextKey, shown, workAll } from '../list/list-city.ts';
import { aLoanRow, loanBy } from './loan-city.ts';

/** Every call to DynamoDB and SQS on the way of a loan import, each met by every fault: each loan is there once. */
describe('every single fault on the way of a loan import', () => {
  let store: TestStore;
  let hook: FaultHook;
  let next = 4000;
  beforeAll(async () => {
    store = await openStore();
    await admit(store.services, 'rcb');
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  /** Two loans of one enterprise, one of another, one bad row. */
  async function importSome(arm: () => void): Promise<{ importId: string; codes: readonly [string, string] }> {
    const { services } = store;
    hook.arm(null, 0);
    const codes = [creditCode(++next), creditCode(++next)] as const;
    for (const code of codes) await list(services, code);
    const [first, second] = codes;
    const rows = [
      aLoanRow(first, `A-${first}`),
      aLoanRow(first, `B-${first}`, { outstandingFen: 10_000_000, class: 'doubtful' }),
      aLoanRow(second, `A-${second}`, { outstandingFen: 0, repaidOn: '2024-01-01' }),
      'bad',
    ];
    const key = nextKey();
    arm();
    const body = await insist(hook, async () =>
      answered(await acceptLoanImport(services, commandBy(services, office(), key), { rows })),
    );
    await insist(hook, () => workAll(services));
    return { importId: String(body.importId), codes };
  }

  async function expectOnce({ importId, codes }: Awaited<ReturnType<typeof importSome>>): Promise<void> {
    hook.arm(null, 0);
    const { services } = store;
    expect(await shown(services, importId)).toMatchObject({ state: 'done', processed: 4, added: 3, rejected: 1 });
    expect(await faultsOfHistory(services, importLayout, importId)).toEqual([]);
    const [first, second] = codes;
    for (const contract of [`A-${first}`, `B-${first}`, `A-${second}`]) {
      const loan = await loanBy(services, contract);
      expect(await faultsOfHistory(services, loanLayout, loan?.state.loanId ?? '')).toEqual([]);
    }
    expect(await guardOf(services, first)).toMatchObject({ exposureFen: 70_000_000, defaults: 1 });
    expect(await guardOf(services, second)).toMatchObject({ exposureFen: 0, defaults: 0 });
  }

  test('all calls × all faults leave each loan once, exposure and figures as they should be', async () => {
    await expectOnce(await importSome(() => hook.arm(null, 0)));
    await importSome(() => hook.arm(null, 0));
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(10);
    const metBefore = hook.met;
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) await expectOnce(await importSome(() => hook.arm(fault, site)));
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites * faults.length);
    expect((await recountFigures(store.services)).differences).toEqual([]);
  });
});
