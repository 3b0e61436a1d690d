import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Group, Route } from '../../shared/contracts/route.ts';
import { groupEntry } from '../build/entry-points.ts';
import { alarmOfCall } from './call-alarms.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

/** The HTTP API, and what checks the tokens of its calls. */
export interface HttpGateway {
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
}

export interface HttpGroupProps extends Surroundings {
  readonly group: Group;
  readonly routes: readonly Route[];
  /** The HTTP API that gets the routes; null if the gateway is made of the whole route table afterwards. */
  readonly gateway: HttpGateway | null;
  readonly topic: ITopic;
}

/** The gateway gives up after 30 seconds; a function that ends a little sooner can still say why. */
const timeoutSeconds = 29;
/** A whole core, which a cold start needs; at a city's traffic it costs 0.1 US dollars a month more than a third of one. */
const memoryMegabytes = 1_769;

/** A group of calls: one function, and the routes of the HTTP API that lead to it. */
export class HttpGroup extends Construct {
  readonly handler: IFunction;

  constructor(scope: Construct, id: string, { group, routes, gateway, topic, ...surroundings }: HttpGroupProps) {
    super(scope, id);
    const { function: handler, logGroup } = new ServiceFunction(this, 'Handler', {
      ...surroundings,
      entry: groupEntry(group),
      description: `Answers ${routes.length} calls: ${group}`,
      timeoutSeconds,
      memoryMegabytes,
      documentRights: [...new Set(routes.flatMap(({ documentRights = [] }) => documentRights))],
    });
    this.handler = handler;
    for (const { operationId } of routes) alarmOfCall(this, operationId, logGroup, topic);
    if (!gateway) return;
    const { api: httpApi, authorizer } = gateway;
    // One permission for all its routes: a function's policy has no room for fifty.
    const integration = new HttpLambdaIntegration('Integration', handler, { scopePermissionToRoute: false });
    for (const { operationId, method, path, roles } of routes) {
      new HttpRoute(this, operationId, {
        httpApi,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration,
        ...(roles !== 'public' && { authorizer }),
      });
    }
  }
}
