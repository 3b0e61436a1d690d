import type { Language } from './language.ts';

/** A cell: text, or an amount in fen, which a sheet shows in yuan. */
export type SheetCell = string | null | { readonly fen: number | null };

/** A row of the payment list, as far as its sheet shows it. */
export interface PaymentSheetRow {
  readonly claimId: string;
  readonly institutionId: string;
  readonly institutionName: string | null;
  readonly creditCode: string;
  readonly enterpriseName: string | null;
  readonly contractNumber: string | null;
  readonly meetingId: string | null;
  readonly settledOn: string | null;
  readonly lossFen: number | null;
  readonly shares: {
    readonly fundFen: number;
    readonly guarantorFen: number;
    readonly institutionFen: number;
  } | null;
  readonly setOffFen: number | null;
  readonly payableFen: number | null;
}

const columns: readonly {
  readonly zh: string;
  readonly en: string;
  readonly of: (row: PaymentSheetRow) => SheetCell;
}[] = [
  { zh: '代偿申请编号', en: 'Claim', of: ({ claimId }) => claimId },
  { zh: '机构编号', en: 'Institution', of: ({ institutionId }) => institutionId },
  { zh: '机构名称', en: 'Name of the institution', of: ({ institutionName }) => institutionName },
  { zh: '统一社会信用代码', en: 'Credit code', of: ({ creditCode }) => creditCode },
  { zh: '企业名称', en: 'Enterprise', of: ({ enterpriseName }) => enterpriseName },
  { zh: '合同号', en: 'Contract', of: ({ contractNumber }) => contractNumber },
  { zh: '会议编号', en: 'Meeting', of: ({ meetingId }) => meetingId },
  { zh: '核定日期', en: 'Settled on', of: ({ settledOn }) => settledOn },
  { zh: '认定损失（元）', en: 'Loss (yuan)', of: ({ lossFen }) => ({ fen: lossFen }) },
  { zh: '资金承担（元）', en: 'Fund (yuan)', of: ({ shares }) => ({ fen: shares?.fundFen ?? null }) },
  { zh: '担保机构承担（元）', en: 'Guarantor (yuan)', of: ({ shares }) => ({ fen: shares?.guarantorFen ?? null }) },
  { zh: '金融机构承担（元）', en: 'Bank (yuan)', of: ({ shares }) => ({ fen: shares?.institutionFen ?? null }) },
  { zh: '抵扣（元）', en: 'Set off (yuan)', of: ({ setOffFen }) => ({ fen: setOffFen }) },
  { zh: '应拨付（元）', en: 'To be paid (yuan)', of: ({ payableFen }) => ({ fen: payableFen }) },
];

/** The payment list as rows of cells, its headings first. */
export const paymentSheet = (
  language: Language,
  rows: readonly PaymentSheetRow[],
): readonly (readonly SheetCell[])[] => [
  columns.map((column) => column[language]),
  ...rows.map((row) => columns.map(({ of }) => of(row))),
];

/** Fen as yuan with two decimals, exactly: 123456 is `1234.56`. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
