import type { AgreementEvent } from './agreement.ts';
import type { ApplicationEvent } from './application.ts';
import type { FundAppropriated } from './appropriation.ts';
import type { ClaimEvent } from './claim-event.ts';
import type { DocumentEvent } from './document.ts';
import type { EnterpriseEvent } from './enterprise.ts';
import type { ResourceKind } from './event.ts';
import type { ImportEvent } from './import.ts';
import type { InclusionEvent } from './inclusion.ts';
import type { InstitutionEvent } from './institution.ts';
import type { LoanEvent } from './loan.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { PersonEvent } from './person.ts';
import type { PolicyBuiltIn, PolicyEvent } from './policy-version.ts';
import type { RefreshOrdered } from './refresh-order.ts';
import type { RepairEvent } from './repair.ts';

interface Events {
  readonly enterprises: EnterpriseEvent;
  readonly inclusions: InclusionEvent;
  readonly applications: ApplicationEvent;
  readonly loans: LoanEvent;
  readonly claims: ClaimEvent;
  readonly meetings: MeetingEvent;
  readonly institutions: InstitutionEvent;
  readonly agreements: AgreementEvent;
  readonly policies: PolicyEvent | PolicyBuiltIn;
  readonly imports: ImportEvent;
  readonly fund: FundAppropriated;
  readonly documents: DocumentEvent;
  readonly refreshes: RefreshOrdered;
  readonly repairs: RepairEvent;
  readonly persons: PersonEvent;
}

/** The events of a kind of resource: a new kind does not compile until its events stand here. */
export type EventOf<Kind extends ResourceKind> = Events[Kind];

/** The type of any event: registers of events are `Record<EventType, …>`, so that none is forgotten. */
export type EventType = EventOf<ResourceKind>['type'];
