import * as z from 'zod/mini';
import { resourceKinds } from '../../domain/event.ts';
import { Verification } from '../audit.ts';
import { ShortText } from '../fields.ts';
import { route } from '../route.ts';

export const verifyHistory = route({
  operationId: 'verifyHistory',
  method: 'GET',
  path: '/v1/audit/verification',
  handler: 'functions/http/audit/verify.ts',
  roles: ['auditor', 'office'],
  tag: 'Audit',
  summary: 'Recomputes a resource’s history, hash by hash, and compares what it says with the stored state (R30)',
  query: z.strictObject({ kind: z.enum(resourceKinds), id: ShortText }),
  mayBeMissing: true,
  replies: { 200: Verification },
});

export const auditRoutes = [verifyHistory] as const;
