import type { Losses } from './breaker.ts';
import type { Day } from './days.ts';
import type { Documents } from './documents.ts';
import { builtIn, type Version } from './rules.ts';

export interface Certificate {
  readonly category: string;
  readonly number: string;
  readonly periods: { readonly issuedOn: Day; until: Day }[];
  readonly revoked: { readonly from: Day; until: Day }[];
}

export interface Enterprise {
  readonly code: string;
  name: string;
  readonly certificates: Certificate[];
  readonly inclusions: { readonly id: string; readonly from: Day; until: Day }[];
}

export interface Institution {
  readonly id: string;
  readonly kind: string;
  /** In the order of the decisions. */
  readonly admissions: { readonly state: string; readonly from: Day; readonly reason: string }[];
  /** Principal of its loans that was compensated. */
  compensatedFen: number;
  /** As it was last said to stand, with the figures of that moment; null while it has never opened. */
  breaker: ({ readonly state: 'open' | 'released' } & Losses) | null;
}

export interface Agreement {
  readonly id: string;
  readonly parties: readonly string[];
  readonly signedOn: Day;
  readonly validUntil: Day;
  readonly quotaFen: number;
}

export interface Application {
  readonly id: string;
  readonly code: string;
  readonly bank: string;
  readonly appliedBy: string;
  state: string;
  amountFen: number;
  approvedFen: number | null;
  reservedFen: number;
  mode: string;
  guarantorId: string | null;
  agreementId: string | null;
  policy: string;
  submittedOn: Day;
  expiresOn: Day | null;
  confirmedOn: Day | null;
  /** The last day of a confirmation that ran out. */
  lapsedOn: Day | null;
  loanId: string | null;
  /** The day on which the enterprise confirmed that it is made in its name. */
  consentConfirmedOn: Day | null;
  /** Whether it takes one of its bank's open places. */
  readonly isCounted: boolean;
}

export interface Loan {
  readonly id: string;
  readonly code: string;
  readonly bank: string;
  readonly mode: string;
  readonly guarantorId: string | null;
  readonly agreementId: string | null;
  readonly policy: string;
  readonly principalFen: number;
  readonly disbursedOn: Day;
  readonly reportedOn: Day;
  readonly originalMaturesOn: Day;
  readonly rateBp: number;
  maturesOn: Day;
  state: string;
  /** Principal that came back, by day. */
  readonly returned: { readonly on: Day; readonly fen: number }[];
  interestPaidFen: number;
  lastRepaidOn: Day | null;
  extensions: number;
  class: string;
  classAsOf: Day;
  reportedUnpaidFen: number | null;
  badSince: Day | null;
  readonly papers: string[];
  claimId: string | null;
  writtenOffFrom: string | null;
}

export interface Claim {
  readonly id: string;
  readonly loanId: string;
  readonly code: string;
  readonly bank: string;
  readonly mode: string;
  readonly policy: string;
  readonly filedOn: Day;
  state: string;
  claimedFen: number;
  meetingId: string | null;
  proposedFen: number | null;
  assessedFen: number | null;
  place: string | null;
  neededFen: number | null;
  lossFen: number | null;
  fundFen: number;
  guarantorFen: number;
  uncoveredFen: number;
  setOffFen: number;
  payableFen: number;
  heldBackFen: number;
  settledOn: Day | null;
  settledYear: number | null;
  paidOn: Day | null;
  voucher: string | null;
  recoveredFen: number;
  lastRecoveredOn: Day | null;
  remittedFen: number;
  /** Nothing more will come. */
  isRecoveryEnded: boolean;
  /** What of its recoveries the bank still owes the fund, the oldest first. */
  readonly owed: { readonly recoveredOn: Day; readonly remitBy: Day; fen: number }[];
  /** The fund's part by the year whose cap it counts to. */
  readonly countedIn: Map<number, number>;
}

export interface Item {
  readonly itemId: string;
  readonly claimId: string | null;
  readonly inclusionId: string | null;
  readonly claimedFen: number | null;
  readonly madeBy: string | null;
  figureFen: number | null;
  readonly votes: Map<string, string>;
  /** As resolved: what the worker has to make of it. */
  outcome: string | null;
  assessedFen: number | null;
}

export interface Meeting {
  readonly id: string;
  readonly convenesOn: Day;
  readonly closesAt: string | null;
  readonly year: number;
  readonly number: number;
  state: string;
  items: Item[];
  itemsEver: number;
  votesEver: number;
  resolvedAt: string | null;
  /** Items that the worker has gone through. */
  carried: number;
  /** How far it says that it is. */
  progress: number;
  /** And what it says beside that: failures, and which items are held or tried again. */
  besides: string;
  /** Items that could not be carried out: a person has to say what becomes of them. */
  readonly held: Set<string>;
  /** Of these, those that are to be tried again. */
  readonly retried: Set<string>;
  /** And those that were let pass. */
  readonly letPass: Set<string>;
}

export interface Inclusion {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly madeBy: string | null;
  readonly until: Day;
  state: string;
  meetingId: string | null;
}

export interface ListImport {
  readonly id: string;
  readonly category: string;
  readonly mode: string;
  readonly dryRun: boolean;
  readonly by: string;
  readonly rows: readonly { code: string; name: string; number: string; issuedOn: Day; until: Day }[];
  state: string;
  /** Rows that stayed out, from 1. */
  readonly rejected: Set<number>;
}

export interface Person {
  readonly id: string;
  readonly org: string;
  readonly sub: string;
  readonly state: 'named' | 'erased';
}

/** A city as the rules see it, in plain data. */
export class City {
  readonly versions: Version[] = [...builtIn];
  /** Refreshes of the list that an official ordered, with the reason. */
  readonly refreshes = new Map<string, string>();
  readonly drafts = new Map<string, { readonly version: Version; readonly by: string; state: string }>();
  readonly enterprises = new Map<string, Enterprise>();
  readonly institutions = new Map<string, Institution>();
  readonly agreements = new Map<string, Agreement>();
  readonly applications = new Map<string, Application>();
  readonly loans = new Map<string, Loan>();
  readonly claims = new Map<string, Claim>();
  readonly meetings = new Map<string, Meeting>();
  readonly inclusions = new Map<string, Inclusion>();
  /** Those whose name was ever erased, by the system's id. */
  readonly persons = new Map<string, Person>();
  readonly documents: Documents = new Map();
  /** Who ever acted. */
  readonly acted = new Set<string>();
  readonly imports = new Map<string, ListImport>();
  /** How often the cap has refused a bank that sees no figures, by `day#bank#code`; as the record of it was written. */
  readonly capRefusals = new Map<string, number>();
  /** `bank contract note`, `year voucher`. */
  readonly contracts = new Set<string>();
  readonly vouchers = new Set<string>();
  /** The balance of every account of the fund, by its nature. */
  readonly accounts = new Map<string, number>();

  /** The version in force on a day. */
  versionOn(day: Day): Version {
    const found = this.versions.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
    if (!found) throw new Error(`no version on ${day}`);
    return found;
  }

  versionNamed(id: string): Version {
    const found = this.versions.find((version) => version.id === id);
    if (!found) throw new Error(`no version ${id}`);
    return found;
  }

  /** Money moves into one account out of another. */
  move(into: string, outOf: string, fen: number): void {
    this.accounts.set(into, this.account(into) + fen);
    this.accounts.set(outOf, this.account(outOf) - fen);
  }

  /** Debits less credits. */
  account(name: string): number {
    return this.accounts.get(name) ?? 0;
  }
}
