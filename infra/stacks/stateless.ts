import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import type { HttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { cityKeys } from '../../shared/store/city-keys.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { checkJobs, keyStep, minuteJobs, nightJobs, workers } from '../background.ts';
import type { Bundles } from '../build/bundle.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { metricsOfHttpApi, metricsOfRestApi } from '../constructs/api-metrics.ts';
import { CheckJob } from '../constructs/check-job.ts';
import { DeploymentStep } from '../constructs/deployment-step.ts';
import { entranceOf } from '../constructs/entrance.ts';
import { Gateway } from '../constructs/gateway.ts';
import { OutboxAlarms } from '../constructs/outbox-alarms.ts';
import { QueueWorker, WorkQueue } from '../constructs/queue-worker.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { ServiceAlarms } from '../constructs/service-alarms.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import type { Data, ServiceQueues, Surroundings } from '../constructs/surroundings.ts';
import type { Settings } from '../deployment/settings.ts';

export interface StatelessStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: Data;
  readonly bundles: Bundles;
  /** The folder of the built officials' page; without it none is served. */
  readonly page?: string | undefined;
}

/** The HTTP API, and what checks the tokens of its calls. */
export interface HttpGateway {
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
}

/** The name of the API of a city with a firewall. */
export const restApiName = ({ city }: Pick<Settings, 'city'>): string => `${city}-loans`;

/** What runs without a caller, and the gateway that the areas of the API add their routes to. */
export class StatelessStack extends Stack {
  readonly queues: ServiceQueues;
  /** Where alarms go, also those of the areas' calls. */
  readonly topic: ITopic;
  /** Which the areas add their routes to; null where a REST API comes after them. */
  readonly gateway: HttpGateway | null;

  constructor(scope: Construct, id: string, { settings, data, bundles, page, ...props }: StatelessStackProps) {
    super(scope, id, { description: 'Sci-tech enterprise loans: gateway, queues, workers and jobs', ...props });
    const topic = alarmTopic(this, 'Alarms', settings, data.logsKey);
    const made = Object.fromEntries(
      workers.map((worker) => [
        worker.queue,
        new WorkQueue(this, `${worker.queue}-queue`, { definition: worker, topic }),
      ]),
    ) as Record<QueueName, WorkQueue>;
    const queues = Object.fromEntries(Object.entries(made).map(([name, { queue }]) => [name, queue])) as Record<
      QueueName,
      Queue
    >;
    this.queues = queues;
    this.topic = topic;
    const surroundings = { settings, data, queues, bundles, topic };

    // A key that a later version needs is made because the list of them changes.
    new DeploymentStep(this, 'keys', { ...surroundings, definition: keyStep, changesWith: cityKeys });
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
      const { job } = new ScheduledJob(this, definition.name, {
        ...surroundings,
        definition,
        expression,
        ordinal: index + 1,
        group: 'minute',
      });
      if (definition.name === 'sweep-outbox') {
        new OutboxAlarms(this, 'outbox', { sweeperLogs: job.logGroup, topic });
      }
    });
    this.gateway = settings.firewall ? null : this.#open(page, surroundings);
    const api = this.gateway ? metricsOfHttpApi(this.gateway.api) : metricsOfRestApi(restApiName(settings));
    const { metrics } = new ServiceAlarms(this, 'service', { api, data, topic });
    const alarms = this.node.findAll().filter((construct) => construct instanceof Alarm);
    new ServiceDashboard(this, 'overview', { name: this.stackName, api, queues: made, alarms, metrics });
  }

  /** Makes the HTTP API, with the officials' page where it is built, and says whose tokens it takes. */
  #open(folder: string | undefined, surroundings: Surroundings & { readonly topic: ITopic }): HttpGateway {
    const gateway = new Gateway(this, 'Gateway', surroundings);
    const { identity, page } = entranceOf(this, { ...surroundings, apiHost: gateway.host, folder });
    if (page) gateway.addPage(page);
    const authorizer = new HttpJwtAuthorizer('Tokens', identity.issuer, { jwtAudience: [identity.audience] });
    return { api: gateway.api, authorizer };
  }
}
