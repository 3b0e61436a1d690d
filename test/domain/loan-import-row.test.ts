import { describe, expect, test } from 'vitest';
import { judgeLoanRow, readLoanRow } from '../../shared/domain/loan-import-row.ts';
import { judgeLoanRows } from '../../shared/domain/loan-import-rows.ts';
import { creditCode } from '../support/fixtures.ts';

const code = creditCode(1);
const good = {
  creditCode: code,
  institutionId: 'rcb',
  contractNumber: 'HT-1',
  amountFen: 100,
  mode: 'credit',
  appliedOn: '2023-06-01',
  disbursedOn: '2023-06-15',
  maturesOn: '2024-06-14',
  annualRateBp: 435,
  outstandingFen: 60,
};
const judge = (change: Readonly<Record<string, unknown>>) => judgeLoanRow(readLoanRow({ ...good, ...change }));

describe('a row of a loan import', () => {
  test('is normalised: code, width, blanks; what is left out is what it stands for', () => {
    expect(judge({ creditCode: ` ${code.toLowerCase()} `, contractNumber: ' HT-1 ' })).toMatchObject({
      creditCode: code,
      contractNumber: 'HT-1',
      noteNumber: '',
      guarantorId: null,
      class: 'normal',
      interestPaidFen: 0,
      originalMaturesOn: null,
      repaidOn: null,
    });
  });

  test('that names a guarantor is in guarantee mode, whatever it says (R12)', () => {
    expect(judge({ guarantorId: 'talent-guarantee' })).toMatchObject({ mode: 'guarantee' });
  });

  test.each([
    [{ surprise: 1 }, 'field-unknown'],
    [{ creditCode: 'X' }, 'credit-code-invalid'],
    [{ creditCode: 1 }, 'credit-code-invalid'],
    [{ institutionId: 'RCB !' }, 'institution-id-invalid'],
    [{ contractNumber: '  ' }, 'contract-number-invalid'],
    [{ contractNumber: 'x'.repeat(101) }, 'contract-number-invalid'],
    [{ noteNumber: 'x'.repeat(101) }, 'note-number-invalid'],
    [{ mode: 'gift' }, 'mode-invalid'],
    [{ guarantorId: '?' }, 'guarantor-id-invalid'],
    [{ class: 'fine' }, 'class-invalid'],
    [{ amountFen: 0 }, 'amount-invalid'],
    [{ amountFen: 1.5 }, 'amount-invalid'],
    [{ amountFen: '100' }, 'amount-invalid'],
    [{ amountFen: 2 ** 53 }, 'amount-invalid'],
    [{ outstandingFen: -1 }, 'amount-invalid'],
    [{ interestPaidFen: -1 }, 'amount-invalid'],
    [{ annualRateBp: -1 }, 'rate-invalid'],
    [{ appliedOn: '2023-02-29' }, 'date-invalid'],
    [{ repaidOn: 'soon' }, 'date-invalid'],
    [{ outstandingFen: 101 }, 'outstanding-exceeds-amount'],
    [{ outstandingFen: 0 }, 'repaid-contradicts'],
    [{ outstandingFen: 1, repaidOn: '2024-01-01' }, 'repaid-contradicts'],
  ])('with %o is rejected: %s', (change, expected) => {
    expect(judge(change)).toBe(expected);
  });

  test.each([null, undefined, 7, 'row', [], [good]])('that is %o is no row', (raw) => {
    expect(judgeLoanRow(readLoanRow(raw))).toBe('row-malformed');
  });

  test('stands with the others of its enterprise by the day of application, those of one day as they came', () => {
    const other = creditCode(2);
    const rows = [
      { ...good, contractNumber: 'late', appliedOn: '2023-06-10' },
      { ...good, creditCode: other, contractNumber: 'other' },
      { ...good, contractNumber: 'early-1' },
      'bad',
      { ...good, contractNumber: 'early-2' },
      { ...good, contractNumber: 'later', appliedOn: '2023-06-11' },
    ];
    const { accepted, rejected } = judgeLoanRows(rows.map(readLoanRow));
    expect(accepted.map(({ row, contractNumber }) => [row, contractNumber])).toEqual([
      [3, 'early-1'],
      [5, 'early-2'],
      [1, 'late'],
      [6, 'later'],
      [2, 'other'],
    ]);
    expect(rejected.map(({ row, code: reason }) => [row, reason])).toEqual([[4, 'row-malformed']]);
  });
});
