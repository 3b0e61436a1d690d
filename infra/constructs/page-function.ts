import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { PageConfig } from '../../shared/contracts/page-config.ts';
import { pageConfigVariable, pageConnectionsVariable } from '../../shared/platform/page-endpoint.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

/** The module that serves the page; its bundle holds the page beside it. */
export const pageEntry = 'functions/page/serve.ts';

/** The paths under which it is asked, as API Gateway writes them. It knows none that ends in a slash. */
export const pagePaths = ['/admin', '/admin/{file+}'] as const;

/** So users come back from signing in to the page's first file by its name. */
export const pageHome = 'index.html';

export interface PageFunctionProps extends Surroundings {
  readonly config: PageConfig;
  /** Other origins that the page calls. */
  readonly connections: readonly string[];
}

/** The officials' page where no CloudFront is: a function that serves the files that lie beside it, by the API's gateway. */
export class PageFunction extends Construct {
  readonly function: IFunction;

  constructor(scope: Construct, id: string, { config, connections, ...surroundings }: PageFunctionProps) {
    super(scope, id);
    const { function: handler } = new ServiceFunction(this, 'Handler', {
      ...surroundings,
      entry: pageEntry,
      description: "Serves the officials' page",
      timeoutSeconds: 10,
      environment: {
        [pageConfigVariable]: Stack.of(this).toJsonString({ ...config, home: pageHome }),
        [pageConnectionsVariable]: connections.join(' '),
      },
    });
    this.function = handler;
  }
}
