import type { ApplicationEvent } from '../../domain/application.ts';
import { type EventViews, kindView } from './event-view.ts';
import { everyone } from './readers.ts';

const terms = {
  amountFen: everyone,
  termMonths: everyone,
  mode: everyone,
  guarantorId: everyone,
  agreementId: everyone,
  purpose: everyone,
  policy: everyone,
  submittedOn: everyone,
  expiresOn: everyone,
} as const;

/** Applications: whoever may read one sees all of it, as in its answer. */
const views: EventViews<ApplicationEvent> = {
  'application-submitted': {
    seenBy: everyone,
    data: {
      ...terms,
      applicationId: everyone,
      creditCode: everyone,
      institutionId: everyone,
      appliedBy: everyone,
      additionalSecurity: everyone,
      projectId: everyone,
      ownReference: everyone,
      countsAsOpen: everyone,
      // The enterprise's authorisation is between it, the bank and those who decide on the application.
      consent: ['bank', 'enterprise', 'member', 'finance'],
    },
  },
  'consent-confirmed': { seenBy: everyone, data: { on: everyone } },
  'consent-refused': { seenBy: everyone, data: { on: everyone, reason: everyone } },
  'application-resubmitted': { seenBy: everyone, data: terms },
  'approved-by-institution': {
    seenBy: everyone,
    data: { approvedAmountFen: everyone, annualRateBp: everyone, annualRatePpm: everyone },
  },
  'application-confirmed': {
    seenBy: everyone,
    data: { automatic: everyone, approvedAmountFen: everyone, confirmedOn: everyone, expiresOn: everyone },
  },
  'application-returned': { seenBy: everyone, data: { reason: everyone } },
  'application-rejected': { seenBy: everyone, data: { reason: everyone } },
  'application-withdrawn': { seenBy: everyone, data: { reason: everyone } },
  'application-expired': { seenBy: everyone, data: { on: everyone } },
  'application-disbursed': {
    seenBy: everyone,
    data: { loanId: everyone, amountFen: everyone, disbursedOn: everyone },
  },
};

export const applicationEvents = kindView('applications', views);
