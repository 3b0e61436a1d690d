import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Context } from 'aws-lambda';
import { expect, inject } from 'vitest';
import { groupEntry } from '../../infra/build/entry-points.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { schemaOfReply } from '../../shared/contracts/replies.ts';
import type { Role } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { makeCityKeys } from '../../shared/operations/make-city-keys.ts';
import { queues } from '../../shared/platform/config.ts';
import type { GatewayEvent, HttpApiEvent } from '../../shared/platform/gateway-event.ts';
import type { HttpReply } from '../../shared/platform/problem.ts';
import { tables } from '../../shared/store/tables.ts';
import { testBucket } from './objects.ts';
import { recording } from './recording.ts';
import { restEventOf } from './rest-event.ts';
import { dynamodbOf, openStore, type TestStore } from './store.ts';
import { faultsOfSight } from './visible-fields/judge.ts';

/** Who calls, as the gateway's authorizer would say it. */
export interface Claims {
  readonly sub: string;
  readonly org: string;
  readonly roles: readonly Role[];
  /** The subject by default. */
  readonly name?: string;
  /** The token's own id (`jti`); none by default. */
  readonly tokenId?: string;
}

export const claimsOf = (role: Role, org: string, sub = `${role}-${org}`): Claims => ({ sub, org, roles: [role] });
export const officer = claimsOf('office', 'office');
export const auditor = claimsOf('auditor', 'audit');
export const bankOf = (org: string): Claims => claimsOf('bank', org);

export interface HandlerReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HandlerRequest {
  readonly body?: unknown;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Handlers extends TestStore {
  get(claims: Claims | null, path: string, headers?: HandlerRequest['headers']): Promise<HandlerReply>;
  post(claims: Claims | null, path: string, body?: unknown, request?: HandlerRequest): Promise<HandlerReply>;
}

const root = resolve(import.meta.dirname, '../..');
const context = { awsRequestId: 'test', getRemainingTimeInMillis: () => 30_000 } as Context;

/**
 * The HTTP functions themselves over a store of their own, called with the gateway's events and no server between. It has
 * the keys that a deployment makes, unless `hasKeys` is false.
 */
export async function openHandlers({ hasKeys = true } = {}): Promise<Handlers> {
  const store = await openStore();
  if (hasKeys) await makeCityKeys(store.services);
  const { tableNames } = store.services.database;
  for (const [name, table] of Object.entries(tables)) {
    process.env[table.variable] = tableNames[name as keyof typeof tables];
  }
  for (const [name, variable] of Object.entries(queues)) {
    process.env[variable] = store.services.queues.urls[name as keyof typeof queues];
  }
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: dynamodbOf(store.services),
    SQS_ENDPOINT: inject('sqsEndpoint'),
    S3_ENDPOINT: inject('s3Endpoint'),
    BUCKET_DOCUMENTS: testBucket,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    LOG_LEVEL: 'silent',
  });
  return {
    ...store,
    get: (claims, path, headers = {}) => call('GET', claims, path, { headers }),
    post: (claims, path, body, request = {}) => call('POST', claims, path, { ...request, body }),
  };
}

/** In which of several roles a person acts: in the widest. */
const byWidth: readonly Role[] = ['office', 'auditor', 'finance', 'member', 'bank', 'guarantor', 'enterprise'];

/** Functions must not mind the kind of gateway: every other call comes as from a REST API. */
let calls = 0;

async function call(method: 'GET' | 'POST', claims: Claims | null, target: string, request: HandlerRequest) {
  const { pathname, searchParams } = new URL(target, 'http://test');
  const route = find(method, pathname);
  const { handler, pathParameters, replies } = route;
  const module = (await import(join(root, handler))) as {
    handler: (event: GatewayEvent, context: Context) => Promise<HttpReply>;
  };
  const event = eventOf(method, claims, pathname, request);
  const queryStringParameters = searchParams.size > 0 ? Object.fromEntries(searchParams) : undefined;
  const whole = { ...event, pathParameters, queryStringParameters } as HttpApiEvent;
  calls += 1;
  const either = calls % 2 === 0 ? restEventOf(whole) : whole;
  const reply = await recording(groupEntry(groupOf(route)), () => module.handler(either, context));
  const { statusCode: status, headers, body: text } = reply;
  // A document is text, or bytes in base64, and no data.
  const body = String(headers['content-type']).includes('json') ? JSON.parse(text) : {};
  // What is answered is what the contract says: no field too few, and none that it does not name.
  const promised = replies[status];
  if (status < 300 && String(headers['content-type']).includes('json'))
    expect(promised && schemaOfReply(promised).parse(body)).toEqual(body);
  if (status < 300 && promised && claims && String(headers['content-type']).includes('json')) {
    const role = byWidth.find((each) => claims.roles.includes(each) && route.roles.includes(each));
    if (role) expect(faultsOfSight(promised, pathname, body, { role, org: claims.org })).toEqual([]);
  }
  return { status, headers, text, body };
}

function find(method: string, path: string) {
  for (const route of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const pattern = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (!match) continue;
    const values = match.slice(1).map(decodeURIComponent);
    return { ...route, pathParameters: Object.fromEntries(names.map((name, index) => [name, values[index]])) };
  }
  throw new Error(`there is no route ${method} ${path}`);
}

/** A token of that payload; its signature is the gateway's business. */
export const tokenOf = (payload: object): string =>
  `head.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;

/** An event of the HTTP API, payload format 2.0, after its authorizer has taken the token. */
export function eventOf(
  method: string,
  claims: Claims | null,
  rawPath: string,
  { body, key = randomUUID(), headers = {} }: HandlerRequest = {},
): HttpApiEvent {
  const payload = claims && {
    sub: claims.sub,
    name: claims.name ?? claims.sub,
    org: claims.org,
    roles: claims.roles,
    ...(claims.tokenId !== undefined && { jti: claims.tokenId }),
  };
  const jwt = payload && { claims: { ...payload, roles: `[${payload.roles.join(' ')}]` }, scopes: [] };
  return {
    rawPath,
    headers: {
      'accept-language': 'en',
      ...(payload && { authorization: `Bearer ${tokenOf(payload)}` }),
      ...(method === 'POST' && key !== null && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'trace-1',
      http: { sourceIp: '192.0.2.7' },
      ...(jwt && { authorizer: { jwt } }),
    },
  } as unknown as HttpApiEvent;
}
