import type { Route } from '../../shared/contracts/route.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../shared/domain/refusal-facts.ts';
import { commonHeaders, problemReply } from '../../shared/platform/problem.ts';
import { pagePaths } from './page-function.ts';

/** A call and the address by which API Gateway calls its function. */
export interface Integrated {
  readonly route: Pick<Route, 'method' | 'path' | 'operationId' | 'roles'>;
  readonly integrationUri: string;
}

export interface RestDefinitionProps {
  readonly title: string;
  readonly calls: readonly Integrated[];
  readonly authorizerUri: string;
  /** By what the officials' page is served; absent where CloudFront does. */
  readonly pageUri?: string | undefined;
}

/** How long API Gateway remembers that a token is good. Functions look at its expiry themselves. */
const rememberedSeconds = 300;
/** A function gives up at 29 seconds, and a REST API no later. */
const timeoutInMillis = 29_000;

/** The OpenAPI document that makes a REST API of the route table: integrations, the check of tokens, and refusals of its own as problems. */
export function restDefinition({ title, calls, authorizerUri, pageUri }: RestDefinitionProps): object {
  const paths: Record<string, Record<string, object>> = {};
  const add = (path: string, method: string, operation: object): void => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  };
  for (const { route, integrationUri } of calls) {
    const operation = operationOf(route.path, integrationUri);
    const isPublic = route.roles === 'public';
    add(route.path, route.method, {
      operationId: route.operationId,
      security: isPublic ? [] : [{ tokens: [] }],
      ...operation,
    });
  }
  if (pageUri !== undefined) {
    for (const path of pagePaths) add(path, 'get', { security: [], ...operationOf(path, pageUri) });
  }
  return {
    openapi: '3.0.1',
    info: { title, version: '1.0.0' },
    paths,
    components: { securitySchemes: { tokens: tokensCheckedBy(authorizerUri) } },
    'x-amazon-apigateway-gateway-responses': refusals,
    // Bodies as they come: what is JSON is found out by the functions.
    'x-amazon-apigateway-binary-media-types': ['*/*'],
  };
}

function operationOf(path: string, uri: string): object {
  const names = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
  return {
    ...(names.length > 0 && {
      parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    }),
    responses: { 200: { description: 'What the function answers' } },
    'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri, timeoutInMillis },
  };
}

const tokensCheckedBy = (authorizerUri: string): object => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'oauth2',
  'x-amazon-apigateway-authorizer': {
    type: 'token',
    authorizerUri,
    identitySource: 'method.request.header.Authorization',
    // One exact form, so that one token is one entry of the cache and of the firewall's count. All else is refused at once.
    identityValidationExpression: '^Bearer [A-Za-z0-9._-]+$',
    authorizerResultTtlInSeconds: rememberedSeconds,
  },
});

/** What API Gateway refuses by itself, and as which of our problems. */
const problemOfRefusal: Readonly<Record<string, RefusalCode>> = {
  MISSING_AUTHENTICATION_TOKEN: 'not-found',
  RESOURCE_NOT_FOUND: 'not-found',
  UNAUTHORIZED: 'unauthenticated',
  INVALID_API_KEY: 'unauthenticated',
  ACCESS_DENIED: 'forbidden',
  REQUEST_TOO_LARGE: 'too-large',
  THROTTLED: 'too-many-requests',
  QUOTA_EXCEEDED: 'too-many-requests',
  WAF_FILTERED: 'forbidden',
  INTEGRATION_TIMEOUT: 'unavailable',
  INTEGRATION_FAILURE: 'unavailable',
  AUTHORIZER_FAILURE: 'unavailable',
  DEFAULT_5XX: 'unavailable',
};

const quoted = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]));

const problemsOfRefusals = Object.fromEntries(
  Object.entries(problemOfRefusal).map(([kind, code]) => {
    const place = { language: 'zh', instance: '$context.path', traceId: '$context.requestId' } as const;
    const { statusCode, headers, body } = problemReply(refusedBy(null, code), place);
    return [
      kind,
      {
        statusCode: String(statusCode),
        responseParameters: quoted(headers),
        responseTemplates: { 'application/json': body },
      },
    ];
  }),
);

/** What is not named above keeps the status and words of the gateway, but not without our headers. */
const refusals = { DEFAULT_4XX: { responseParameters: quoted(commonHeaders) }, ...problemsOfRefusals };
