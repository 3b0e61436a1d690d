import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Route } from '../../shared/contracts/route.ts';
import type { Bundles } from '../build/bundle.ts';
import { alarmOfCall } from '../constructs/call-alarms.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import type { Answered } from '../constructs/rest-gateway.ts';
import type { Data } from '../constructs/surroundings.ts';
import type { Settings } from '../deployment/settings.ts';
import type { StatelessStack } from './stateless.ts';

export interface AreaStackProps extends StackProps {
  readonly routes: readonly Route[];
  readonly service: StatelessStack;
  readonly settings: Settings;
  readonly data: Data;
  readonly bundles: Bundles;
}

/** The calls of one area of the API (a tag of the route table): about seven resources a call (decisions/0001). */
export class AreaStack extends Stack {
  readonly calls: readonly Answered[];

  constructor(scope: Construct, id: string, { routes, service, settings, data, bundles, ...props }: AreaStackProps) {
    super(scope, id, { description: `Sci-tech enterprise loans: ${routes[0]?.tag ?? ''} calls`, ...props });
    // It makes the keys that calls read.
    this.addStackDependency(service);
    const { gateway, queues } = service;
    this.calls = routes.map((route) => {
      const call = new HttpFunction(this, route.operationId, { route, gateway, queues, settings, data, bundles });
      alarmOfCall(this, route.operationId, call.handler.logGroup, service.topic);
      return { route, handler: call.handler.function };
    });
  }
}
