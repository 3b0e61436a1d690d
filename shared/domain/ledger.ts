import type { Day } from './calendar.ts';
import type { ResourceKind } from './event.ts';
import type { Fen } from './money.ts';

/** An account (会计科目) of the compensation fund (R29). */
export type Account =
  | 'cash'
  | 'appropriated'
  | 'compensation'
  | 'recovered'
  | `payable:${string}`
  | `receivable:${string}`;

/** One side of an entry: of debit (借方) and credit (贷方) one is the amount in fen, the other 0. */
export interface LedgerLine {
  readonly account: Account;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

export const entryTypes = [
  'appropriation',
  'settlement',
  'payment',
  'recovery',
  'remittance',
  'set-off',
  'reversal',
] as const;
export type EntryType = (typeof entryTypes)[number];

/** The paper on which an entry rests (原始凭证); each part null where there is none of it. */
export interface EntryDocument {
  readonly documentNumber: string | null;
  readonly voucherNumber: string | null;
  readonly claimId: string | null;
  readonly meetingId: string | null;
}

/** The event of the trail that moved the money. */
export interface EntrySource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly sequence: number;
}

/** A movement of money as a balanced double entry (会计分录). Never changed; a correction mirrors it (R40). */
export interface LedgerEntry {
  readonly entryId: string;
  readonly type: EntryType;
  /** The business day on which the money moved. */
  readonly bookedOn: Day;
  /** The instant at which it was entered. */
  readonly at: string;
  readonly document: EntryDocument;
  readonly source: EntrySource;
  readonly lines: readonly LedgerLine[];
  /** Of a reversal: the entry that it mirrors. */
  readonly reverses: string | null;
}

/** What one movement puts on which side, before it becomes an entry. */
export interface Posting {
  readonly type: EntryType;
  readonly lines: readonly LedgerLine[];
  readonly reverses: string | null;
}

/** What all entries of one event have in common. */
export interface Booking {
  readonly source: EntrySource;
  readonly at: string;
  readonly bookedOn: Day;
  readonly document: Partial<EntryDocument>;
}

/** The finance bureau puts money in (拨款): cash / appropriated. */
export const appropriationOf = (amountFen: Fen): Posting => move('appropriation', 'cash', 'appropriated', amountFen);

/** The fund's part of a loss becomes due to an institution (结算): compensation / payable. */
export const settlementOf = (institutionId: string, fundFen: Fen): Posting =>
  move('settlement', 'compensation', `payable:${institutionId}`, fundFen);

/** What is due is paid out (拨付): payable / cash. */
export const paymentOf = (institutionId: string, amountFen: Fen): Posting =>
  move('payment', `payable:${institutionId}`, 'cash', amountFen);

/** The fund's part of what an institution recovered becomes due from it (追偿): receivable / recovered. */
export const recoveryOf = (institutionId: string, fundFen: Fen): Posting =>
  move('recovery', `receivable:${institutionId}`, 'recovered', fundFen);

/** An institution hands over what it recovered (追偿款缴回): cash / receivable. */
export const remittanceOf = (institutionId: string, amountFen: Fen): Posting =>
  move('remittance', 'cash', `receivable:${institutionId}`, amountFen);

/** What an institution owes is taken off what is due to it (抵扣): payable / receivable. */
export const setOffOf = (institutionId: string, amountFen: Fen): Posting =>
  move('set-off', `payable:${institutionId}`, `receivable:${institutionId}`, amountFen);

/** An entry taken back (冲销): the same amounts on the other sides. */
export const reversalOf = ({ entryId, lines }: Pick<LedgerEntry, 'entryId' | 'lines'>): Posting => ({
  type: 'reversal',
  lines: lines.map(({ account, debitFen, creditFen }) => ({ account, debitFen: creditFen, creditFen: debitFen })),
  reverses: entryId,
});

/** The id of an event's entry with a number within it, from 1. */
export const entryIdOf = ({ id, sequence }: Pick<EntrySource, 'id' | 'sequence'>, number: number): string =>
  `${id}-${sequence}-${number}`;

/**
 * The entries of one event, numbered within it; a posting of zero makes none. The same event makes the same entries,
 * so that the ledger can be proved against the trail.
 */
export function book(
  { source, at, bookedOn, document }: Booking,
  postings: readonly Posting[],
): readonly LedgerEntry[] {
  const moving = postings.filter(({ lines }) => lines.some(({ debitFen }) => debitFen > 0));
  return moving.map(({ type, lines, reverses }, index) => ({
    entryId: entryIdOf(source, index + 1),
    type,
    bookedOn,
    at,
    document: { documentNumber: null, voucherNumber: null, claimId: null, meetingId: null, ...document },
    source,
    lines,
    reverses,
  }));
}

/** Whether debits equal credits, over lines of which each is an amount on one side (R29). */
export function isBalanced(lines: readonly LedgerLine[]): boolean {
  const isSound = lines.every(
    ({ debitFen, creditFen }) => isAmount(debitFen) && isAmount(creditFen) && (debitFen === 0) !== (creditFen === 0),
  );
  const difference = lines.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0);
  return isSound && lines.length >= 2 && difference === 0;
}

/** The institution whose account it is; null for an account of the fund alone. */
export const institutionOfAccount = (account: string): string | null =>
  /^(?:payable|receivable):(.+)$/.exec(account)?.[1] ?? null;

/** The institution whose account an entry moves; null where it moves none. */
export const institutionOf = (lines: readonly LedgerLine[]): string | null =>
  lines.map(({ account }) => institutionOfAccount(account)).find((institutionId) => institutionId !== null) ?? null;

const isAmount = (fen: unknown): boolean => Number.isSafeInteger(fen) && Number(fen) >= 0;

function move(type: EntryType, debit: Account, credit: Account, amountFen: Fen): Posting {
  // The rules gave the amount: one that is no amount is a fault of the program, and must not reach the ledger.
  if (!isAmount(amountFen)) throw new RangeError(`${amountFen} fen cannot be booked as ${type}`);
  const lines = [
    { account: debit, debitFen: amountFen, creditFen: 0 },
    { account: credit, debitFen: 0, creditFen: amountFen },
  ];
  return { type, lines, reverses: null };
}
