import { CfnOutput, CfnParameter, Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { HttpApi, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueName } from '../../shared/store/outbox.ts';
import { checkJobs, minuteJobs, nightJobs, workers } from '../background.ts';
import type { Bundles } from '../build/bundle.ts';
import { CheckJob } from '../constructs/check-job.ts';
import { QueueWorker, WorkQueue } from '../constructs/queue-worker.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import type { DataTables, ServiceQueues } from '../constructs/service-function.ts';

export interface StatelessStackProps {
  readonly tables: DataTables;
  readonly documents: IBucket;
  readonly bundles: Bundles;
}

/** What runs without a caller, and the gateway that the areas of the API add their routes to. */
export class StatelessStack extends Stack {
  readonly queues: ServiceQueues;
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { tables, documents, bundles }: StatelessStackProps) {
    super(scope, id, { description: 'Sci-tech enterprise loans: gateway, queues, workers and jobs' });
    const queues = Object.fromEntries(
      workers.map((worker) => [
        worker.queue,
        new WorkQueue(this, `${worker.queue}-queue`, worker.timeoutSeconds).queue,
      ]),
    ) as Record<QueueName, Queue>;
    this.queues = queues;
    const surroundings = { tables, documents, queues, bundles };

    for (const definition of workers) {
      new QueueWorker(this, `${definition.queue}-worker`, {
        ...surroundings,
        definition,
        queue: queues[definition.queue],
      });
    }
    nightJobs.forEach((definition, index) => {
      const expression = ScheduleExpression.cron({ minute: '10', hour: '0', timeZone: TimeZone.ASIA_SHANGHAI });
      new ScheduledJob(this, definition.name, {
        ...surroundings,
        definition,
        expression,
        ordinal: index + 1,
        group: 'night',
      });
    });
    checkJobs.forEach((definition, index) => {
      new CheckJob(this, definition.name, { ...surroundings, definition, ordinal: index + 1 });
    });
    minuteJobs.forEach((definition, index) => {
      const expression = ScheduleExpression.rate(Duration.minutes(1));
      new ScheduledJob(this, definition.name, {
        ...surroundings,
        definition,
        expression,
        ordinal: index + 1,
        group: 'minute',
      });
    });

    const issuer = new CfnParameter(this, 'OidcIssuer', {
      description: 'Address of the OIDC issuer whose tokens are taken, without a slash at the end',
    });
    const audience = new CfnParameter(this, 'OidcAudience', { description: 'Audience that a token must name' });
    this.authorizer = new HttpJwtAuthorizer('Tokens', issuer.valueAsString, { jwtAudience: [audience.valueAsString] });
    this.api = new HttpApi(this, 'Api', { description: 'Sci-tech enterprise loans, version 1' });
    new CfnOutput(this, 'ApiAddress', { value: this.api.apiEndpoint });
  }
}
