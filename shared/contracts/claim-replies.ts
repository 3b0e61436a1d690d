import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { claimStates } from '../domain/claim.ts';
import { workingWords } from '../domain/working.ts';
import { Day, Fen, Id, Instant, PositiveFen } from './fields.ts';
import { Defect } from './problem.ts';

export const Shares = z
  .object({ fundFen: Fen, guarantorFen: Fen, institutionFen: Fen })
  .check(z.meta({ id: 'Shares', description: 'What each party bears of the loss 分担; they sum to it (R23, R24)' }));

const Working = z
  .array(
    z.object({
      rule: z.string(),
      what: z.enum(workingWords),
      figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      text: z.object({ zh: z.string(), en: z.string() }),
    }),
  )
  .check(z.meta({ id: 'Working', description: 'How the payout was found, step by step 计算过程' }));

const Evidence = z.object({
  kind: z.string(),
  reference: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
  datedOn: z.nullable(Day),
});

/** An enterprise sees what its own loan says already, and the state; all else is null. */
export const Claim = z
  .object({
    claimId: Id,
    loanId: Id,
    creditCode: z.string(),
    institutionId: z.string(),
    mode: z.enum(loanModes),
    guarantorId: z.nullable(z.string()),
    state: z.enum(claimStates),
    claimedFen: z.nullable(PositiveFen),
    principalLossFen: z.nullable(Fen),
    interestLossFen: z.nullable(Fen),
    /** The bank's papers; null for guarantors too. */
    evidence: z.nullable(z.array(Evidence)),
    statement: z.nullable(z.string()),
    defaultedOn: z.nullable(Day),
    suitFiledOn: z.nullable(Day),
    /** Of the first submission, and of the last. */
    filedOn: z.nullable(Day),
    submittedOn: z.nullable(Day),
    /** Why it was last returned, deferred, rejected or withdrawn. */
    note: z.nullable(z.string()),
    meetingId: z.nullable(z.string()),
    itemId: z.nullable(z.string()),
    proposedAssessedFen: z.nullable(Fen),
    assessedFen: z.nullable(Fen),
    resolvedAt: z.nullable(Instant),
    lossFen: z.nullable(Fen),
    shares: z.nullable(Shares),
    uncoveredFen: z.nullable(Fen),
    setOffFen: z.nullable(Fen),
    payableFen: z.nullable(Fen),
    working: z.nullable(Working),
    settledAt: z.nullable(Instant),
    settlementYear: z.nullable(z.int()),
    paidOn: z.nullable(Day),
    voucherNumber: z.nullable(z.string()),
    /** Of the fund's part, due only with the final recovery. */
    heldBackFen: z.nullable(Fen),
    recoveredFen: z.nullable(Fen),
    /** Handed over to the fund of what was recovered. */
    remittedFen: z.nullable(Fen),
    policy: z.nullable(z.string()),
    version: z.int(),
  })
  .check(z.meta({ id: 'Claim', description: 'Claim for compensation 代偿申请' }));

export const PayoutEstimate = z.object({ lossFen: Fen, shares: Shares, uncoveredFen: Fen, working: Working });

const estimate = { lossFen: Fen, shares: Shares, uncoveredFen: Fen, working: Working };

export const ClaimReadiness = z
  .object({
    loanId: Id,
    on: Day,
    ready: z.boolean(),
    missing: z.array(Defect),
    /** What a claim of all that counts would bring today. */
    estimate: z.object(estimate),
  })
  .check(z.meta({ id: 'ClaimReadiness', description: 'What stands in the way of a claim, all of it (R20)' }));

export const CompensationEstimate = z
  .object({
    mode: z.enum(loanModes),
    institutionId: z.nullable(z.string()),
    on: Day,
    policy: z.string(),
    ...estimate,
  })
  .check(z.meta({ id: 'CompensationEstimate', description: 'What a loss would bring; nothing is recorded of it' }));
