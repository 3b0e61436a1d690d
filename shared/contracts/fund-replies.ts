import * as z from 'zod/mini';
import { resourceKinds } from '../domain/event.ts';
import { entryTypes } from '../domain/ledger.ts';
import { lineStandings } from '../domain/line-standing.ts';
import { Day, Fen, Id, Instant, InstitutionId, PositiveFen } from './fields.ts';
import { Account } from './fund.ts';
import { Key, Label, manyOf, Sentence } from './reply-fields.ts';

export const Appropriation = z
  .object({
    appropriationId: Id,
    amountFen: PositiveFen,
    documentNumber: Label,
    appropriatedOn: Day,
    /** Appropriations already entered under the same document number: above zero, look whether this is one twice. */
    earlierUnderDocument: z.int(),
    version: z.int(),
  })
  .check(z.meta({ id: 'Appropriation', description: 'Money put into the fund 拨款' }));

export const Fund = z
  .object({
    /** Appropriated and recovered less compensation: falls at settlement, not at payment. */
    balanceFen: Fen,
    cashFen: Fen,
    appropriatedFen: Fen,
    compensatedFen: Fen,
    paidFen: Fen,
    recoveredFen: Fen,
    /** Fund parts, after the year cap, of approved claims that money holds up. */
    awaitingFen: Fen,
    /** Settled and not yet paid. */
    payableFen: Fen,
    /** Recovered by institutions and not yet handed over. */
    receivableFen: Fen,
    /** Balance less receivables: what a settlement may take. */
    spendableFen: Fen,
  })
  .check(z.meta({ id: 'Fund', description: 'Risk-compensation fund 风险补偿资金' }));

/** The city's line of settlement: every claim in it, in the order of its turn. */
export const SettlementLine = z
  .object({
    /** Fund parts, after the year cap, of approved claims that money holds up. */
    awaitingFen: Fen,
    items: manyOf(
      z.object({
        claimId: Id,
        loanId: Id,
        institutionId: InstitutionId,
        /** Sorts by resolution, and within one by the agenda. */
        place: Label,
        standing: z.enum(lineStandings),
        /** The fund's part that it would take now; null where it cannot be told. */
        neededFen: z.nullable(Fen),
        /** The year that is to meet what was carried over; null for an approved claim. */
        carryOverYear: z.nullable(z.int()),
        /** How often settling it has failed. */
        failures: z.int(),
        lastError: z.nullable(Sentence),
        /** Since when it holds its institution's line. */
        heldSince: z.nullable(Instant),
      }),
    ),
  })
  .check(z.meta({ id: 'SettlementLine', description: 'Line of settlement 结算队列' }));

export const FundEntry = z
  .object({
    entryId: Id,
    type: z.enum(entryTypes),
    bookedOn: Day,
    at: Instant,
    document: z.object({
      documentNumber: z.nullable(Label),
      voucherNumber: z.nullable(Label),
      claimId: z.nullable(Id),
      meetingId: z.nullable(Id),
    }),
    /** The event of the trail that moved the money. */
    source: z.object({ kind: z.enum(resourceKinds), id: Key, sequence: z.int() }),
    /** Of each line one side is the amount, the other 0. */
    lines: z.array(z.object({ account: Account, debitFen: Fen, creditFen: Fen })).check(z.maxLength(10)),
    /** Of a reversal: the entry that it mirrors. */
    reverses: z.nullable(Id),
  })
  .check(z.meta({ id: 'FundEntry', description: 'Balanced double entry of the fund’s ledger 会计分录' }));
