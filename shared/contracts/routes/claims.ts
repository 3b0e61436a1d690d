import * as z from 'zod/mini';
import { claimStates } from '../../domain/claim.ts';
import { EstimateCompensation, ResubmitClaim, ReviewClaim, SubmitClaim } from '../claims.ts';
import { Id, InstitutionId, pageQuery, queryInt, ReasonBody } from '../fields.ts';
import { admissionRefusals } from '../refusals/admission.ts';
import { claimAreas } from '../refusals/claim.ts';
import { everyone, type Role, route } from '../route.ts';

const tag = 'Claims';
const pathParameters = z.strictObject({ claimId: Id });
const ofLoan = z.strictObject({ loanId: Id });

/** An enterprise sees its claims' state, and neither readiness nor history. */
const allButEnterprises: readonly Role[] = everyone.filter((role) => role !== 'enterprise');

/** What may stand in the way of a claim that is filed (R20). */
const ofFiling = [
  ...(['date-out-of-range', 'out-of-date-order', 'claim-not-ready', 'loss-exceeds-outstanding'] as const),
  ...(['evidence-missing', 'document-not-valid', 'too-many-items', 'filed-too-late', 'early-default'] as const),
  ...(['claim-window-closed', 'public-cover-exceeded', 'fund-year-ceiling'] as const),
];

export const claimReadiness = /* @__PURE__ */ route({
  operationId: 'claimReadiness',
  method: 'GET',
  path: '/v1/loans/{loanId}/claim-readiness',
  handler: 'functions/http/claims/readiness.ts',
  roles: allButEnterprises,
  tag,
  summary: 'Lists all that stands in the way of a claim, with the expected payout (R20)',
  pathParameters: ofLoan,
  problems: claimAreas,
  replies: { 200: 'ClaimReadiness' },
});

export const submitClaim = /* @__PURE__ */ route({
  operationId: 'submitClaim',
  method: 'POST',
  path: '/v1/loans/{loanId}/claims',
  handler: 'functions/http/claims/submit.ts',
  roles: ['bank'],
  tag,
  summary: 'Claims compensation of a non-performing loan’s loss (R20)',
  pathParameters: ofLoan,
  body: SubmitClaim,
  documentRights: ['read'],
  refuses: ['state-conflict', 'not-non-performing', ...ofFiling],
  problems: claimAreas,
  replies: { 201: 'Claim' },
});

export const listClaims = /* @__PURE__ */ route({
  operationId: 'listClaims',
  method: 'GET',
  path: '/v1/claims',
  handler: 'functions/http/claims/list.ts',
  roles: everyone,
  tag,
  summary: 'Lists the claims that the caller may see, newest first',
  query: z.strictObject({
    state: z.optional(z.enum(claimStates)),
    institutionId: z.optional(InstitutionId),
    /** Of the settlement. */
    year: z.optional(queryInt(2000, 9999)),
    ...pageQuery,
  }),
  // An enterprise sees a claim's state, and not its settlement.
  filterRoles: { year: allButEnterprises },
  replies: { 200: { pageOf: 'Claim' } },
});

export const getClaim = /* @__PURE__ */ route({
  operationId: 'getClaim',
  method: 'GET',
  path: '/v1/claims/{claimId}',
  handler: 'functions/http/claims/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows a claim, with the working of its payout',
  pathParameters,
  replies: { 200: 'Claim' },
});

export const claimHistory = /* @__PURE__ */ route({
  operationId: 'claimHistory',
  method: 'GET',
  path: '/v1/claims/{claimId}/history',
  handler: 'functions/http/claims/history.ts',
  roles: allButEnterprises,
  tag,
  summary: 'Lists what happened to a claim, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const reviewClaim = /* @__PURE__ */ route({
  operationId: 'reviewClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/acceptance',
  handler: 'functions/http/claims/review.ts',
  roles: ['office'],
  tag,
  summary: 'Accepts a complete claim, or returns it with what is to be corrected (R22)',
  pathParameters,
  body: ReviewClaim,
  refuses: ['state-conflict'],
  replies: { 200: 'Claim' },
});

export const resubmitClaim = /* @__PURE__ */ route({
  operationId: 'resubmitClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/resubmission',
  handler: 'functions/http/claims/resubmit.ts',
  roles: ['bank'],
  tag,
  summary: 'Files a returned claim again under its id (R20)',
  pathParameters,
  body: ResubmitClaim,
  documentRights: ['read'],
  refuses: ['state-conflict', ...ofFiling],
  problems: claimAreas,
  replies: { 200: 'Claim' },
});

export const withdrawClaim = /* @__PURE__ */ route({
  operationId: 'withdrawClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/withdrawal',
  handler: 'functions/http/claims/withdraw.ts',
  roles: ['bank'],
  tag,
  summary: 'Withdraws a claim that is not on an agenda; another may be filed',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Claim' },
});

export const releaseLine = /* @__PURE__ */ route({
  operationId: 'releaseLine',
  method: 'POST',
  path: '/v1/claims/{claimId}/settlement-retry',
  handler: 'functions/http/claims/release-line.ts',
  roles: ['office'],
  tag,
  summary: 'Tries the settlement of a claim again that failed five times and holds its institution’s line (R26)',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Claim' },
});

export const estimateCompensation = /* @__PURE__ */ route({
  operationId: 'estimateCompensation',
  method: 'POST',
  path: '/v1/compensation-estimates',
  handler: 'functions/http/claims/estimate.ts',
  roles: everyone,
  tag,
  summary: 'Tells what a loss would bring, with the working; no effect (R23, R24)',
  body: EstimateCompensation,
  refuses: ['institution-not-admitted', 'date-out-of-range'],
  problems: [admissionRefusals],
  replies: { 200: 'CompensationEstimate' },
});

export const claimRoutes = [
  claimReadiness,
  submitClaim,
  listClaims,
  getClaim,
  claimHistory,
  reviewClaim,
  resubmitClaim,
  withdrawClaim,
  releaseLine,
  estimateCompensation,
] as const;
