import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { TokenClaims } from '../../../shared/contracts/token-claims.ts';

export interface EventSource {
  readonly request: IncomingMessage;
  readonly routeKey: string;
  /** Path and query as they were sent. */
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly claims: TokenClaims | null;
  readonly requestId: string;
  readonly nowMs: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Makes the event of an HTTP API with payload format 2.0, as the gateway sends it to a function. */
export function eventOf(source: EventSource): object {
  const { request, rawPath, rawQueryString, pathParameters, body, claims, requestId, nowMs, routeKey } = source;
  const { cookie, ...rest } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
  const query = queryOf(rawQueryString);
  const asText = isText(headers['content-type']) && isUtf8(body);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split(/; ?/) }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(claims && { authorizer: { jwt: { claims: flattened(claims), scopes: null } } }),
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method ?? '',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: logTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(body.length > 0 && { body: body.toString(asText ? 'utf8' : 'base64') }),
    // Bytes that are no UTF-8 go as they are, since decoding would put replacement characters in their place.
    isBase64Encoded: body.length > 0 && !asText,
  };
}

/** Every claim as a text, an array as `[a b]`, whatever its elements were: so the HTTP API hands claims on. */
function flattened(claims: TokenClaims): Readonly<Record<string, string>> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}

/** Decoded, several values of one name joined by a comma, as the gateway does. */
function queryOf(rawQueryString: string): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const earlier = query.get(name);
    query.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return Object.fromEntries(query);
}

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined || /^(text\/|application\/([\w.+-]*\+)?(json|xml|javascript))/i.test(contentType);

function logTime(nowMs: number): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
