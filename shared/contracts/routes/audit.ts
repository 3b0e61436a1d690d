import * as z from 'zod/mini';
import { accessKinds, accessOutcomes } from '../../domain/access.ts';
import { checkNames } from '../../domain/check.ts';
import { type ResourceKind, resourceKinds } from '../../domain/event.ts';
import { CreditCode, Day, Id, InstitutionId, pageQuery, ShortText } from '../fields.ts';
import { route } from '../route.ts';

/** Whether an id has the form of its kind's: a guard of a table, such as `losses#…`, is no resource (R30). */
function isIdOfKind({ kind, id }: { readonly kind: ResourceKind; readonly id?: string | undefined }): boolean {
  if (id === undefined) return true;
  if (kind === 'enterprises') return CreditCode.safeParse(id).success;
  return (kind === 'institutions' ? InstitutionId : Id).safeParse(id).success;
}

export const verifyHistory = /* @__PURE__ */ route({
  operationId: 'verifyHistory',
  method: 'GET',
  path: '/v1/audit/verification',
  handler: 'functions/http/audit/verify.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary:
    'Recomputes a resource’s history, or page by page those of a whole kind, and compares them with the state (R30)',
  query: z
    .strictObject({
      kind: z.enum(resourceKinds),
      id: z.optional(ShortText),
      cursor: pageQuery.cursor,
    })
    .check(z.refine(isIdOfKind, { path: ['id'], error: 'id-not-of-kind' })),
  mayBeMissing: true,
  replies: { 200: 'Verification' },
});

export const searchTrail = /* @__PURE__ */ route({
  operationId: 'searchTrail',
  method: 'GET',
  path: '/v1/audit',
  handler: 'functions/http/audit/search.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary: 'Lists events of all resources by day (the last 31 by default, at most 366), person and type, newest first',
  query: z.strictObject({
    from: z.optional(Day),
    to: z.optional(Day),
    actor: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    type: z.optional(ShortText),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'AuditEvent' } },
});

export const listChecks = /* @__PURE__ */ route({
  operationId: 'listChecks',
  method: 'GET',
  path: '/v1/audit/checks',
  handler: 'functions/http/audit/list-checks.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary: 'Lists the runs of the nightly checks, newest first, kept 400 days',
  query: z.strictObject({ check: z.optional(z.enum(checkNames)), ...pageQuery }),
  replies: { 200: { pageOf: 'CheckSummary' } },
});

export const getCheck = /* @__PURE__ */ route({
  operationId: 'getCheck',
  method: 'GET',
  path: '/v1/audit/checks/{checkId}',
  handler: 'functions/http/audit/get-check.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary: 'Shows a run of a check with the first hundred things that it found',
  pathParameters: z.strictObject({ checkId: Id }),
  replies: { 200: 'Check' },
});

export const listAccesses = /* @__PURE__ */ route({
  operationId: 'listAccesses',
  method: 'GET',
  path: '/v1/access-log',
  handler: 'functions/http/audit/access-log.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary:
    'Lists sign-ins, refusals, exports and downloads by day (the last 31 by default, at most 366), person and organisation, newest first',
  query: z.strictObject({
    from: z.optional(Day),
    to: z.optional(Day),
    sub: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    org: z.optional(ShortText),
    kind: z.optional(z.enum(accessKinds)),
    outcome: z.optional(z.enum(accessOutcomes)),
    ...pageQuery,
  }),
  alsoProduces: ['text/csv'],
  replies: { 200: { pageOf: 'AccessEntry' } },
});

export const auditRoutes = [listAccesses, searchTrail, verifyHistory, listChecks, getCheck] as const;
