import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { groupOf } from '../../shared/contracts/groups.ts';
import { groups } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { cityKeys } from '../../shared/store/city-keys.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { checkJobs, keyStep, minuteJobs, nightJobs, workers } from '../background.ts';
import type { Bundles } from '../build/bundle.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { metricsOfHttpApi, metricsOfRestApi } from '../constructs/api-metrics.ts';
import { CheckJob } from '../constructs/check-job.ts';
import { DeploymentStep } from '../constructs/deployment-step.ts';
import { entranceOf } from '../constructs/entrance.ts';
import { Firewall } from '../constructs/firewall.ts';
import { Gateway } from '../constructs/gateway.ts';
import { type HttpGateway, HttpGroup } from '../constructs/http-group.ts';
import { OutboxAlarms } from '../constructs/outbox-alarms.ts';
import { QueueWorker, WorkQueue } from '../constructs/queue-worker.ts';
import { type Answered, RestGateway } from '../constructs/rest-gateway.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { ServiceAlarms } from '../constructs/service-alarms.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import type { Data, Surroundings } from '../constructs/surroundings.ts';
import type { Settings } from '../deployment/settings.ts';

export interface StatelessStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: Data;
  readonly bundles: Bundles;
  /** The folder of the built officials' page; without it none is served. */
  readonly page?: string | undefined;
}

/** The name of the API of a city with a firewall. */
const restApiName = ({ city }: Pick<Settings, 'city'>): string => `${city}-loans`;

interface ServiceProps extends Surroundings {
  readonly topic: ITopic;
  readonly page: string | undefined;
}

/** What can be deployed and thrown away at will: the API and its gateway, workers and jobs, alarms, and the officials' page. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, bundles, page, ...props }: StatelessStackProps) {
    super(scope, id, { description: 'Sci-tech enterprise loans: the service', ...props });
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
    const surroundings = { settings, data, queues, bundles, topic };

    // A key that a later version needs is made because the list of them changes.
    const keys = new DeploymentStep(this, 'keys', { ...surroundings, definition: keyStep, changesWith: cityKeys });
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
    const service = { ...surroundings, page };
    const gateway = settings.firewall ? null : this.#openHttpApi(service);
    const calls = this.#calls(surroundings, gateway, keys);
    if (!gateway) this.#openRestApi(service, calls);
    const api = gateway ? metricsOfHttpApi(gateway.api) : metricsOfRestApi(restApiName(settings));
    const { metrics } = new ServiceAlarms(this, 'service', { api, data, topic });
    const alarms = this.node.findAll().filter((construct) => construct instanceof Alarm);
    new ServiceDashboard(this, 'overview', { name: this.stackName, api, queues: made, alarms, metrics });
  }

  /** Every call of the route table and the function of its group, by the gateway if it is there already. */
  #calls(
    surroundings: Omit<ServiceProps, 'page'>,
    gateway: HttpGateway | null,
    keys: DeploymentStep,
  ): readonly Answered[] {
    return groups.flatMap((group) => {
      const own = routes.filter((route) => groupOf(route) === group);
      const made = new HttpGroup(this, `http-${group}`, { ...surroundings, group, routes: own, gateway });
      // Calls read the keys.
      made.node.addDependency(keys);
      const { handler } = made;
      return own.map((route) => ({ route, handler }));
    });
  }

  /** Makes the HTTP API, with the officials' page if it is built, and says whose tokens it takes. */
  #openHttpApi({ page: folder, ...surroundings }: ServiceProps): HttpGateway {
    const gateway = new Gateway(this, 'Gateway', surroundings);
    const { identity, page } = entranceOf(this, { ...surroundings, apiHost: gateway.host, folder });
    if (page) gateway.addPage(page);
    const authorizer = new HttpJwtAuthorizer('Tokens', identity.issuer, { jwtAudience: [identity.audience] });
    return { api: gateway.api, authorizer };
  }

  /** Makes the REST API of a city with a firewall, which is made of the whole route table (decisions/0018). */
  #openRestApi({ page: folder, ...surroundings }: ServiceProps, calls: readonly Answered[]): void {
    const { settings, data } = surroundings;
    const { domain, firewall } = settings;
    if (!domain || !firewall) throw new Error('A REST API needs a domain and a firewall');
    const { identity, page } = entranceOf(this, { ...surroundings, apiHost: domain.name, folder });
    const apiName = restApiName(settings);
    const gateway = new RestGateway(this, 'RestGateway', { ...surroundings, apiName, domain, identity, calls, page });
    new Firewall(this, 'Firewall', { settings, limits: firewall, data, stageArn: gateway.stageArn });
  }
}
