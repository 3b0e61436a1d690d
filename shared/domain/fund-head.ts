import type { LedgerEntry, LedgerLine } from './ledger.ts';
import type { Fen } from './money.ts';

/**
 * The sums of the whole ledger. `spendableFen` is balance less receivables (R25), which is
 * also cash less payables: what lies in the fund and is owed to nobody.
 */
export const fundFigures = [
  'appropriatedFen',
  'compensatedFen',
  'recoveredFen',
  'cashFen',
  'payableFen',
  'receivableFen',
  'paidFen',
  'spendableFen',
  'entries',
] as const;
export type FundFigure = (typeof fundFigures)[number];

/**
 * The head of the fund (资金总账): its sums, and the balance of each institution's accounts by account. A guard whose
 * truth is the recount of the entries (R30); of some entries alone, what they change, below zero where a sum falls.
 */
export interface FundHead extends Readonly<Record<FundFigure, number>> {
  readonly accounts: Readonly<Record<string, Fen>>;
}

export const emptyHead: FundHead = {
  appropriatedFen: 0,
  compensatedFen: 0,
  recoveredFen: 0,
  cashFen: 0,
  payableFen: 0,
  receivableFen: 0,
  paidFen: 0,
  spendableFen: 0,
  entries: 0,
  accounts: {},
};

/** The head after some entries more. */
export const headAfter = (head: FundHead, entries: readonly LedgerEntry[]): FundHead => entries.reduce(addEntry, head);

/** What some entries change, each sum by how much. */
export const moveOf = (entries: readonly LedgerEntry[]): FundHead => headAfter(emptyHead, entries);

/** Falls at settlement, not at payment (R29). */
export const balanceOf = ({ appropriatedFen, recoveredFen, compensatedFen }: FundHead): Fen =>
  appropriatedFen + recoveredFen - compensatedFen;

/** Whether some entries are a credit to the fund: money that the line of waiting claims may take (R25). */
export const isCredit = (entries: readonly LedgerEntry[]): boolean => moveOf(entries).spendableFen > 0;

/** Whether there is enough; if not, how much is there and how much is missing. */
export type Cover =
  | { readonly covered: true }
  | {
      readonly covered: false;
      readonly neededFen: Fen;
      readonly availableFen: Fen;
      readonly missingFen: Fen;
    };

/** Whether the fund's part of a settlement can be met in full: never in part, and not by what is only promised (R25). */
export const coverOfSettlement = ({ spendableFen }: Pick<FundHead, 'spendableFen'>, fundFen: Fen): Cover =>
  coverOf(spendableFen, fundFen);

/** Whether cash covers a payment (R29). */
export const coverOfPayment = ({ cashFen }: FundHead, amountFen: Fen): Cover => coverOf(cashFen, amountFen);

const coverOf = (availableFen: Fen, neededFen: Fen): Cover =>
  // Nothing needed is always there: claims whose fund part is 0 pass (R25).
  neededFen === 0 || neededFen <= availableFen
    ? { covered: true }
    : { covered: false, neededFen, availableFen, missingFen: neededFen - availableFen };

function addEntry(head: FundHead, { lines }: LedgerEntry): FundHead {
  const debited = (account: string): Fen => debitOf(lines, (name) => name === account);
  const cash = debited('cash');
  const payable = -debitOf(lines, (name) => name.startsWith('payable:'));
  const receivable = debitOf(lines, (name) => name.startsWith('receivable:'));
  return {
    appropriatedFen: head.appropriatedFen - debited('appropriated'),
    compensatedFen: head.compensatedFen + debited('compensation'),
    recoveredFen: head.recoveredFen - debited('recovered'),
    cashFen: head.cashFen + cash,
    payableFen: head.payableFen + payable,
    receivableFen: head.receivableFen + receivable,
    // Cash against a payable is a payment; the other way round, one that came back.
    paidFen: head.paidFen - (payable === 0 ? 0 : cash),
    spendableFen: head.spendableFen + cash - payable,
    entries: head.entries + 1,
    accounts: lines.reduce(addLine, head.accounts),
  };
}

/** Debits less credits of the accounts of a name. */
const debitOf = (lines: readonly LedgerLine[], isOf: (account: string) => boolean): Fen =>
  lines.reduce((sum, { account, debitFen, creditFen }) => (isOf(account) ? sum + debitFen - creditFen : sum), 0);

function addLine(accounts: FundHead['accounts'], { account, debitFen, creditFen }: LedgerLine): FundHead['accounts'] {
  if (!account.includes(':')) return accounts;
  const raiseFen = account.startsWith('payable:') ? creditFen - debitFen : debitFen - creditFen;
  return { ...accounts, [account]: (accounts[account] ?? 0) + raiseFen };
}
