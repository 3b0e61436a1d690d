import * as z from 'zod/mini';
import type { ZodOpenApiHeadersObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { Problem } from '../../shared/contracts/problem.ts';
import { allRefusals } from '../../shared/contracts/refusals/all.ts';
import { schemaOfReply } from '../../shared/contracts/replies.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { refusalCodes } from '../../shared/domain/refusal-facts.ts';

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

/** The error statuses that a call can answer. */
function problemsOf(route: Route): Record<string, ZodOpenApiResponseObject> {
  const statuses = new Set<number>([500, 503, 429]);
  if (route.roles !== 'public') for (const status of [401, 403]) statuses.add(status);
  if (route.pathParameters || route.query || route.body) statuses.add(400);
  if (route.pathParameters || route.mayBeMissing) statuses.add(404);
  if (route.method === 'POST') for (const status of [400, 409, 412, 413, 415, 422]) statuses.add(status);
  if (route.mayBeRefused) statuses.add(422);
  return Object.fromEntries([...statuses].sort().map((status) => [String(status), refusedWith(status)]));
}

const refused = new Map<number, ZodOpenApiResponseObject>();

/** One response a status, which all calls refer to. */
function refusedWith(status: number): ZodOpenApiResponseObject {
  const known = refused.get(status);
  if (known) return known;
  const codes = refusalCodes.flatMap((code) => (allRefusals[code].status === status ? [`\`${code}\``] : []));
  const response = {
    id: `Refused${status}`,
    description: `Refused: ${codes.join(', ')}`,
    headers: {
      ...([429, 503].includes(status) && { 'Retry-After': retryAfter }),
      // What broke off, or had no good token, was counted for nobody.
      ...(![401, 500, 503].includes(status) && limits),
      ...(status === 401 && { 'WWW-Authenticate': wwwAuthenticate }),
    },
    content: { 'application/problem+json': { schema: Problem } },
  };
  refused.set(status, response);
  return response;
}
