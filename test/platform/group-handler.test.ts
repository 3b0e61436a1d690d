import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { GatewayEvent } from '../../shared/platform/gateway-event.ts';
import { groupHandler } from '../../shared/platform/group-handler.ts';

const context = { awsRequestId: 'r-1' } as Context;
const httpApi = (routeKey: string): GatewayEvent => ({ rawPath: '/', routeKey }) as unknown as GatewayEvent;
const restApi = (httpMethod: string, resource: string): GatewayEvent =>
  ({ httpMethod, resource, path: '/' }) as unknown as GatewayEvent;

/** A group of two calls that notes which of them were loaded. */
function group() {
  const loaded: string[] = [];
  const call = (name: string) => async () => {
    loaded.push(name);
    return { handler: async () => ({ statusCode: 200, headers: {}, body: name }) };
  };
  const handler = groupHandler({ 'GET /v1/loans': call('list'), 'GET /v1/loans/{loanId}': call('get') });
  return { handler, loaded };
}

test.each([
  ['an HTTP API', httpApi('GET /v1/loans/{loanId}')],
  ['a REST API', restApi('GET', '/v1/loans/{loanId}')],
])('a call of %s is answered by its own code, and no other is loaded', async (_, event) => {
  const { handler, loaded } = group();
  expect(await handler(event, context)).toMatchObject({ statusCode: 200, body: 'get' });
  expect(loaded).toEqual(['get']);
});

test('a call that is not one of the group fails, and loads nothing', async () => {
  const { handler, loaded } = group();
  await expect(handler(httpApi('POST /v1/loans'), context)).rejects.toThrow('POST /v1/loans is no call');
  expect(loaded).toEqual([]);
});
