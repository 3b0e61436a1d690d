import { beforeAll, describe, expect, test } from 'vitest';
import { importLayout } from '../../../shared/store/imports.ts';
import { loanLayout } from '../../../shared/store/loans.ts';
import { meterCapacity } from '../../bench/capacity-meter.ts';
import { admit, creditCode } from '../../support/fixtures.ts';
import { guardOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { aRow, importRows } from '../list/list-city.ts';
import { aLoanRow, importLoans, loanBy, rejectedOf } from './loan-city.ts';

/** As many loans as the programme had made, of 700 enterprises at two banks; every hundredth row is wrong. */
describe('a city’s loans of the years before', () => {
  let store: TestStore;
  let meter: ReturnType<typeof meterCapacity>;
  const total = 964;
  const codes = Array.from({ length: 700 }, (_, index) => creditCode(index + 1));
  const rows = Array.from({ length: total }, (_, index) =>
    aLoanRow(codes[index % 700] ?? '', `HT-${index}`, {
      institutionId: index % 3 === 0 ? 'icbc' : 'rcb',
      ...(index % 100 === 99 && { maturesOn: '2023-06-15' }),
    }),
  );

  beforeAll(async () => {
    store = await openStore();
    for (const bank of ['rcb', 'icbc']) await admit(store.services, bank);
    await importRows(
      store.services,
      codes.map((code) => aRow(code, { issuedOn: '2020-01-01' })),
    );
    meter = meterCapacity(store.services.database.client);
  });

  test('964 rows become loans, and the wrong ones are named', async () => {
    const view = await importLoans(store.services, rows);
    expect(view).toMatchObject({ kind: 'loans', state: 'done', total, processed: total, added: 955, rejected: 9 });
    const rejected = await rejectedOf(store.services, view);
    expect(rejected).toHaveLength(9);
    expect(new Set(rejected.map(([row]) => row % 100))).toEqual(new Set([0]));
    expect(new Set(rejected.map(([, code]) => code))).toEqual(new Set(['date-out-of-range']));
    expect(await faultsOfHistory(store.services, importLayout, view.importId)).toEqual([]);
    for (const contract of ['HT-1', 'HT-500', 'HT-962']) {
      const loan = await loanBy(store.services, contract);
      expect(await faultsOfHistory(store.services, loanLayout, loan?.state.loanId ?? '')).toEqual([]);
    }
    // Rows 0 and 700 are the same enterprise's, at two banks.
    expect(await guardOf(store.services, codes[0] ?? '')).toMatchObject({
      exposureFen: 120_000_000,
      'exposure:icbc': 60_000_000,
      'exposure:rcb': 60_000_000,
    });
  });

  test('the same rows again change nothing and say so', async () => {
    meter.read();
    const view = await importLoans(store.services, rows);
    expect(view).toMatchObject({ state: 'done', processed: total, added: 0, unchanged: 955, rejected: 9 });
    // Rows, progress, line, outbox and trail of the import itself; nothing of any loan or enterprise.
    expect(meter.read().itemsWritten).toBeLessThan(60);
    expect((await loanBy(store.services, 'HT-1'))?.version).toBe(1);
    expect((await guardOf(store.services, codes[0] ?? ''))?.exposureFen).toBe(120_000_000);
  });
});
