import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Route } from '../../shared/contracts/route.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface HttpFunctionProps extends Surroundings {
  readonly route: Route;
  /** Which it becomes a route of; null where the gateway is made of the whole route table afterwards. */
  readonly gateway: { readonly api: HttpApi; readonly authorizer: IHttpRouteAuthorizer } | null;
}

/** The gateway gives up after 30 seconds; a function that ends a little sooner can still say why. */
const timeoutSeconds = 29;

/** One row of the route table: a function, and the one route of an HTTP API that leads to it. */
export class HttpFunction extends Construct {
  readonly handler: ServiceFunction;

  constructor(scope: Construct, id: string, { route, gateway, ...surroundings }: HttpFunctionProps) {
    super(scope, id);
    this.handler = new ServiceFunction(this, 'Handler', {
      ...surroundings,
      entry: route.handler,
      description: `${route.method} ${route.path}: ${route.summary}`.slice(0, 256),
      timeoutSeconds,
      documentRights: route.documentRights,
    });
    if (!gateway) return;
    new HttpRoute(this, 'Route', {
      httpApi: gateway.api,
      routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
      integration: new HttpLambdaIntegration('Integration', this.handler.function),
      ...(route.roles !== 'public' && { authorizer: gateway.authorizer }),
    });
  }
}
