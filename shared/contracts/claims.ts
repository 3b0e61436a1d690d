import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { claimStates } from '../domain/claim.ts';
import { workingWords } from '../domain/working.ts';
import {
  commandBody,
  Day,
  Fen,
  Id,
  Instant,
  InstitutionId,
  orNull,
  PositiveFen,
  ShortText,
  Text,
  Word,
} from './fields.ts';
import { Defect } from './problem.ts';

const terms = {
  principalLossFen: Fen,
  interestLossFen: Fen,
  /** How many are taken is a rule's matter; here only what no claim could ever need. */
  evidence: z
    .array(z.strictObject({ kind: Word, reference: orNull(ShortText), datedOn: orNull(Day) }))
    .check(z.maxLength(1000)),
  statement: Text,
  defaultedOn: orNull(Day),
  suitFiledOn: orNull(Day),
};

/** Of principal and interest either may be zero, not both. */
const isSomething = (claimed: { principalLossFen: number; interestLossFen: number }): boolean =>
  claimed.principalLossFen + claimed.interestLossFen >= 1;
const nothingClaimed = { path: ['principalLossFen'], error: 'nothing-claimed' };

export const SubmitClaim = commandBody(terms).check(
  z.refine(isSomething, nothingClaimed),
  z.meta({ id: 'SubmitClaim' }),
);

export const ResubmitClaim = commandBody(terms).check(
  z.refine(isSomething, nothingClaimed),
  z.meta({ id: 'ResubmitClaim' }),
);

export const ReviewClaim = commandBody({ decision: z.enum(['accept', 'return']), note: orNull(Text) }).check(
  z.refine(({ decision, note }) => decision === 'accept' || note !== null, {
    path: ['note'],
    error: 'reason-required',
  }),
  z.meta({ id: 'ReviewClaim' }),
);

export const EstimateCompensation = commandBody({
  mode: z.enum(loanModes),
  lossFen: PositiveFen,
  institutionId: orNull(InstitutionId),
  on: orNull(Day),
}).check(z.meta({ id: 'EstimateCompensation' }));

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

const Evidence = z.object({ kind: z.string(), reference: z.nullable(z.string()), datedOn: z.nullable(Day) });

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
