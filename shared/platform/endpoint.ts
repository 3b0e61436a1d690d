import middy from '@middy/core';
import { generalRefusals } from '../contracts/refusals/general.ts';
import type { Route } from '../contracts/route.ts';
import { type Refusal, refusedBy } from '../domain/refusal.ts';
import { failureOf } from '../store/failure.ts';
import { Unavailable } from '../store/retry.ts';
import { type GatewayEvent, requestOf } from './gateway-event.ts';
import { type GatewayRequest, placeOf } from './gateway-request.ts';
import { liveLog } from './log.ts';
import { type HttpReply, problemReply } from './problem.ts';
import { InvalidRequest } from './request-form.ts';

/** What an endpoint answers: a reply that is ready, or a refusal for the chain to put into words. */
export type EndpointResult = HttpReply | Refusal;

/** Left of Lambda's time when a call that hangs is given up, so that the answer can still say so. */
const timeoutEarlyInMillis = 500;

/**
 * Makes a Lambda handler of an action: the one chain of all HTTP functions. The action gets what the gateway's event says; every
 * refusal, unknown error and unavailable store becomes a problem here and nowhere else. It stands on no service, so that
 * what needs none does not carry them. The signal says that the caller was answered before the action came to its end.
 */
export const endpoint = (
  { operationId, problems }: Route,
  act: (request: GatewayRequest, answered?: AbortSignal) => Promise<EndpointResult>,
) =>
  middy<GatewayEvent, HttpReply>({ timeoutEarlyInMillis })
    .use({
      onError: (request) => {
        request.response = replyToError(operationId, requestOf(request.event), request.error);
      },
    })
    .handler(async (event, _context, options) => {
      const request = requestOf(event);
      const result = await act(request, options?.signal);
      return 'kind' in result ? problemReply(result, { ...placeOf(request), problems }) : result;
    });

function replyToError(operationId: string, request: GatewayRequest, error: unknown): HttpReply {
  const place = placeOf(request);
  if (error instanceof InvalidRequest) return problemReply(error.refusal, place, error.errors);
  // If a retry may help, the answer says so, also if the failure came from neither a command nor a bounded read.
  const mendable = error instanceof Unavailable || ['busy', 'unknown'].includes(failureOf(error));
  const code = mendable ? 'unavailable' : 'internal';
  const facts = error instanceof Error ? { name: error.name, reason: error.message, stack: error.stack } : { error };
  liveLog().error(`${operationId} answered ${generalRefusals[code].status}`, { traceId: place.traceId, ...facts });
  return problemReply(refusedBy(null, code), place);
}
