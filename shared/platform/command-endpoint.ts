import type * as z from 'zod/mini';
import type { Route } from '../contracts/route.ts';
import { dayAt } from '../domain/calendar.ts';
import type { Operator } from '../domain/event.ts';
import { refusedBy } from '../domain/refusal.ts';
import { organisationOf } from '../operations/caller.ts';
import type { CommandContext, Outcome } from '../operations/command.ts';
import { commandDeadline, servicesUntil } from '../operations/deadline.ts';
import { operatorSubsOf } from '../operations/persons/operator-subs.ts';
import type { Services } from '../operations/services.ts';
import { requestHashOf } from '../store/commands.ts';
import { type EndpointResult, endpoint } from './endpoint.ts';
import { bodyOf, callerOf, type GatewayRequest } from './gateway-request.ts';
import { commonHeaders } from './problem.ts';
import { recordedCall } from './recorded-call.ts';
import { checkSizeAndType, headerError, InvalidRequest, jsonBodyOf, parsed } from './request-form.ts';
import { liveServices } from './services.ts';

/** What a body says of the act itself, without who handled and checked it. */
type OwnFields<Body> = Body extends object ? Omit<Body, 'operator'> : Body;

/**
 * Makes the handler of a POST: api.md's order of checks up to the request's form, then the operation, which goes on with
 * the key, the resource, its version, four eyes, state and rules.
 */
export const commandEndpoint = <Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType>(
  route: Route<Path, Query, Body>,
  act: (
    services: Services,
    context: CommandContext,
    request: { readonly path: z.output<Path>; readonly body: OwnFields<z.output<Body>> },
  ) => Promise<Outcome>,
) =>
  endpoint(route, (call, answered) => {
    const live = liveServices();
    return recordedCall(live, route, call, async (): Promise<EndpointResult> => {
      const bytes = bodyOf(call);
      checkSizeAndType(call, bytes, route);
      const allowed = route.roles === 'public' ? [] : route.roles;
      const caller = callerOf(call, allowed);
      if (caller === null) return refusedBy(null, 'unauthenticated');
      if (caller === 'forbidden') return refusedBy(null, 'forbidden', { allowed: allowed.join(', ') });
      const key = idempotencyKeyOf(call);
      const path = parsed(route.pathParameters, call.pathParameters, call);
      parsed(route.query, call.query, call);
      const json = jsonBodyOf(call, bytes);
      const body = parsed(route.body, json, call);
      const at = live.now();
      const services = servicesUntil(live, commandDeadline(live, at, answered));
      const { operator = null, ...own } = (body ?? {}) as { operator?: Operator };
      const operatorSubs = operator && (await operatorSubsOf(services, caller.org, operator));
      const outcome = await act(
        services,
        {
          caller,
          at,
          today: dayAt(at),
          key: { ...organisationOf(caller), key, requestHash: requestHashOf(route.method, call.path, json) },
          ifMatch: ifMatchOf(call),
          operator,
          operatorSubs,
        },
        // The operator is part of who acts: no command keeps it with what was done.
        { path, body: own as OwnFields<z.output<Body>> },
      );
      if (outcome.kind === 'refused') return outcome;
      const { status, body: text, headers } = outcome.answer;
      return {
        statusCode: status,
        headers: {
          ...commonHeaders,
          'content-type': 'application/json; charset=utf-8',
          ...headers,
          ...(outcome.replayed && { 'idempotency-replayed': 'true' }),
        },
        body: text,
      };
    });
  });

function idempotencyKeyOf({ headers }: GatewayRequest): string {
  const key = headers['idempotency-key'];
  if (key !== undefined && /^[\x21-\x7e]{8,64}$/.test(key)) return key;
  throw new InvalidRequest('idempotency-key-missing', undefined, { given: key !== undefined });
}

/** The version that `If-Match` names; `*` and no header name none. */
function ifMatchOf(call: GatewayRequest): number | null {
  const header = call.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw headerError(call, 'If-Match', 'if-match-invalid');
  return Number(version);
}
