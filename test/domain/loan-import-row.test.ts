import { describe, expect, test } from 'vitest';
import { judgeLoanRow, readLoanRow } from '../../shared/domain/loan-import-row.ts';
import { judgeLoanRows } from '../../shared/domain/loan-import-rows.ts';
import { creditCode } from '../support/fixtures.ts';
import { code, codeOfDigits } from './cases.ts';

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
    expect(judge({ creditCode: ` ${code.toLowerCase()} `, contractNumber: ' HT-1 ' })).toEqual({
      ...good,
      noteNumber: '',
      guarantorId: null,
      class: 'normal',
      interestPaidFen: 0,
      originalMaturesOn: null,
      annualRatePpm: null,
      repaidOn: null,
    });
  });

  test.each([
    ['creditCode', 'credit-code-invalid'],
    ['institutionId', 'institution-id-invalid'],
    ['contractNumber', 'contract-number-invalid'],
    ['mode', 'mode-invalid'],
    ['amountFen', 'amount-invalid'],
    ['outstandingFen', 'amount-invalid'],
    ['annualRateBp', 'rate-invalid'],
    ['appliedOn', 'date-invalid'],
    ['disbursedOn', 'date-invalid'],
    ['maturesOn', 'date-invalid'],
  ])('that leaves out %s is rejected: %s', (field, expected) => {
    const left = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
    expect(judgeLoanRow(readLoanRow(left))).toBe(expected);
  });

  test.each([
    [{ creditCode: codeOfDigits }],
    [{ institutionId: 'a'.repeat(40) }],
    [{ guarantorId: '1-st', mode: 'guarantee' }],
    [{ contractNumber: 'x'.repeat(100), noteNumber: 'x'.repeat(100) }],
    [{ amountFen: 1, outstandingFen: 1 }],
    [{ outstandingFen: 0, repaidOn: '2024-01-01' }],
    [{ outstandingFen: 100, interestPaidFen: 1, class: 'loss' }],
    [{ annualRateBp: 0, annualRatePpm: 0 }],
    [{ annualRateBp: 1_000_000 }],
    // The finer rate lies less than a basis point beside the other.
    [{ annualRateBp: 435, annualRatePpm: 43_401 }],
    [{ annualRateBp: 435, annualRatePpm: 43_599 }],
  ])('with %o is taken as it is', (change) => {
    expect(judge(change)).toMatchObject(change);
  });

  // As texts most of them would do: a value of another type is not guessed at.
  test.each([
    [{ creditCode: Number(codeOfDigits) }, 'credit-code-invalid'],
    [{ institutionId: 7 }, 'institution-id-invalid'],
    [{ contractNumber: 7 }, 'contract-number-invalid'],
    [{ noteNumber: 7 }, 'note-number-invalid'],
    [{ mode: null }, 'mode-invalid'],
    [{ guarantorId: 7 }, 'guarantor-id-invalid'],
    [{ class: {} }, 'class-invalid'],
    [{ interestPaidFen: '0' }, 'amount-invalid'],
    [{ annualRatePpm: '43500' }, 'rate-invalid'],
    [{ repaidOn: {} }, 'date-invalid'],
  ])('with %o of another type is rejected: %s', (change, expected) => {
    expect(judge(change)).toBe(expected);
  });

  test('that names a guarantor is in guarantee mode, whatever it says (R12)', () => {
    expect(judge({ guarantorId: 'talent-guarantee' })).toMatchObject({ mode: 'guarantee' });
  });

  test.each([
    [{ surprise: 1 }, 'field-unknown'],
    [{ creditCode: 'X' }, 'credit-code-invalid'],
    [{ creditCode: 1 }, 'credit-code-invalid'],
    [{ institutionId: 'RCB !' }, 'institution-id-invalid'],
    [{ institutionId: '-rcb' }, 'institution-id-invalid'],
    [{ institutionId: 'rcb!' }, 'institution-id-invalid'],
    [{ institutionId: 'a'.repeat(41) }, 'institution-id-invalid'],
    [{ contractNumber: '  ' }, 'contract-number-invalid'],
    [{ contractNumber: 'x'.repeat(101) }, 'contract-number-invalid'],
    [{ contractNumber: 'ﷺ'.repeat(100) }, 'contract-number-invalid'],
    [{ noteNumber: 'ﷺ'.repeat(12) }, 'note-number-invalid'],
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
    [{ annualRateBp: 1_000_001 }, 'rate-invalid'],
    [{ annualRateBp: 0, annualRatePpm: -1 }, 'rate-invalid'],
    [{ annualRateBp: 435, annualRatePpm: 43_400 }, 'rate-invalid'],
    [{ annualRateBp: 435, annualRatePpm: 43_600 }, 'rate-invalid'],
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
