import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { ApiMetrics } from './api-metrics.ts';
import type { WorkQueue } from './queue-worker.ts';

export interface ServiceDashboardProps {
  readonly name: string;
  readonly api: ApiMetrics;
  readonly queues: Readonly<Record<string, WorkQueue>>;
  readonly alarms: readonly IAlarm[];
  readonly metrics: { readonly conflicts: IMetric; readonly throttles: IMetric };
}

const period = Duration.minutes(5);

/** One page: every alarm, what the API is asked and how fast it answers, and what waits. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, { name, api, queues, alarms, metrics }: ServiceDashboardProps) {
    super(scope, id);
    const graph = (title: string, left: readonly IMetric[]): GraphWidget =>
      new GraphWidget({ title, left: [...left], width: 8, height: 6 });
    new Dashboard(this, 'Dashboard', {
      dashboardName: name,
      defaultInterval: Duration.days(1),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms (infra/runbook.md)', alarms: [...alarms], width: 24, height: 6 })],
        [
          graph('Calls', [api.calls]),
          graph('Milliseconds to an answer', api.latencies),
          graph('Errors', [api.clientErrors, api.serverErrors]),
        ],
        [
          graph(
            'Messages that wait',
            Object.entries(queues).map(([label, { queue }]) =>
              queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum', label }),
            ),
          ),
          graph(
            'Dead letters',
            Object.entries(queues).map(([label, { deadLetters }]) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum', label }),
            ),
          ),
          graph('Conflicts and throttles', [metrics.conflicts, metrics.throttles]),
        ],
      ],
    });
  }
}
