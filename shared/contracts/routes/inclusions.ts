import * as z from 'zod/mini';
import { inclusionStates } from '../../domain/inclusion.ts';
import { CreditCode, Id, pageQuery, ReasonBody } from '../fields.ts';
import { RevokeInclusion, SubmitInclusion } from '../inclusions.ts';
import { evidenceRefusals } from '../refusals/evidence.ts';
import { type Role, route } from '../route.ts';

const tag = 'Inclusions';
const pathParameters = z.strictObject({ inclusionId: Id });
const readers: readonly Role[] = ['bank', 'enterprise', 'office', 'member', 'auditor'];

export const submitInclusion = /* @__PURE__ */ route({
  operationId: 'submitInclusion',
  method: 'POST',
  path: '/v1/enterprises/{creditCode}/inclusions',
  handler: 'functions/http/inclusions/submit.ts',
  roles: ['bank', 'office', 'enterprise'],
  tag,
  summary: 'Asks the joint conference to include an enterprise that holds no qualification (R5)',
  pathParameters: z.strictObject({ creditCode: CreditCode }),
  body: SubmitInclusion,
  documentRights: ['read'],
  refuses: ['state-conflict', 'date-out-of-range', 'document-not-valid', 'too-many-items'],
  problems: [evidenceRefusals],
  replies: { 201: 'Inclusion' },
});

export const listInclusions = /* @__PURE__ */ route({
  operationId: 'listInclusions',
  method: 'GET',
  path: '/v1/inclusions',
  handler: 'functions/http/inclusions/list.ts',
  roles: readers,
  tag,
  summary: 'Lists the requests for inclusion that the caller may see, newest first',
  query: z.strictObject({
    state: z.optional(z.enum(inclusionStates)),
    creditCode: z.optional(CreditCode),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Inclusion' } },
});

export const getInclusion = /* @__PURE__ */ route({
  operationId: 'getInclusion',
  method: 'GET',
  path: '/v1/inclusions/{inclusionId}',
  handler: 'functions/http/inclusions/get.ts',
  roles: readers,
  tag,
  summary: 'Shows a request for inclusion',
  pathParameters,
  replies: { 200: 'Inclusion' },
});

export const inclusionHistory = /* @__PURE__ */ route({
  operationId: 'inclusionHistory',
  method: 'GET',
  path: '/v1/inclusions/{inclusionId}/history',
  handler: 'functions/http/inclusions/history.ts',
  roles: readers,
  tag,
  summary: 'Lists what happened to a request for inclusion, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const withdrawInclusion = /* @__PURE__ */ route({
  operationId: 'withdrawInclusion',
  method: 'POST',
  path: '/v1/inclusions/{inclusionId}/withdrawal',
  handler: 'functions/http/inclusions/withdraw.ts',
  roles: ['bank', 'office', 'enterprise'],
  tag,
  summary: 'Withdraws a request that is on no agenda',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Inclusion' },
});

export const revokeInclusion = /* @__PURE__ */ route({
  operationId: 'revokeInclusion',
  method: 'POST',
  path: '/v1/inclusions/{inclusionId}/revocation',
  handler: 'functions/http/inclusions/revoke.ts',
  roles: ['office'],
  tag,
  summary: 'Revokes an inclusion in force from today on (R5)',
  pathParameters,
  body: RevokeInclusion,
  refuses: ['state-conflict'],
  replies: { 200: 'Inclusion' },
});

export const inclusionRoutes = [
  submitInclusion,
  listInclusions,
  getInclusion,
  inclusionHistory,
  withdrawInclusion,
  revokeInclusion,
] as const;
