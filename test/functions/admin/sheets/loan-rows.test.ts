import { describe, expect, test } from 'vitest';
import { withInstitutionIds } from '../../../../functions/admin/pages/loan-import/institution-ids.ts';
import { templateRows } from '../../../../functions/admin/pages/loan-import/template.ts';
import { fenOf, rateOf, readLoanRows } from '../../../../functions/admin/sheets/loan-rows.ts';

const read = (rows: readonly (readonly (string | number)[])[]) => readLoanRows(rows.map((row) => row.map(String)));

describe('a sheet of loans', () => {
  test('is read by its own template, the loan of the first compensation as the API takes it', () => {
    expect(read(templateRows).rows).toEqual([
      {
        creditCode: '91330482MA28A1B2XL',
        institutionId: '平湖农商银行',
        contractNumber: 'HT-2021-0001',
        amountFen: 30_000_000,
        outstandingFen: 30_000_000,
        mode: 'credit',
        annualRateBp: 435,
        appliedOn: '2021-03-20',
        disbursedOn: '2021-03-25',
        maturesOn: '2023-03-24',
        originalMaturesOn: '2022-03-24',
        interestPaidFen: 1_319_500,
        class: 'doubtful',
      },
    ]);
  });

  test('is read by what banks call the columns, 到期日 apart from 原到期日 and amounts in 万元 where the heading says so', () => {
    const sheet = read([
      ['2023年贷款明细'],
      [
        '信用代码',
        '放款银行',
        '借款合同号',
        '贷款金额（万元）',
        '贷款余额（元）',
        '担保方式',
        '执行利率',
        '申请日',
        '放款日',
        '原到期日期',
        '贷款到期日',
      ],
      [
        'x',
        'rcb',
        'A-1',
        '30.5',
        '1,000.05',
        '知识产权质押',
        '4.785%',
        '2023/1/5',
        '20230110',
        '2024-01-09',
        '2025.1.9',
      ],
    ]);
    expect(sheet.rows).toEqual([
      {
        creditCode: 'x',
        institutionId: 'rcb',
        contractNumber: 'A-1',
        amountFen: 30_500_000,
        outstandingFen: 100_005,
        mode: 'ip-pledge',
        annualRateBp: 479,
        annualRatePpm: 47_850,
        appliedOn: '2023-01-05',
        disbursedOn: '2023-01-10',
        originalMaturesOn: '2024-01-09',
        maturesOn: '2025-01-09',
      },
    ]);
  });

  test('keeps what it does not understand, for the API to refuse', () => {
    const [header = [], example = []] = templateRows;
    const odd = example.map((cell, index) =>
      index === 4 || index === 8 ? '约三十万' : index === 6 ? '其它方式' : cell,
    );
    expect(read([header, odd]).rows).toMatchObject([
      { amountFen: '约三十万', annualRateBp: '约三十万', mode: '其它方式' },
    ]);
  });

  test('without the columns that it needs is refused', () => {
    expect(() =>
      read([
        ['信用代码', '企业名称'],
        ['x', 'y'],
      ]),
    ).toThrow('no-header');
  });

  test.each([
    ['300000', false, 30_000_000],
    ['¥300,000.50元', false, 30_000_050],
    ['0.29', false, 29],
    ['1.005', false, null],
    ['18.000000', true, 18_000_000],
    ['0.1234567', true, null],
    ['19.999999999999996', true, 20_000_000],
    ['三十万', false, null],
    ['-5', false, null],
  ])('takes the amount %s (万元: %s) for %s fen', (text, inTenThousands, fen) => {
    expect(fenOf(text, inTenThousands)).toBe(fen);
  });

  test.each([
    ['4.35', { annualRateBp: 435 }],
    ['4.35%', { annualRateBp: 435 }],
    ['4.35 ％', { annualRateBp: 435 }],
    ['0.0435', { annualRateBp: 435 }],
    ['4.785', { annualRateBp: 479, annualRatePpm: 47_850 }],
    ['四点三', null],
  ])('takes the rate %s for %j', (text, rate) => {
    expect(rateOf(text)).toEqual(rate);
  });
});

describe('institutions in a sheet', () => {
  test('go by their ids where their names are known, and stay as they are where not', () => {
    const known = [{ institutionId: 'rcb', name: '平湖农商银行' }];
    const rows = [
      { creditCode: 'x', institutionId: '平湖农商银行', guarantorId: '某担保' },
      { creditCode: 'y', institutionId: 'icbc' },
    ];
    expect(withInstitutionIds(rows, known)).toEqual([
      { creditCode: 'x', institutionId: 'rcb', guarantorId: '某担保' },
      { creditCode: 'y', institutionId: 'icbc' },
    ]);
  });
});
