import * as z from 'zod/mini';
import { commandBody, Id, pageQuery, ReasonBody } from '../fields.ts';
import { DraftPolicy } from '../policies.ts';
import { admissionRefusals } from '../refusals/admission.ts';
import { lendingRefusals } from '../refusals/lending.ts';
import { everyone, route } from '../route.ts';

const tag = 'Policies';
const pathParameters = z.strictObject({ policyId: Id });

export const listPolicies = /* @__PURE__ */ route({
  operationId: 'listPolicies',
  method: 'GET',
  path: '/v1/policies',
  handler: 'functions/http/policies/list.ts',
  roles: everyone,
  tag,
  summary:
    'Lists the policy versions, the newest in effect first (R1); drafts are the office’s and the auditor’s to see',
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'Policy' } },
});

export const getPolicy = /* @__PURE__ */ route({
  operationId: 'getPolicy',
  method: 'GET',
  path: '/v1/policies/{policyId}',
  handler: 'functions/http/policies/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows a policy version with all its parameters',
  pathParameters,
  replies: { 200: 'Policy' },
});

export const policyHistory = /* @__PURE__ */ route({
  operationId: 'policyHistory',
  method: 'GET',
  path: '/v1/policies/{policyId}/history',
  handler: 'functions/http/policies/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to a policy version, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const draftPolicy = /* @__PURE__ */ route({
  operationId: 'draftPolicy',
  method: 'POST',
  path: '/v1/policies',
  handler: 'functions/http/policies/draft.ts',
  roles: ['office'],
  tag,
  summary: 'Drafts a policy version; what it does not name is as in the newest approved one (R1)',
  body: DraftPolicy,
  refuses: ['date-out-of-range'],
  replies: { 201: 'Policy' },
});

export const approvePolicy = /* @__PURE__ */ route({
  operationId: 'approvePolicy',
  method: 'POST',
  path: '/v1/policies/{policyId}/approval',
  handler: 'functions/http/policies/approve.ts',
  roles: ['office'],
  tag,
  summary: 'Another official approves a draft; it governs from its day on (R1)',
  pathParameters,
  body: commandBody({}),
  refuses: ['state-conflict', 'date-out-of-range'],
  replies: { 200: 'Policy' },
});

export const discardPolicy = /* @__PURE__ */ route({
  operationId: 'discardPolicy',
  method: 'POST',
  path: '/v1/policies/{policyId}/discard',
  handler: 'functions/http/policies/discard.ts',
  roles: ['office'],
  tag,
  summary: 'Discards a draft (R1)',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Policy' },
});

export const dryRunPolicy = /* @__PURE__ */ route({
  operationId: 'dryRunPolicy',
  method: 'GET',
  path: '/v1/policies/{policyId}/dry-run',
  handler: 'functions/http/policies/dry-run.ts',
  roles: ['office', 'auditor'],
  accessKind: 'export',
  tag,
  summary:
    'Shows what would differ today if the version were in force; looks at some thousands a call and says how far',
  pathParameters,
  query: z.strictObject(pageQuery),
  problems: [lendingRefusals, admissionRefusals],
  replies: { 200: 'PolicyDryRun' },
});

export const policyRoutes = [
  listPolicies,
  getPolicy,
  policyHistory,
  draftPolicy,
  approvePolicy,
  discardPolicy,
  dryRunPolicy,
] as const;
