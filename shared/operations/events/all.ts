import type { ResourceKind } from '../../domain/event.ts';
import { agreementEvents } from './agreements.ts';
import { applicationEvents } from './applications.ts';
import { claimEvents } from './claims.ts';
import { documentEvents } from './documents.ts';
import { enterpriseEvents } from './enterprises.ts';
import type { KindView } from './event-view.ts';
import { fundEvents } from './fund.ts';
import { importEvents } from './imports.ts';
import { inclusionEvents } from './inclusions.ts';
import { institutionEvents } from './institutions.ts';
import { loanEvents } from './loans.ts';
import { meetingEvents } from './meetings.ts';
import { personEvents } from './persons.ts';
import { policyEvents } from './policies.ts';
import { refreshEvents } from './refreshes.ts';
import { repairEvents } from './repairs.ts';

/** How the events of each kind are shown: a new kind does not compile until somebody decided who sees what of it. */
export const kindViews = {
  enterprises: enterpriseEvents,
  inclusions: inclusionEvents,
  applications: applicationEvents,
  loans: loanEvents,
  claims: claimEvents,
  meetings: meetingEvents,
  institutions: institutionEvents,
  agreements: agreementEvents,
  policies: policyEvents,
  imports: importEvents,
  fund: fundEvents,
  documents: documentEvents,
  refreshes: refreshEvents,
  persons: personEvents,
  repairs: repairEvents,
} as const satisfies { readonly [Kind in ResourceKind]: KindView<Kind> };
