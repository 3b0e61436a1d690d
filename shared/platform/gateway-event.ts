import type { APIGatewayProxyEvent, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { TokenClaims } from '../contracts/token-claims.ts';
import { verifiedPayload } from './bearer-token.ts';
import type { GatewayRequest } from './gateway-request.ts';

/** The event of an HTTP API, payload format 2.0, whose gateway checks tokens itself. */
export type HttpApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** The event of a REST API, whose tokens are checked by a function of ours (`functions/gateway/authorize.ts`). */
export type RestApiEvent = APIGatewayProxyEvent;

export type GatewayEvent = HttpApiEvent | RestApiEvent;

/** Reads what an event says. Only this file knows the two forms of API Gateway (decisions/0018). */
export const requestOf = (event: GatewayEvent): GatewayRequest =>
  'rawPath' in event ? requestOfHttpApi(event) : requestOfRestApi(event);

const requestOfHttpApi = (event: HttpApiEvent): GatewayRequest => ({
  path: event.rawPath,
  headers: event.headers,
  pathParameters: event.pathParameters ?? {},
  query: event.queryStringParameters ?? {},
  body: event.body ?? '',
  isBase64Encoded: event.isBase64Encoded,
  requestId: event.requestContext.requestId,
  address: event.requestContext.http?.sourceIp ?? null,
  claims: claimsOfHttpApi(event),
});

const requestOfRestApi = (event: RestApiEvent): GatewayRequest => ({
  path: event.path,
  // As they were sent; the other kind has them in lower case.
  headers: Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  pathParameters: event.pathParameters ?? {},
  query: Object.fromEntries(
    Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values]) => [name, values?.join(',')]),
  ),
  body: event.body ?? '',
  isBase64Encoded: event.isBase64Encoded,
  requestId: event.requestContext.requestId,
  address: event.requestContext.identity?.sourceIp ?? null,
  claims: claimsOfRestApi(event.requestContext.authorizer?.claims),
});

/**
 * The gateway verifies the token of every route but the public ones (a test of the templates holds it so) and then names
 * its claims; without them nothing was verified, whatever the header says.
 */
function claimsOfHttpApi({ headers, requestContext }: HttpApiEvent): TokenClaims {
  const verified = requestContext.authorizer?.jwt?.claims;
  return (verified && verifiedPayload(headers.authorization, verified)) ?? {};
}

/**
 * An authorizer of ours can hand on texts alone, so it puts the claims into one. API Gateway remembers its answer for some minutes, in
 * which a token may have run out: then it says nothing any more.
 */
function claimsOfRestApi(json: unknown): TokenClaims {
  if (typeof json !== 'string') return {};
  const claims = JSON.parse(json) as TokenClaims;
  return Number(claims.exp) * 1000 > Date.now() ? claims : {};
}
