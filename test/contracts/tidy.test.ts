import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { Disburse } from '../../shared/contracts/applications.ts';
import { ShortText, Text } from '../../shared/contracts/fields.ts';
import { AppropriateFund } from '../../shared/contracts/fund.ts';
import { PayClaim, RecordRemittance } from '../../shared/contracts/payments.ts';
import { DraftPolicy } from '../../shared/contracts/policies.ts';
import { comparable, isComparable, tidy, tidyText } from '../../shared/domain/tidy.ts';

const disbursement = { amountFen: 1, disbursedOn: '2026-03-02', maturesOn: '2027-03-02', annualRateBp: 365 };

describe('a free text', () => {
  test('keeps its line breaks and loses what nobody sees', () => {
    expect(tidyText('一\r\n二\r三\u2028四')).toBe('一\n二\n三\n四');
    expect(tidyText('退\u0000回\u202e原\u200b因\u2066')).toBe('退回原因');
    expect(tidyText('a\tb')).toBe('a b');
  });

  test.each(['\u200b', '\u202e\u2066', '\u0000', ' \n '])('of nothing but %j is empty, and refused', (text) => {
    expect(Text.safeParse(text).success).toBe(false);
    expect(ShortText.safeParse(text).success).toBe(false);
  });

  test('is as long as what is left of it', () => {
    expect(Text.safeParse(`${'字'.repeat(2000)}\u200b`)).toMatchObject({ success: true, data: '字'.repeat(2000) });
    expect(Text.safeParse('字'.repeat(2001)).success).toBe(false);
  });
});

describe('a number that is compared', () => {
  test('is one line, folded in width and trimmed', () => {
    expect(tidy(' HT\u200b－1\n2 ')).toBe('HT －1 2');
    expect(comparable(' ＨＴ－１ ')).toBe('HT-1');
  });

  test.each([
    ['the longest that folds to itself', '合'.repeat(100), true],
    ['one that folds to 198 characters', 'ﷺ'.repeat(11), true],
    ['one that folds to 216 characters', 'ﷺ'.repeat(12), false],
    ['one that folds to three thousand bytes', 'ﷺ'.repeat(100), false],
  ])('%s is judged by its length after folding', (_, number, isTaken) => {
    expect(isComparable(number)).toBe(isTaken);
    expect(ShortText.safeParse(number).success).toBe(isTaken);
  });
});

describe.each([
  ['a contract number', Disburse, { ...disbursement, noteNumber: '' }, 'contractNumber'],
  ['a note number', Disburse, { ...disbursement, contractNumber: 'HT-1' }, 'noteNumber'],
  ['a document number', AppropriateFund, { amountFen: 1, appropriatedOn: '2026-03-02' }, 'documentNumber'],
  ['a voucher number', PayClaim, { paidOn: '2026-03-02' }, 'voucherNumber'],
  ['a number of a remittance', RecordRemittance, { amountFen: 1, receivedOn: '2026-03-02' }, 'voucherNumber'],
] as const)('%s', (_, schema: z.ZodMiniType, others, field) => {
  test.each([
    ['合'.repeat(100), true],
    ['ﷺ'.repeat(11), true],
    ['ﷺ'.repeat(12), false],
    ['ﷺ'.repeat(100), false],
  ])(
    'is refused with its request, not by the store, if it unfolds to more than a key may be: %s',
    (number, isTaken) => {
      const { success, error } = schema.safeParse({ ...others, [field]: number });
      expect(success).toBe(isTaken);
      if (!isTaken) expect(error?.issues).toMatchObject([{ path: [field], message: 'too-long-folded' }]);
    },
  );
});

test.each([
  [1e-200, false],
  [0.001, false],
  [0.01, true],
  [0, true],
  [7.25, true],
  [1_000_000, true],
  [1_000_000.01, false],
])('a leverage of %d is a parameter: %s', (maxOutstandingOverFundBalance, isTaken) => {
  const draft = {
    name: '新办法',
    effectiveFrom: '2027-01-01',
    source: { title: '办法' },
    parameters: { maxOutstandingOverFundBalance },
  };
  expect(DraftPolicy.safeParse(draft).success).toBe(isTaken);
});
