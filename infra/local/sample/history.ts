import type { SQSClient } from '@aws-sdk/client-sqs';
import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { dayAt, lastDay } from '../../../shared/domain/calendar.ts';
import { policyOn } from '../../../shared/domain/policy.ts';
import { disburse } from '../../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../../shared/operations/applications/review.ts';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { organisationOf } from '../../../shared/operations/caller.ts';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { reviewClaim } from '../../../shared/operations/claims/review.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import type { CommandContext, Outcome } from '../../../shared/operations/command.ts';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import { extendLoan } from '../../../shared/operations/loans/extend.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { carryOutMeeting } from '../../../shared/operations/meetings/carry-out.ts';
import { carryOutJob } from '../../../shared/operations/meetings/carry-out-job.ts';
import { castVote } from '../../../shared/operations/meetings/cast-vote.ts';
import { conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { settlementJob } from '../../../shared/operations/settlement/settlement-job.ts';
import { requestHashOf } from '../../../shared/store/commands.ts';
import { findClient } from '../issuer/clients.ts';
import type { FirstCase } from './first-case.ts';

/** Runs work while no job of the clock and no sweep of the outbox is at it. */
export type Undisturbed = <T>(work: () => Promise<T>) => Promise<T>;

/** Plays the first compensation of a borrower as far as the clock has come; tells what the fund paid. */
export type PlayFirstCase = (creditCode: string, story: FirstCase) => Promise<{ readonly compensatedFen: number }>;

const { requiredEvidence = [], conferenceUnits = [] } = policyOn(builtInPolicies, lastDay)?.parameters ?? {};
const always = { hasTime: () => true };

/**
 * Plays the loan of the first compensation as far as the clock has come: lent, extended, lost, claimed for, reviewed,
 * settled and paid, each by the system's own operation with the instant at which it happened, and the fund's money before
 * it. Every command has a key of its own, so that a load that was cut off goes on where it was.
 *
 * Nothing rings: the workers of today would settle it today. Its workers' work is done here, at its own instant.
 *
 * @throws Error when an operation refuses.
 */
export async function playFirstCase(
  live: Services,
  undisturbed: Undisturbed,
  creditCode: string,
  story: FirstCase,
): Promise<{ readonly compensatedFen: number }> {
  const silent = { send: async () => ({}) } as unknown as SQSClient;
  const quiet: Services = { ...live, queues: { ...live.queues, client: silent } };
  const player = new Player(quiet, live.now());
  const { loan, days } = story;
  const { amountFen, contractNumber, annualRateBp } = loan;

  const { before, after } = story.appropriations;
  await player.by('finance-1', before.appropriatedOn, 'appropriation-before', (services, context) =>
    appropriateFund(services, context, before),
  );
  const application = await player.by('bank-rcb', loan.appliedOn, 'application', (services, context) =>
    submitApplication(services, context, {
      ...{ creditCode, institutionId: 'rcb', amountFen, termMonths: 12, mode: 'credit', purpose: '流动资金周转' },
      ...{
        guarantorId: null,
        agreementId: null,
        additionalSecurity: [],
        projectId: null,
        ownReference: null,
        consent: null,
      },
    }),
  );
  const applicationId = String(application?.applicationId);
  await player.by('bank-rcb-2', days.approvedOn, 'approval', (services, context) =>
    reviewApplication(services, context, applicationId, {
      ...{ decision: 'approve', approvedAmountFen: null, annualRateBp, annualRatePpm: null },
    }),
  );
  const lent = await player.by('bank-rcb', loan.disbursedOn, 'disbursement', (services, context) =>
    disburse(services, context, applicationId, {
      ...{ amountFen, disbursedOn: loan.disbursedOn, maturesOn: loan.originalMaturesOn, contractNumber },
      ...{ noteNumber: '', annualRateBp, annualRatePpm: null },
    }),
  );
  const loanId = String(lent?.loanId);
  await player.by('bank-rcb', days.interestPaidOn, 'interest', (services, context) =>
    recordRepayment(services, context, loanId, {
      ...{ principalFen: 0, interestFen: loan.interestPaidFen, paidOn: days.interestPaidOn },
    }),
  );
  await player.by('bank-rcb', days.extendedOn, 'extension', (services, context) =>
    extendLoan(services, context, loanId, { maturesOn: loan.maturesOn, reason: '借款人经营困难，经银行同意展期' }),
  );
  const claim = await player.by('bank-rcb', days.claimedOn, 'claim', (services, context) =>
    submitClaim(services, context, loanId, {
      ...{ principalLossFen: amountFen, interestLossFen: 0, statement: '借款人的客户未付款，展期到期无力归还' },
      ...{ defaultedOn: null, suitFiledOn: null },
      evidence: requiredEvidence.map((kind) => ({
        kind,
        reference: `${contractNumber} ${kind}`,
        documentId: null,
        datedOn: null,
      })),
    }),
  );
  const claimId = String(claim?.claimId);
  await player.by('office-1', days.acceptedOn, 'acceptance', (services, context) =>
    reviewClaim(services, context, claimId, { decision: 'accept', note: null }),
  );
  const meeting = await player.by('office-1', days.convenedOn, 'meeting', (services, context) =>
    conveneMeeting(services, context, {
      ...{ title: '科创企业贷款风险补偿联席会议', convenesOn: days.reviewedOn, claimIds: [claimId], inclusionIds: [] },
      ...{ number: 1, form: 'meeting', votingClosesAt: null },
    }),
  );
  const meetingId = String(meeting?.meetingId);
  for (const unit of conferenceUnits) {
    await player.by(`member-${unit}`, days.reviewedOn, `vote-${unit}`, (services, context) =>
      castVote(services, context, meetingId, {
        ...{ itemId: 'item-1', vote: 'approve', assessedFen: null, opinion: '符合坏账条件，同意按比例补偿' },
      }),
    );
  }
  const settled = await undisturbed(async () => {
    const resolved = await player.by('office-1', days.reviewedOn, 'resolution', (services, context) =>
      resolveMeeting(services, context, meetingId, []),
    );
    if (resolved) await player.settle(meetingId, claimId);
    return resolved;
  });
  await player.by('finance-1', days.paidOn, 'payment', (services, context) =>
    payClaim(services, context, claimId, { voucherNumber: story.voucherNumber, paidOn: days.paidOn }),
  );
  await player.by('finance-1', after.appropriatedOn, 'appropriation-after', (services, context) =>
    appropriateFund(services, context, after),
  );
  return { compensatedFen: settled ? story.compensatedFen : 0 };
}

/** Plays commands one after another, each a minute after the one before where they are of one day. */
class Player {
  readonly #services: Services;
  readonly #until: string;
  #at = '';
  constructor(services: Services, until: string) {
    this.#services = services;
    this.#until = until;
  }

  /** What a command answered; undefined where its day has not come yet, or what it follows has not. */
  async by(
    clientId: string,
    on: string,
    step: string,
    act: (services: Services, context: CommandContext) => Promise<Outcome>,
  ): Promise<Record<string, unknown> | undefined> {
    const morning = new Date(`${on}T09:00:00.000+08:00`).toISOString();
    const next = this.#at < morning ? morning : new Date(Date.parse(this.#at) + 60_000).toISOString();
    if (next > this.#until) return undefined;
    this.#at = next;
    const client = findClient(clientId);
    if (!client) throw new Error(`there is no local client ${clientId}`);
    const { id: sub, name, org, roles } = client;
    const caller = { sub, name, org, role: roles[0] as CommandContext['caller']['role'] };
    const requestHash = requestHashOf('POST', '/sample', step);
    const key = { ...organisationOf(caller), key: `sample-history-${step}`, requestHash };
    const context = { caller, at: next, today: dayAt(next), key, ifMatch: null, operator: null, operatorSubs: null };
    const outcome = await act(this.#now(), context);
    if (outcome.kind === 'refused')
      throw new Error(`${step} was refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
    return JSON.parse(outcome.answer.body) as Record<string, unknown>;
  }

  /** Does what the workers would do of a resolution, at the instant at which they would have. */
  async settle(meetingId: string, claimId: string): Promise<void> {
    const services = this.#now();
    const carryOut = { schemaVersion: 1 as const, ...carryOutJob(meetingId) };
    await carryOutMeeting(services, carryOut, { at: this.#at, ...always });
    for (const cause of [claimId, meetingId]) {
      await settleLine(services, { schemaVersion: 1, ...settlementJob(cause) }, always);
    }
  }

  #now(): Services {
    const at = this.#at;
    return { ...this.#services, now: () => at };
  }
}
