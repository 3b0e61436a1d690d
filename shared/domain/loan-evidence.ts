import type { Day } from './calendar.ts';
import type { Evidence, Loan } from './loan.ts';
import { accepted, type Decision, refusedBy } from './refusal.ts';
import type { LoanEvidenceAdded } from './servicing-event.ts';

/** So that the loan, which carries its evidence, stays an answer of at most 32 KiB. */
export const evidenceMax = 40;

/**
 * Decides what evidence is added to a loan (R20), in any state and of any kind: what a claim needs, its own check asks.
 *
 * Refusals in order: `too-many-items`, `date-out-of-range` (dated later than today).
 */
export function decideEvidence(
  { evidence }: Loan,
  { kind, reference, documentId, datedOn }: Omit<Evidence, 'addedOn'>,
  today: Day,
): Decision<LoanEvidenceAdded> {
  if (evidence.length >= evidenceMax) {
    return refusedBy('R20', 'too-many-items', { items: evidence.length, itemsMax: evidenceMax });
  }
  if (datedOn !== null && datedOn > today) {
    return refusedBy('R20', 'date-out-of-range', { field: 'datedOn', given: datedOn, through: today });
  }
  return accepted({ type: 'loan-evidence-added', data: { kind, reference, documentId, datedOn, addedOn: today } });
}
