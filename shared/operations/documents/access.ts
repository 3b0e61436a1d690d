import type { Claim } from '../../domain/claim.ts';
import { type Document, ownerOf } from '../../domain/document.ts';
import type { Inclusion } from '../../domain/inclusion.ts';
import type { Loan } from '../../domain/loan.ts';
import { isSameOrganisation } from '../../domain/organisation.ts';
import { mayReadLoan } from '../applications/access.ts';
import { type Caller, organisationOf, seesAll } from '../caller.ts';
import { mayReadClaim } from '../claims/access.ts';
import { mayReadInclusion } from '../inclusions/access.ts';

/** What a document is evidence of, and the claims on the loans among it, for which a loan's papers count too (R20). */
export interface Evidenced {
  readonly loans: readonly Loan[];
  readonly claims: readonly Claim[];
  readonly inclusions: readonly Inclusion[];
}

/**
 * Whether a caller may read a document and fetch its content (api.md, "who sees what"): its owner, the office, the auditor;
 * and, through what it is evidence of, finance (loans and claims) and members (of agenda items). An enterprise and a
 * guarantor read loan and claim, but not the bank's papers.
 */
export function mayReadDocument(caller: Caller, document: Document, evidenced: Evidenced): boolean {
  if (seesAll(caller) || isOwner(caller, document)) return true;
  if (!readsThroughLinks(caller)) return false;
  const { loans, claims, inclusions } = evidenced;
  return (
    loans.some((loan) => mayReadLoan(caller, loan)) ||
    claims.some((claim) => mayReadClaim(caller, claim)) ||
    inclusions.some((inclusion) => mayReadInclusion(caller, inclusion))
  );
}

/** Whether a caller acts for the organisation that announced a document. */
export const isOwner = (caller: Caller, document: Document): boolean =>
  isSameOrganisation(organisationOf(caller), ownerOf(document));

/** Whether a caller's reading depends on what a document is linked to, so that others need not read the links. */
export const readsThroughLinks = ({ role }: Caller): boolean => role === 'finance' || role === 'member';
