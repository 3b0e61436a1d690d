import * as z from 'zod/mini';
import { applicationStates } from '../../domain/application.ts';
import { DecideConsent, Disburse, ResubmitApplication, ReviewApplication, SubmitApplication } from '../applications.ts';
import { CreditCode, Id, InstitutionId, pageQuery, ReasonBody, ShortText } from '../fields.ts';
import { admissionRefusals } from '../refusals/admission.ts';
import { evidenceRefusals } from '../refusals/evidence.ts';
import { lendingRefusals } from '../refusals/lending.ts';
import { everyone, route } from '../route.ts';

const tag = 'Applications';
/** What any judgement of the terms may refuse (R5, R9, R10, R12). */
const ofTerms = [
  ...(['not-listed', 'institution-not-admitted', 'guarantor-required', 'guarantor-not-admitted'] as const),
  ...(['cap-exceeded', 'quota-exceeded', 'agreement-not-valid'] as const),
];
const pathParameters = z.strictObject({ applicationId: Id });

export const submitApplication = /* @__PURE__ */ route({
  operationId: 'submitApplication',
  method: 'POST',
  path: '/v1/applications',
  handler: 'functions/http/applications/submit.ts',
  roles: ['bank', 'enterprise'],
  tag,
  summary: 'Applies for a loan and reserves its amount of the enterprise’s cap (R10)',
  body: SubmitApplication,
  refuses: [
    ...ofTerms,
    'questions-used-up',
    'consent-required',
    'amount-below-minimum',
    'too-many-applications',
    'borrower-in-default',
    'breaker-open',
    'date-out-of-range',
    'document-not-valid',
    'too-many-items',
    'use-prohibited',
    'leverage-exceeded',
  ],
  problems: [lendingRefusals, admissionRefusals, evidenceRefusals],
  documentRights: ['read'],
  replies: { 201: 'Application' },
});

export const listApplications = /* @__PURE__ */ route({
  operationId: 'listApplications',
  method: 'GET',
  path: '/v1/applications',
  handler: 'functions/http/applications/list.ts',
  roles: everyone,
  tag,
  summary: 'Lists the applications that the caller may see, newest first',
  query: z.strictObject({
    state: z.optional(z.enum(applicationStates)),
    creditCode: z.optional(CreditCode),
    institutionId: z.optional(InstitutionId),
    ownReference: z.optional(ShortText),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Application' } },
});

export const getApplication = /* @__PURE__ */ route({
  operationId: 'getApplication',
  method: 'GET',
  path: '/v1/applications/{applicationId}',
  handler: 'functions/http/applications/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows an application',
  pathParameters,
  replies: { 200: 'Application' },
});

export const applicationHistory = /* @__PURE__ */ route({
  operationId: 'applicationHistory',
  method: 'GET',
  path: '/v1/applications/{applicationId}/history',
  handler: 'functions/http/applications/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to an application, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const reviewApplication = /* @__PURE__ */ route({
  operationId: 'reviewApplication',
  method: 'POST',
  path: '/v1/applications/{applicationId}/reviews',
  handler: 'functions/http/applications/review.ts',
  roles: ['office', 'bank'],
  tag,
  summary: 'Approves, rejects or returns: the institution first, then the office (R13)',
  pathParameters,
  body: ReviewApplication,
  refuses: [
    'state-conflict',
    'institution-not-admitted',
    'amount-exceeds-applied',
    'amount-exceeds-approved',
    'rate-too-high',
  ],
  problems: [admissionRefusals, lendingRefusals],
  replies: { 200: 'Application' },
});

export const resubmitApplication = /* @__PURE__ */ route({
  operationId: 'resubmitApplication',
  method: 'POST',
  path: '/v1/applications/{applicationId}/resubmission',
  handler: 'functions/http/applications/resubmit.ts',
  roles: ['bank', 'enterprise'],
  tag,
  summary: 'Submits a returned application again, with other terms where needed (R13)',
  pathParameters,
  body: ResubmitApplication,
  refuses: [...ofTerms, 'state-conflict', 'amount-below-minimum', 'borrower-in-default', 'use-prohibited'],
  problems: [lendingRefusals, admissionRefusals],
  replies: { 200: 'Application' },
});

export const withdrawApplication = /* @__PURE__ */ route({
  operationId: 'withdrawApplication',
  method: 'POST',
  path: '/v1/applications/{applicationId}/withdrawal',
  handler: 'functions/http/applications/withdraw.ts',
  roles: ['bank', 'enterprise'],
  tag,
  summary: 'Withdraws an application before its disbursement (R14)',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Application' },
});

export const decideConsent = /* @__PURE__ */ route({
  operationId: 'decideConsent',
  method: 'POST',
  path: '/v1/applications/{applicationId}/consent',
  handler: 'functions/http/applications/consent.ts',
  roles: ['enterprise'],
  tag,
  summary:
    'The enterprise confirms or refuses an application in its name; a refusal withdraws it and releases its amount',
  pathParameters,
  body: DecideConsent,
  refuses: ['state-conflict'],
  replies: { 200: 'Application' },
});

export const disburse = /* @__PURE__ */ route({
  operationId: 'disburse',
  method: 'POST',
  path: '/v1/applications/{applicationId}/disbursement',
  handler: 'functions/http/applications/disburse.ts',
  roles: ['bank'],
  tag,
  summary: 'Records the disbursement; the answer is the loan (R15)',
  pathParameters,
  body: Disburse,
  refuses: [
    ...ofTerms,
    'state-conflict',
    'already-exists',
    'amount-exceeds-approved',
    'date-out-of-range',
    'term-too-long',
    'rate-too-high',
    'leverage-exceeded',
  ],
  problems: [lendingRefusals, admissionRefusals],
  replies: { 201: 'Loan' },
});

export const applicationRoutes = [
  submitApplication,
  listApplications,
  getApplication,
  applicationHistory,
  reviewApplication,
  resubmitApplication,
  withdrawApplication,
  decideConsent,
  disburse,
] as const;
