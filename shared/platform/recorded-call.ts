import type { Route } from '../contracts/route.ts';
import { isKeptRefusal } from '../domain/access.ts';
import { AccessRecorder, type SeenCall } from '../operations/access-log/recorder.ts';
import type { Services } from '../operations/services.ts';
import { accessLogMonthsIn } from './config.ts';
import type { EndpointResult } from './endpoint.ts';
import { type GatewayRequest, personOf, placeOf } from './gateway-request.ts';
import { takenFor, tooMany, withLimit } from './limited-call.ts';
import { type HttpReply, problemReply } from './problem.ts';
import { InvalidRequest } from './request-form.ts';

let recorder: AccessRecorder | undefined;

/**
 * Answers a call, unless its client has asked too much, and keeps in the access log what of it belongs there: the token's first call, a refusal, a document to fetch,
 * an export. What leaves is kept before it leaves, or it does not leave (503).
 */
export async function recordedCall(
  services: Services,
  route: Route,
  call: GatewayRequest,
  act: () => Promise<EndpointResult>,
): Promise<HttpReply> {
  recorder ??= new AccessRecorder(accessLogMonthsIn(process.env));
  const taken = await takenFor(services, route, call);
  const { reply, code } = await answerOf(route, call, taken?.isAllowed === false ? async () => tooMany(taken) : act);
  const { statusCode: status, headers } = reply;
  const person = personOf(call);
  const seen: SeenCall = {
    at: services.now(),
    sub: person?.sub ?? null,
    org: person?.org ?? null,
    operationId: route.operationId,
    path: call.path,
    status,
    code,
    address: call.address,
    traceId: call.requestId,
  };
  const token = person && tokenNameIn(call);
  if (token) await recorder.signedIn(services, { ...seen, status: 200, code: null }, token);
  if (isKeptRefusal(status)) await recorder.refused(services, seen, route.accessKind ?? 'call');
  else if (status === 200) {
    const kind = String(headers['content-type']).startsWith('application/json') ? route.accessKind : 'export';
    if (kind === 'export' || (kind === 'download' && letsFetch(reply))) await recorder.left(services, seen, kind);
  }
  return withLimit(reply, taken);
}

/** A request of a wrong form is answered here, so that it is seen like every other answer. */
async function answerOf(
  { problems }: Route,
  call: GatewayRequest,
  act: () => Promise<EndpointResult>,
): Promise<{ readonly reply: HttpReply; readonly code: string | null }> {
  try {
    const result = await act();
    if (!('kind' in result)) return { reply: result, code: null };
    return { reply: problemReply(result, { ...placeOf(call), problems }), code: result.code };
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return { reply: problemReply(error.refusal, placeOf(call), error.errors), code: error.refusal.code };
  }
}

/** What names a token without being one: its id, or whose it is and when it was issued; null where it says neither. */
function tokenNameIn({ claims }: GatewayRequest): string | null {
  const { iss, sub, jti, iat } = claims as Readonly<Record<string, unknown>>;
  if (jti === undefined && iat === undefined) return null;
  return JSON.stringify([iss, sub, jti ?? null, String(iat ?? '')]);
}

/** Whether a document's answer carries the address of its content, and not only what it is. */
const letsFetch = ({ body }: HttpReply): boolean =>
  (JSON.parse(body) as { readonly downloadUrl?: string | null }).downloadUrl != null;
