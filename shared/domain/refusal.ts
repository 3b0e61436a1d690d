/**
 * Every way in which the system says no. A refusal is a value: its code (api.md, "Error codes"), the rule that decided
 * (rules.md) and the figures that decided. Codes are kebab-case on the wire and here: one vocabulary.
 */
export const refusalCodes = [
  'validation-failed',
  'idempotency-key-missing',
  'cursor-invalid',
  'unauthenticated',
  'forbidden',
  'four-eyes',
  'not-found',
  'state-conflict',
  'already-exists',
  'idempotency-key-in-progress',
  'version-mismatch',
  'too-large',
  'unsupported-media-type',
  'idempotency-key-reused',
  'not-listed',
  'cap-exceeded',
  'questions-used-up',
  'consent-required',
  'amount-below-minimum',
  'too-many-applications',
  'institution-not-admitted',
  'guarantor-required',
  'guarantor-not-admitted',
  'quota-exceeded',
  'agreement-not-valid',
  'borrower-in-default',
  'breaker-open',
  'amount-exceeds-applied',
  'amount-exceeds-approved',
  'amount-exceeds-outstanding',
  'date-out-of-range',
  'term-too-long',
  'extension-limit',
  'out-of-date-order',
  'not-non-performing',
  'claim-not-ready',
  'loss-exceeds-outstanding',
  'evidence-missing',
  'document-not-valid',
  'too-many-items',
  'quorum-not-met',
  'amount-exceeds-claimed',
  'amount-exceeds-loss',
  'rate-too-high',
  'use-prohibited',
  'filed-too-late',
  'early-default',
  'claim-window-closed',
  'public-cover-exceeded',
  'fund-year-ceiling',
  'leverage-exceeded',
  'fund-insufficient',
  'too-many-requests',
  'internal',
  'unavailable',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type Fact = string | number | boolean | null;

/** One of several things that stand in the way at once (R20). */
export interface Defect {
  readonly rule: string | null;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Plain figures, dates, ids and words; never another organisation's. Where several things are missing, a list of them. */
export type Facts = Readonly<Record<string, Fact | readonly Defect[]>>;

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** The rule of rules.md, such as `R10`; null where no rule of the programme decided. */
  readonly rule: string | null;
  readonly facts: Facts;
}

export interface Accepted<Event> {
  readonly kind: 'accepted';
  readonly events: readonly Event[];
}

export type Decision<Event> = Accepted<Event> | Refusal;

/** Says no by a rule of the programme. */
export const refusedBy = (rule: string | null, code: RefusalCode, facts: Facts = {}): Refusal => ({
  kind: 'refused',
  code,
  rule,
  facts,
});

/** Says no because a resource's state does not allow the move; `from` are the states that would. */
export const stateConflict = (state: string, from: readonly string[]): Refusal =>
  refusedBy(null, 'state-conflict', { state, allowed: from.join(', ') });

export const accepted = <Event>(...events: readonly Event[]): Accepted<Event> => ({ kind: 'accepted', events });
