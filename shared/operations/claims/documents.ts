import type { ClaimTerms } from '../../domain/claim-event.ts';
import { claimEvidenceMax } from '../../domain/claim-submission.ts';
import { type NamedDocuments, namedDocuments } from '../documents/use.ts';

/** The documents among a claim's papers; of a claim with more papers than are taken, which is refused, not all are read. */
export const documentsOf = ({ evidence }: ClaimTerms, claimId: string): NamedDocuments =>
  namedDocuments(evidence.slice(0, claimEvidenceMax), { kind: 'claims', id: claimId });
