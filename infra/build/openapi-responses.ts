import * as z from 'zod/mini';
import type { ZodOpenApiHeadersObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { Problem } from '../../shared/contracts/problem.ts';
import { allRefusals } from '../../shared/contracts/refusals/all.ts';
import { schemaOfReply } from '../../shared/contracts/replies.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { type RefusalCode, refusalCodes } from '../../shared/domain/refusal-facts.ts';

/** What a function can answer at most; a file is no longer than that. */
const answerBytesMax = 6 * 1024 * 1024;
const file = { schema: z.string().check(z.maxLength(answerBytesMax)) };

const etag = {
  description: 'The version of the resource, for `If-Match`',
  schema: { type: 'string', pattern: '^"[0-9]{1,15}"$', maxLength: 17 },
} as const;
const location = {
  description: 'Where to find what was made, if it can be read by itself',
  schema: { type: 'string', format: 'uri-reference', maxLength: 2000 },
} as const;
const replayed = {
  description: 'Whether this is the first answer again',
  schema: { type: 'string', const: 'true' },
} as const;
const retryAfter = {
  description: 'Seconds to wait before the next try',
  schema: { type: 'string', pattern: '^[0-9]{1,6}$', maxLength: 6 },
} as const;
const wwwAuthenticate = {
  description: 'How to authenticate (RFC 6750)',
  schema: { type: 'string', maxLength: 1000 },
} as const;

/** What a client has left; a city may switch limits off, and then they are not sent. */
const limits = {
  'RateLimit-Policy': {
    description: 'The limit that counts: calls (`q`) in so many seconds (`w`), for lists and for other calls apart',
    schema: { type: 'string', pattern: '^"(calls|lists)";q=[0-9]+;w=60$', maxLength: 60 },
  },
  RateLimit: {
    description: 'Calls that are left (`r`), and seconds until all are there again, or after a 429 the next one (`t`)',
    schema: { type: 'string', pattern: '^"(calls|lists)";r=[0-9]+;t=[0-9]+$', maxLength: 60 },
  },
} as const;

/** All that a call can answer, by status. */
export const responsesOf = (route: Route): ZodOpenApiResponsesObject => ({ ...repliesOf(route), ...problemsOf(route) });

function repliesOf(route: Route): Record<string, ZodOpenApiResponseObject> {
  const entries = Object.entries(route.replies).map(([status, reply]) => {
    const schema = schemaOfReply(reply);
    const files = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, file]));
    const content = route.producesOnly
      ? files(route.producesOnly)
      : { 'application/json': { schema }, ...files(route.alsoProduces ?? []) };
    return [status, { description: route.summary, headers: headersOf(route, status, schema), content }];
  });
  return Object.fromEntries(entries);
}

function headersOf({ method, roles }: Route, status: string, schema: z.ZodMiniType): ZodOpenApiHeadersObject {
  const isVersioned = schema instanceof z.ZodMiniObject && 'version' in schema.shape;
  return {
    ...(isVersioned && { ETag: etag }),
    ...(['201', '202'].includes(status) && { Location: location }),
    ...(method === 'POST' && { 'Idempotency-Replayed': replayed }),
    ...(roles !== 'public' && limits),
  };
}

/** The refusals that a call can answer, by status. */
function problemsOf(route: Route): Record<string, ZodOpenApiResponseObject> {
  const codes = new Set(codesOf(route));
  const statuses = [...new Set([...codes].map((code) => allRefusals[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const its = refusalCodes.filter((code) => codes.has(code) && allRefusals[code].status === status);
      return [String(status), refusedWith(status, its, route)];
    }),
  );
}

/** Those of every call of its kind, and its own. */
function codesOf({ method, roles, pathParameters, query, body, mayBeMissing, refuses = [] }: Route) {
  const codes: RefusalCode[] = ['internal', 'unavailable', 'too-many-requests', ...refuses];
  if (roles !== 'public') codes.push('unauthenticated', 'forbidden');
  if (pathParameters || query || body) codes.push('validation-failed');
  if (query instanceof z.ZodMiniObject && 'cursor' in query.shape) codes.push('cursor-invalid');
  if (pathParameters || mayBeMissing) codes.push('not-found');
  if (method === 'POST') codes.push(...ofCommands);
  return codes;
}

const ofCommands = [
  ...(['validation-failed', 'idempotency-key-missing', 'four-eyes', 'idempotency-key-in-progress'] as const),
  ...(['version-mismatch', 'too-large', 'unsupported-media-type', 'idempotency-key-reused'] as const),
];

const refused = new Map<string, ZodOpenApiResponseObject>();

/** One response for each list of refusals: calls with the same refer to the same, named by the first of them. */
function refusedWith(status: number, codes: readonly RefusalCode[], route: Route): ZodOpenApiResponseObject {
  const list = codes.map((code) => `\`${code}\``).join(', ');
  const known = refused.get(list);
  if (known) return known;
  const isFirst = ![...refused.values()].some(({ id }) => id === `Refused${status}`);
  const response = {
    id: isFirst ? `Refused${status}` : `Refused${status}${capitalised(route.operationId)}`,
    description: `Refused: ${list}`,
    headers: {
      ...([429, 503].includes(status) && { 'Retry-After': retryAfter }),
      // What broke off, or had no good token, was counted for nobody.
      ...(![401, 500, 503].includes(status) && limits),
      ...(status === 401 && { 'WWW-Authenticate': wwwAuthenticate }),
    },
    content: { 'application/problem+json': { schema: Problem } },
  };
  refused.set(list, response);
  return response;
}

const capitalised = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
