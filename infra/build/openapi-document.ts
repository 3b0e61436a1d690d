import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { namedSchemas, withLimits } from './openapi-limits.ts';
import { responsesOf } from './openapi-responses.ts';
import { parameterDescriptions, tagDescriptions } from './openapi-words.ts';

const idempotencyKey = z.string().check(
  z.regex(/^[\x21-\x7e]{8,64}$/),
  z.maxLength(64),
  z.meta({
    description: 'Unique within the organisation; the same request with the same key is answered once and for all',
  }),
);
const ifMatch = z
  .optional(z.string().check(z.regex(/^(\*|(W\/)?"[0-9]{1,15}")$/), z.maxLength(20)))
  .check(z.meta({ description: 'The version in quotes, as `ETag` gave it; stale is 412' }));
const acceptLanguage = z
  .optional(z.string().check(z.regex(/^[A-Za-z0-9*;=.,\- ]*$/), z.maxLength(1000)))
  .check(z.meta({ description: 'zh (by default) or en, for problems' }));

/** The OpenAPI 3.1 document of the route table: no call in it is written by hand. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operationOf(route) });
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: '平湖市科创企业贷款管理服务系统 Sci-Tech Enterprise Loan Management Service System',
        version: '1.0.0',
        description: 'Money is whole fen; dates are Asia/Shanghai; errors are RFC 9457 problems.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [
        {
          url: '/',
          description: 'The system that this document was read from: production in the cloud, local on one machine',
          'x-internal': false,
        },
      ],
      tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({
        name,
        description: tagDescriptions[name] ?? '',
      })),
      security: [{ bearer: [] }],
      components: {
        schemas: namedSchemas,
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'A token of the city’s OIDC issuer, verified as RFC8725 asks: algorithm, issuer, audience and times',
          },
        },
      },
      paths: paths as ZodOpenApiPathsObject,
    },
    { override: withLimits },
  );
  for (const operation of Object.values(document.paths ?? {}).flatMap((path) => [path.get, path.post]))
    for (const parameter of operation?.parameters ?? [])
      if ('name' in parameter) parameter.description ??= parameterDescriptions[parameter.name] ?? '';
  return document;
}

function whoMayCall({ roles, filterRoles = {} }: Route): string {
  if (roles === 'public') return 'No token needed.';
  const filters = Object.entries(filterRoles).map(([name, allowed]) => ` \`${name}\` for ${allowed.join(', ')} alone.`);
  return `Roles: ${roles.join(', ')}.${filters.join('')}`;
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
    description: whoMayCall(route),
    tags: [route.tag],
    ...(route.roles === 'public' && { security: [] }),
    requestParams: {
      header,
      ...(route.pathParameters && { path: route.pathParameters as z.ZodMiniObject }),
      ...(route.query && { query: route.query as z.ZodMiniObject }),
    },
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: responsesOf(route),
  };
}
