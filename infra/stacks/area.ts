import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Route } from '../../shared/contracts/route.ts';
import type { Bundles } from '../build/bundle.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import type { DataTables } from '../constructs/service-function.ts';
import type { StatelessStack } from './stateless.ts';

export interface AreaStackProps {
  readonly routes: readonly Route[];
  readonly service: StatelessStack;
  readonly tables: DataTables;
  readonly documents: IBucket;
  readonly bundles: Bundles;
}

/** The calls of one area of the API (a tag of the route table): about seven resources a call (decisions/0001). */
export class AreaStack extends Stack {
  constructor(scope: Construct, id: string, { routes, service, tables, documents, bundles }: AreaStackProps) {
    super(scope, id, { description: `Sci-tech enterprise loans: ${routes[0]?.tag ?? ''} calls` });
    const { api, authorizer, queues } = service;
    for (const route of routes) {
      new HttpFunction(this, route.operationId, { route, api, authorizer, queues, tables, documents, bundles });
    }
  }
}
