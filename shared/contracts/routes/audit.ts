import * as z from 'zod/mini';
import { resourceKinds } from '../../domain/event.ts';
import { Day, pageQuery, ShortText } from '../fields.ts';
import { route } from '../route.ts';

export const verifyHistory = route({
  operationId: 'verifyHistory',
  method: 'GET',
  path: '/v1/audit/verification',
  handler: 'functions/http/audit/verify.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary:
    'Recomputes a resource’s history, or page by page those of a whole kind, and compares them with the state (R30)',
  query: z.strictObject({
    kind: z.enum(resourceKinds),
    id: z.optional(ShortText),
    cursor: z.optional(z.string()),
  }),
  mayBeMissing: true,
  replies: { 200: 'Verification' },
});

export const searchTrail = route({
  operationId: 'searchTrail',
  method: 'GET',
  path: '/v1/audit',
  handler: 'functions/http/audit/search.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary: 'Lists events of all resources by day (the last 31 unless told, at most 366), person and type, newest first',
  query: z.strictObject({
    from: z.optional(Day),
    to: z.optional(Day),
    actor: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    type: z.optional(ShortText),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'AuditEvent' } },
});

export const auditRoutes = [searchTrail, verifyHistory] as const;
