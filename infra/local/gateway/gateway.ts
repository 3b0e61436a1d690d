import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Facts } from '../../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../../shared/domain/refusal-facts.ts';
import type { TokenCheck } from '../../../shared/platform/token-check.ts';
import type { CallGate } from '../call-gate.ts';
import type { Clock } from '../clock.ts';
import type { RouteModel } from '../template/functions.ts';
import { FunctionLost, FunctionTimedOut } from '../threads/failures.ts';
import type { ThreadPool } from '../threads/pool.ts';
import { readBody } from './body.ts';
import { eventOf } from './event.ts';
import { refuse, refuseForm } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import { replyOf } from './result.ts';
import { createRouter } from './router.ts';

export interface GatewayOptions {
  readonly routes: readonly RouteModel[];
  /** The route table, for what the template does not say: sizes of bodies. */
  readonly contracts: readonly Route[];
  readonly authorize: TokenCheck;
  readonly pool: ThreadPool;
  readonly clock: Clock;
  /** Calls go through it, so that the clock does not jump beneath them. */
  readonly gate: CallGate;
  readonly rateLimit: RateLimit | null;
  /** Told of each call that the gateway refuses itself, before it is answered. */
  readonly onRefused: (refused: RefusedHere) => Promise<void>;
}

/** What the gateway refused without asking a function, as the access logs of a gateway in the cloud say it. */
export interface RefusedHere {
  readonly at: string;
  readonly operationId: string | null;
  readonly path: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly address: string | null;
  readonly traceId: string;
}

/** The most that Lambda takes, whatever a route allows. */
const eventBytesMax = 6 * 1024 * 1024;
const bodyBytesMaxUnlessSaid = 1024 * 1024;
/** A call whose function answers later than this is answered by the gateway. */
const gatewayTimeoutMs = 30_000;

/**
 * The HTTP API of the template: finds the route, checks size, media type and token in the order of api.md, calls the
 * function, and answers. What it refuses itself is a problem like all others.
 */
export function createGateway(options: GatewayOptions): (request: IncomingMessage) => Promise<Reply> {
  const { routes, contracts, authorize, pool, clock, gate, rateLimit, onRefused } = options;
  const findRoute = createRouter(
    routes.map((route) => {
      const contract = contracts.find(({ method, path }) => method === route.method && path === route.path);
      return { ...route, bodyBytesMax: Math.min(contract?.bodyBytesMax ?? bodyBytesMaxUnlessSaid, eventBytesMax) };
    }),
  );

  return async (request) => {
    const requestId = randomUUID();
    const no = (code: RefusalCode, facts: Facts = {}): Reply => refuse(request, requestId, code, facts);
    const { method = '', url = '' } = request;
    const [rawPath = '', rawQueryString = ''] = splitOnce(url, '?');
    const seenNo = async (code: RefusalCode, route?: RouteModel): Promise<Reply> => {
      const reply = no(code);
      const contract = contracts.find(({ method, path }) => method === route?.method && path === route.path);
      await onRefused({
        at: new Date(clock.nowMs()).toISOString(),
        operationId: contract?.operationId ?? null,
        path: rawPath,
        status: reply.status,
        code,
        address: request.socket.remoteAddress ?? null,
        traceId: requestId,
      });
      return reply;
    };

    const match = findRoute(method, rawPath);
    if (!match) return seenNo('not-found');
    const { route } = match;
    if (rateLimit && !rateLimit()) return seenNo('too-many-requests', route);

    const body = await readBody(request, route.bodyBytesMax);
    if ('bytes' in body) return no('too-large', { bytes: body.bytes, bytesMax: route.bodyBytesMax });
    if (body.length > 0 && !isJson(request.headers['content-type']))
      return no('unsupported-media-type', { given: (request.headers['content-type'] ?? '').slice(0, 100) });

    const claims = route.needsToken ? await authorize(request.headers.authorization) : null;
    if (route.needsToken && !claims) return seenNo('unauthenticated', route);

    const pathParameters = decoded(match.parameters);
    if (!pathParameters) return refuseForm(request, requestId, 'path', 'invalid-format');

    const routeKey = `${route.method} ${route.path}`;
    const nowMs = clock.nowMs();
    const event = eventOf({
      request,
      routeKey,
      rawPath,
      rawQueryString,
      pathParameters,
      body,
      claims,
      requestId,
      nowMs,
    });
    try {
      const call = gate.call(() => pool.call(route.functionName, event, requestId));
      return replyOf(await withinTime(call, route.functionName));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return no(error instanceof FunctionTimedOut || error instanceof FunctionLost ? 'unavailable' : 'internal');
    }
  };
}

/** The gateway's own limit; the function behind may go on, as in the cloud. */
async function withinTime(call: Promise<unknown>, functionName: string): Promise<unknown> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new FunctionTimedOut(functionName)), gatewayTimeoutMs);
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

function decoded(parameters: Readonly<Record<string, string>>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const isJson = (contentType: string | undefined): boolean => /^application\/json\s*(;|$)/i.test(contentType ?? '');

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
