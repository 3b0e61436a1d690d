import type { AgreementKind } from '../domain/agreement.ts';
import type { EventType } from '../domain/any-event.ts';
import type { ApplicationState, LoanMode } from '../domain/application.ts';
import type { CheckState } from '../domain/check.ts';
import type { ClaimState } from '../domain/claim.ts';
import type { DocumentState } from '../domain/document.ts';
import type { Basis } from '../domain/enterprise.ts';
import type { ResourceKind } from '../domain/event.ts';
import type { AnyImport, ImportState } from '../domain/import.ts';
import type { InclusionState } from '../domain/inclusion.ts';
import type { InstitutionKind, InstitutionState } from '../domain/institution.ts';
import type { Account } from '../domain/ledger.ts';
import type { LoanClass, LoanState } from '../domain/loan.ts';
import type { ItemOutcome, MeetingState, Subject, VoteWord } from '../domain/meeting.ts';
import type { Family } from '../domain/organisation.ts';
import type { PersonState } from '../domain/person.ts';
import type { PolicyState } from '../domain/policy.ts';
import type { CertificateState } from '../domain/standing.ts';
import type { Role } from './route.ts';

/**
 * The closed lists of words in answers, by subject. The page has a name for each: its registers are typed by these, so
 * that a new word does not compile until it has one in both languages.
 */
export interface Vocabulary {
  readonly modes: LoanMode;
  readonly classes: LoanClass;
  readonly kinds: InstitutionKind | AgreementKind | AnyImport['kind'] | Subject['kind'];
  readonly votes: VoteWord;
  readonly outcomes: ItemOutcome;
  readonly accounts: Account extends infer Each ? (Each extends `${infer Kind}:${string}` ? Kind : Each) : never;
  readonly resources: ResourceKind;
  readonly roles: Role;
  readonly bases: Basis;
  readonly families: Family;
  readonly flags: 'true' | 'false';
  readonly events: EventType;
}

/** The states of what answers show, in the same way. */
export interface States {
  readonly application: ApplicationState;
  readonly loan: LoanState;
  readonly claim: ClaimState;
  readonly inclusion: InclusionState;
  readonly meeting: MeetingState;
  readonly institution: InstitutionState;
  readonly policy: PolicyState;
  readonly import: ImportState;
  readonly person: PersonState;
  readonly certificate: CertificateState;
  readonly document: DocumentState;
  readonly check: CheckState;
}

/** A name for each word of each list. */
export type NamesOf<Lists, Name> = { readonly [List in keyof Lists]: Readonly<Record<Lists[List] & string, Name>> };
