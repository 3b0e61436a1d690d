import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';

/** The recognition document (认定文件) that a list came from. */
export interface Source {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuedOn: Day | null;
}

/** One span of a certificate's validity; `validUntil` is inclusive, null is open-ended (R4). */
export interface Period {
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly source: Source;
}

/** Days on which a certificate is revoked: from `from`, until the day before `until`, or for good (R4, R6). */
export interface Revocation {
  readonly from: Day;
  readonly until: Day | null;
}

/** A qualification (资质): category and certificate number, "" where the document gives none (R4). */
export interface Certificate {
  readonly category: string;
  readonly certificateNumber: string;
  /** By `issuedOn` ascending, no two with the same. */
  readonly periods: readonly Period[];
  readonly revocations: readonly Revocation[];
}

/** A decision of the joint conference that an enterprise is on the list all the same (R5). */
export interface ExceptionalInclusion {
  readonly inclusionId: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** Off the list for cause (R44): `until` is the day before which it holds, null for good. */
export interface Suspension {
  readonly from: Day;
  readonly until: Day | null;
  readonly cause: string;
}

export type Basis = 'automatic' | 'exceptional';

/** How an enterprise stood when it was last looked at, kept for guards, lists and figures. */
export interface StandingRecord {
  /** The day it was computed for. */
  readonly on: Day;
  readonly listed: boolean;
  readonly basis: Basis | null;
  readonly listedSince: Day | null;
  /** The last day of the present or next listing; of the latest past one where none is ahead; null if never listed. */
  readonly listedThrough: Day | null;
  /** The next day on which the standing can change with no new input (R7); null if none. */
  readonly nextChangeOn: Day | null;
  /** Categories that count for it on that day. */
  readonly categories: readonly string[];
}

/** An enterprise's file (企业档案): names, certificates and what follows from them. Exposure is a guard, not part of it. */
export interface EnterpriseFile {
  readonly creditCode: CreditCode;
  readonly name: string;
  /** Oldest first. */
  readonly formerNames: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly inclusions: readonly ExceptionalInclusion[];
  readonly suspensions: readonly Suspension[];
  readonly standing: StandingRecord;
}

/** What is remembered of a certificate's row: what a row said, where it came from, and how the enterprise stood after it. */
export interface CertificateImported extends DomainEvent {
  readonly type: 'certificate-imported';
  readonly data: {
    readonly creditCode: CreditCode;
    readonly name: string;
    readonly category: string;
    readonly certificateNumber: string;
    readonly issuedOn: Day;
    readonly validUntil: Day | null;
    readonly source: Source;
    readonly importId: string;
    readonly row: number;
    readonly on: Day;
    readonly standing: StandingRecord;
  };
}

export interface CertificateRevoked extends DomainEvent {
  readonly type: 'certificate-revoked';
  readonly data: {
    readonly category: string;
    readonly certificateNumber: string;
    readonly from: Day;
    readonly importId: string;
    readonly standing: StandingRecord;
  };
}

export type StandingRefreshed = DomainEvent<'standing-refreshed', { readonly standing: StandingRecord }>;

/** The joint conference has included it; the first event of one that the list did not know. */
export interface EnterpriseIncluded extends DomainEvent {
  readonly type: 'enterprise-included';
  readonly data: {
    readonly creditCode: CreditCode;
    readonly name: string;
    readonly inclusionId: string;
    readonly from: Day;
    readonly until: Day | null;
    readonly standing: StandingRecord;
  };
}

export interface EnterpriseInclusionRevoked extends DomainEvent {
  readonly type: 'enterprise-inclusion-revoked';
  readonly data: { readonly inclusionId: string; readonly from: Day; readonly standing: StandingRecord };
}

export type EnterpriseEvent =
  | CertificateImported
  | CertificateRevoked
  | StandingRefreshed
  | EnterpriseIncluded
  | EnterpriseInclusionRevoked;
