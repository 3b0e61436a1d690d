import type { HttpApiEvent, RestApiEvent } from '../../shared/platform/gateway-event.ts';

/** The same call as a REST API would hand it on: payload format 1.0, headers as they were sent, the claims in one text. */
export function restEventOf(event: HttpApiEvent, exp = String(Math.ceil(Date.now() / 1000) + 60)): RestApiEvent {
  const { rawPath: path, headers, pathParameters = null, queryStringParameters, body = null, isBase64Encoded } = event;
  const { authorizer, requestId, http } = event.requestContext;
  const asSent = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  const query = queryStringParameters ?? null;
  return {
    path,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [asSent(name), value])),
    pathParameters,
    queryStringParameters: query,
    multiValueQueryStringParameters:
      query && Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value?.split(',')])),
    body,
    isBase64Encoded,
    requestContext: {
      requestId,
      identity: { sourceIp: http.sourceIp },
      // Remembered by the gateway, and still good for a minute.
      authorizer: authorizer && {
        principalId: authorizer.jwt.claims.sub,
        claims: JSON.stringify({ ...payloadOf(headers.authorization), exp }),
      },
    },
  } as unknown as RestApiEvent;
}

/** What the authorizer found in the token, as the issuer wrote it. */
const payloadOf = (authorization = ''): object =>
  JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString());
