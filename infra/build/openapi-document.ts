import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Problem } from '../../shared/contracts/problem.ts';
import { statusOf } from '../../shared/contracts/problem-status.ts';
import { schemaOfReply } from '../../shared/contracts/replies.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';

const idempotencyKey = z.string().check(
  z.regex(/^[\x21-\x7e]{8,64}$/),
  z.meta({
    description: 'Unique within the organisation; the same request with the same key is answered once and for all',
  }),
);
const ifMatch = z
  .optional(z.string())
  .check(z.meta({ description: 'The version in quotes, as `ETag` gave it; stale is 412' }));
const acceptLanguage = z.optional(z.string()).check(z.meta({ description: 'zh (unless told) or en, for problems' }));

/** The OpenAPI 3.1 document of the route table: nothing in it is written by hand. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operationOf(route) });
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '平湖市科创企业贷款管理服务系统 Sci-Tech Enterprise Loan Management Service System',
      version: '1.0.0',
      description: 'Money is whole fen; dates are Asia/Shanghai; errors are RFC 9457 problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: paths as ZodOpenApiPathsObject,
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const isCommand = route.method === 'POST';
  const header = z.object({
    ...(isCommand && { 'Idempotency-Key': idempotencyKey, 'If-Match': ifMatch }),
    'Accept-Language': acceptLanguage,
  });
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.roles === 'public' ? 'No token needed.' : `Roles: ${route.roles.join(', ')}.`,
    tags: [route.tag],
    ...(route.roles === 'public' && { security: [] }),
    requestParams: {
      header,
      ...(route.pathParameters && { path: route.pathParameters as z.ZodMiniObject }),
      ...(route.query && { query: route.query as z.ZodMiniObject }),
    },
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: { ...repliesOf(route), ...problemsOf(route) },
  };
}

function repliesOf(route: Route) {
  const entries = Object.entries(route.replies).map(([status, reply]) => {
    const schema = schemaOfReply(reply);
    const others = (route.alsoProduces ?? []).map((type) => [type, { schema: z.string() }]);
    const only = route.producesOnly?.map((type) => [type, { schema }]);
    const content = only ? Object.fromEntries(only) : { 'application/json': { schema }, ...Object.fromEntries(others) };
    return [status, { description: route.summary, content }];
  });
  return Object.fromEntries(entries);
}

/** The error statuses that a call can answer. */
function problemsOf(route: Route) {
  const statuses = new Set<number>([statusOf.internal, statusOf.unavailable, statusOf['too-many-requests']]);
  if (route.roles !== 'public') for (const status of [401, 403]) statuses.add(status);
  if (route.pathParameters || route.query || route.body) statuses.add(400);
  if (route.pathParameters || route.mayBeMissing) statuses.add(404);
  if (route.method === 'POST') for (const status of [400, 409, 412, 413, 415, 422]) statuses.add(status);
  if (route.mayBeRefused) statuses.add(422);
  const content = { 'application/problem+json': { schema: Problem } };
  return Object.fromEntries(
    [...statuses].sort().map((status) => [String(status), { description: 'Refused: see `code`', content }]),
  );
}
