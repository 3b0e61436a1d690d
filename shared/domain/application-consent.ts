import { type Application, type ApplicationEvent, type Consent, refusalOnDay } from './application.ts';
import { addDays, type Day } from './calendar.ts';
import type { PolicyVersion } from './policy.ts';
import { accepted, type Decision, type Refusal, refusedBy, stateConflict } from './refusal.ts';

/** Whose application it is, and what shows that the enterprise wants it. */
export interface ConsentAsked {
  readonly creditCode: string;
  /** The institution, or the enterprise itself, which needs nobody's authorisation. */
  readonly appliedBy: string;
  readonly consent: Consent | null;
}

/**
 * `applicationConsentRequired`: a bank that applies shows the enterprise's authorisation; `consentValidDays`: one that is
 * shown was signed by today and at most so many days ago.
 *
 * Refusals in order: `consent-required`, `date-out-of-range` (`consent.signedOn`).
 */
export function refusalOfConsent(
  { policyId, parameters }: PolicyVersion,
  { creditCode, appliedBy, consent }: ConsentAsked,
  today: Day,
): Refusal | null {
  const { applicationConsentRequired, consentValidDays } = parameters;
  if (!consent) {
    if (!applicationConsentRequired || appliedBy === creditCode) return null;
    return refusedBy('R1', 'consent-required', { creditCode, consentValidDays, policy: policyId });
  }
  const from = addDays(today, -consentValidDays);
  if (from <= consent.signedOn && consent.signedOn <= today) return null;
  return refusedBy('R1', 'date-out-of-range', {
    field: 'consent.signedOn',
    given: consent.signedOn,
    from,
    to: today,
    policy: policyId,
  });
}

export type ConsentDecision =
  | { readonly decision: 'confirm' }
  | { readonly decision: 'refuse'; readonly reason: string | null };

/**
 * Decides what the enterprise says of an application in its name: it confirms it once, or refuses it at any time before the
 * disbursement, which withdraws it (R14) and releases what it reserved (R11).
 *
 * Refusal: `state-conflict` (lapsed, ended, or confirmed before).
 */
export function decideConsent(application: Application, said: ConsentDecision, today: Day): Decision<ApplicationEvent> {
  const refusal = refusalOnDay(
    application,
    said.decision === 'confirm' ? 'consent-confirmed' : 'consent-refused',
    today,
  );
  if (refusal) return refusal;
  if (said.decision === 'refuse') {
    return accepted({ type: 'consent-refused', data: { on: today, reason: said.reason } });
  }
  if (application.consentConfirmedOn !== undefined) return stateConflict('consent-confirmed', ['consent-open']);
  return accepted({ type: 'consent-confirmed', data: { on: today } });
}
