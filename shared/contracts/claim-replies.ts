import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { claimStates } from '../domain/claim.ts';
import { workingWords } from '../domain/working.ts';
import { Day, Fen, Id, Instant, InstitutionId, PositiveFen, Word } from './fields.ts';
import { Defect } from './problem.ts';
import { CompanyCode, Facts, FreeText, Label, RuleName, Sentence } from './reply-fields.ts';

export const Shares = z
  .object({ fundFen: Fen, guarantorFen: Fen, institutionFen: Fen })
  .check(z.meta({ id: 'Shares', description: 'What each party bears of the loss 分担; they sum to it (R23, R24)' }));

const Working = z
  .array(
    z.object({
      rule: RuleName,
      what: z.enum(workingWords),
      figures: Facts,
      text: z.object({ zh: Sentence, en: Sentence }),
    }),
  )
  .check(z.maxLength(50), z.meta({ id: 'Working', description: 'How the payout was found, step by step 计算过程' }));

const Evidence = z.object({
  kind: Word,
  reference: z.nullable(Label),
  documentId: z.nullable(Id),
  datedOn: z.nullable(Day),
});

/** An enterprise sees what its own loan says already, and the state; all else is null. */
export const Claim = z
  .object({
    claimId: Id,
    loanId: Id,
    creditCode: CompanyCode,
    institutionId: InstitutionId,
    mode: z.enum(loanModes),
    guarantorId: z.nullable(InstitutionId),
    state: z.enum(claimStates),
    claimedFen: z.nullable(PositiveFen),
    principalLossFen: z.nullable(Fen),
    interestLossFen: z.nullable(Fen),
    /** The bank's papers; null for guarantors too. */
    evidence: z.nullable(z.array(Evidence).check(z.maxLength(1000))),
    statement: z.nullable(FreeText),
    defaultedOn: z.nullable(Day),
    suitFiledOn: z.nullable(Day),
    /** Of the first submission, and of the last. */
    filedOn: z.nullable(Day),
    submittedOn: z.nullable(Day),
    /** Why it was last returned, deferred, rejected or withdrawn. */
    note: z.nullable(FreeText),
    meetingId: z.nullable(Id),
    itemId: z.nullable(Id),
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
    voucherNumber: z.nullable(Label),
    /** Of the fund's part, due only with the final recovery. */
    heldBackFen: z.nullable(Fen),
    recoveredFen: z.nullable(Fen),
    /** Handed over to the fund of what was recovered. */
    remittedFen: z.nullable(Fen),
    policy: z.nullable(Id),
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
    missing: z.array(Defect).check(z.maxLength(100)),
    /** What a claim of all that counts would bring today. */
    estimate: z.object(estimate),
  })
  .check(z.meta({ id: 'ClaimReadiness', description: 'What stands in the way of a claim, all of it (R20)' }));

export const CompensationEstimate = z
  .object({
    mode: z.enum(loanModes),
    institutionId: z.nullable(InstitutionId),
    on: Day,
    policy: Id,
    ...estimate,
  })
  .check(z.meta({ id: 'CompensationEstimate', description: 'What a loss would bring; nothing is recorded of it' }));
