import type { RefusalCode } from '../domain/refusal.ts';

/** The HTTP status of every refusal: a new code does not compile until somebody chose its status. */
export const statusOf = {
  'validation-failed': 400,
  'idempotency-key-missing': 400,
  'cursor-invalid': 400,
  unauthenticated: 401,
  forbidden: 403,
  'four-eyes': 403,
  'not-found': 404,
  'state-conflict': 409,
  'already-exists': 409,
  'idempotency-key-in-progress': 409,
  'version-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'not-listed': 422,
  'cap-exceeded': 422,
  'questions-used-up': 422,
  'consent-required': 422,
  'amount-below-minimum': 422,
  'too-many-applications': 422,
  'institution-not-admitted': 422,
  'guarantor-required': 422,
  'guarantor-not-admitted': 422,
  'quota-exceeded': 422,
  'agreement-not-valid': 422,
  'borrower-in-default': 422,
  'breaker-open': 422,
  'amount-exceeds-applied': 422,
  'amount-exceeds-approved': 422,
  'amount-exceeds-outstanding': 422,
  'date-out-of-range': 422,
  'term-too-long': 422,
  'extension-limit': 422,
  'out-of-date-order': 422,
  'not-non-performing': 422,
  'claim-not-ready': 422,
  'loss-exceeds-outstanding': 422,
  'evidence-missing': 422,
  'document-not-valid': 422,
  'too-many-items': 422,
  'quorum-not-met': 422,
  'amount-exceeds-claimed': 422,
  'amount-exceeds-loss': 422,
  'rate-too-high': 422,
  'use-prohibited': 422,
  'filed-too-late': 422,
  'early-default': 422,
  'claim-window-closed': 422,
  'public-cover-exceeded': 422,
  'fund-year-ceiling': 422,
  'leverage-exceeded': 422,
  'fund-insufficient': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

/** One fault of a request's form. */
export interface FieldError {
  /** Dotted, such as `rows.0.name`; `header.If-Match` for a header. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}
