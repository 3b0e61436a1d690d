import { type Application, type ApplicationEvent, applicationMoves, hasLapsed } from './application.ts';
import { addDays, addMonths, type Day } from './calendar.ts';
import { mayMove } from './graph.ts';
import {
  type LendingFacts,
  refusalOfCap,
  refusalOfGuarantee,
  refusalOfGuarantor,
  refusalOfInstitution,
  refusalOfListing,
} from './lending.ts';
import { refusalOfRate } from './lending-switches.ts';
import { refusalOfLeverage } from './leverage.ts';
import { evolveLoan, type LoanEvent } from './loan.ts';
import { elapsed } from './loan-due.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import type { PolicyParameters } from './policy.ts';
import { type Refusal, refusedBy, stateConflict } from './refusal.ts';

/** A bank's report that it has paid a loan out (放款). */
export interface Disbursement {
  readonly loanId: string;
  readonly amountFen: Fen;
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  readonly contractNumber: string;
  readonly noteNumber: string;
  readonly annualRateBp: Bp;
  readonly annualRatePpm: Ppm | null;
}

export interface DisbursementAccepted {
  readonly kind: 'accepted';
  /** Where the night job has not said yet that the confirmation expired, that comes first. */
  readonly application: readonly ApplicationEvent[];
  /** The disbursement, and what the days have made of the loan since, where it is reported after its maturity. */
  readonly loan: readonly LoanEvent[];
}

/** What may be disbursed, and until when: the confirmation as it stands, or one reported late (R15). */
interface Window {
  readonly confirmedOn: Day;
  readonly lastDay: Day;
}

/**
 * Decides a disbursement (R15): within the confirmation's validity, the enterprise listed (R5), institution and
 * guarantor admitted (R9) on the day it was made. Reported after the confirmation expired it still counts if it was made
 * in time, comes within `lateReportDays`, and cap and quota have room again. An agreement that ended after the
 * application named it does not stop its disbursement (R12).
 *
 * Refusals in order: `state-conflict`, `already-exists`, `amount-exceeds-approved`, `date-out-of-range`, `not-listed`,
 * `institution-not-admitted`, `guarantor-not-admitted`, `date-out-of-range` (maturity), `term-too-long`, `rate-too-high`,
 * `cap-exceeded`, `quota-exceeded`, `leverage-exceeded`.
 */
export function decideDisbursement(
  application: Application,
  disbursement: Disbursement,
  facts: LendingFacts,
  contractTaken: boolean,
  today: Day,
): DisbursementAccepted | Refusal {
  const window = openWindow(application, facts, today);
  if ('kind' in window) return window;
  const { amountFen, disbursedOn, contractNumber, noteNumber } = disbursement;
  if (contractTaken) return refusedBy('R15', 'already-exists', { contractNumber, noteNumber });

  const lapsed = hasLapsed(application, today);
  const room = lapsed ? withoutReservation(facts, application) : facts;
  const raiseFen = amountFen - (lapsed ? 0 : application.reservedFen);
  const approvedFen = application.approvedAmountFen ?? application.amountFen;
  return (
    refusalOfAmount(amountFen, approvedFen) ??
    refusalOfDay(disbursedOn, window, today) ??
    refusalOfListing(facts, disbursedOn) ??
    refusalOfInstitution(facts, disbursedOn) ??
    refusalOfGuarantor(application, facts, disbursedOn) ??
    refusalOfMaturity(disbursement, facts.policy.parameters.maxTermMonths) ??
    refusalOfRate(facts.policy, disbursement) ??
    // Only one that was released when the confirmation expired has to find room again.
    refusalOfCap(room, raiseFen) ??
    refusalOfGuarantee(application, room, application.submittedOn, raiseFen) ??
    refusalOfLeverage(facts.policy, facts.leverage, amountFen) ??
    acceptedDisbursement(application, disbursement, facts.policy.parameters, today, lapsed)
  );
}

/** An expired confirmation holds nothing (R11, R14), whether or not the night job has released it: as if it had. */
function withoutReservation(facts: LendingFacts, { reservedFen }: Application): LendingFacts {
  const exposureFen = facts.exposure.exposureFen - reservedFen;
  const quotaUsedFen = facts.quotaUsedFen - (facts.agreement ? reservedFen : 0);
  return { ...facts, exposure: { ...facts.exposure, exposureFen }, quotaUsedFen };
}

/** A confirmation in force, or one that has expired and whose disbursement may still be reported (R15). */
function openWindow(application: Application, { policy }: LendingFacts, today: Day): Window | Refusal {
  const { state, confirmedOn, expiresOn, confirmationExpiredOn } = application;
  const expiredOn = mayMove(applicationMoves, state, 'application-disbursed') ? confirmationExpiredOn : null;
  const lastDay = mayMove(applicationMoves, state, 'disbursed-in-time') ? expiresOn : expiredOn;
  const { lateReportDays } = policy.parameters;
  if (confirmedOn !== null && lastDay !== null && today <= addDays(lastDay, lateReportDays)) {
    return { confirmedOn, lastDay };
  }
  const { from } = applicationMoves['disbursed-in-time'];
  return stateConflict(hasLapsed(application, today) ? 'expired' : state, from);
}

function refusalOfAmount(asked: Fen, approved: Fen): Refusal | null {
  return asked <= approved ? null : refusedBy('R15', 'amount-exceeds-approved', { asked, approved });
}

function refusalOfDay(disbursedOn: Day, window: Window, today: Day): Refusal | null {
  const through = window.lastDay < today ? window.lastDay : today;
  if (disbursedOn >= window.confirmedOn && disbursedOn <= through) return null;
  const facts = { field: 'disbursedOn', given: disbursedOn, from: window.confirmedOn, through };
  return refusedBy('R15', 'date-out-of-range', facts);
}

/** R15: the maturity comes after the disbursement, and within `maxTermMonths` of it where that is set. */
export function refusalOfMaturity(
  { disbursedOn, maturesOn }: Pick<Disbursement, 'disbursedOn' | 'maturesOn'>,
  maxTermMonths: number | null,
): Refusal | null {
  if (maturesOn <= disbursedOn) {
    const facts = { field: 'maturesOn', given: maturesOn, from: addDays(disbursedOn, 1) };
    return refusedBy('R15', 'date-out-of-range', facts);
  }
  if (maxTermMonths === null || maturesOn <= addMonths(disbursedOn, maxTermMonths)) return null;
  return refusedBy('R15', 'term-too-long', { maturesOn, latest: addMonths(disbursedOn, maxTermMonths), maxTermMonths });
}

function acceptedDisbursement(
  application: Application,
  disbursement: Disbursement,
  parameters: PolicyParameters,
  today: Day,
  lapsed: boolean,
): DisbursementAccepted {
  const { applicationId, creditCode, institutionId, mode, guarantorId, agreementId, policy } = application;
  const { loanId, amountFen, disbursedOn } = disbursement;
  const disbursed: ApplicationEvent = { type: 'application-disbursed', data: { loanId, amountFen, disbursedOn } };
  const loan: LoanEvent = {
    type: 'loan-disbursed',
    data: {
      ...disbursement,
      applicationId,
      creditCode,
      institutionId,
      mode,
      guarantorId,
      agreementId,
      policy,
      reportedOn: today,
    },
  };
  return {
    kind: 'accepted',
    application: lapsed ? [{ type: 'application-expired', data: { on: today } }, disbursed] : [disbursed],
    loan: [loan, ...elapsed(evolveLoan(null, loan), parameters, today).events],
  };
}
