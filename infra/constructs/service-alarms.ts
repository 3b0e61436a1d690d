import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { TableName } from '../../shared/store/tables.ts';
import type { ApiMetrics } from './api-metrics.ts';
import { personAlarm } from './person-alarm.ts';
import type { Data } from './surroundings.ts';

export interface ServiceAlarmsProps {
  readonly api: ApiMetrics;
  readonly data: Data;
  readonly topic: ITopic;
}

const period = Duration.minutes(5);

/** Where commands meet: guards and heads that many of them write (shared/store/README.md, "What is hot"). An alarm adds up ten metrics at most. */
const contended: readonly TableName[] = [
  'enterprises',
  'institutions',
  'agreements',
  'fund',
  'claims',
  'loans',
  'applications',
  'meetings',
  'figures',
  'imports',
];

/** What goes wrong of the service as a whole: errors of the API, conflicts that retries hardly outlast, throttling. */
export class ServiceAlarms extends Construct {
  /** For the dashboard. */
  readonly metrics: { readonly conflicts: IMetric; readonly throttles: IMetric };

  constructor(scope: Construct, id: string, { api, data, topic }: ServiceAlarmsProps) {
    super(scope, id);
    const sumOf = (metricName: string, label: string): IMetric => {
      const usingMetrics = Object.fromEntries(
        contended.map((table, index) => [
          `m${index}`,
          new Metric({
            namespace: 'AWS/DynamoDB',
            metricName,
            dimensionsMap: { TableName: data.tables[table].tableName },
            statistic: 'Sum',
            period,
          }),
        ]),
      );
      return new MathExpression({ expression: 'SUM(METRICS())', usingMetrics, period, label });
    };
    const conflicts = sumOf('TransactionConflict', 'conflicts');
    const tableThrottles = sumOf('WriteThrottleEvents', 'throttled writes');
    const throttles = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: 'Sum',
      period,
      label: 'throttled calls of functions',
    });
    this.metrics = { conflicts, throttles };

    personAlarm(this, 'ErrorsAlarm', {
      topic,
      metric: api.serverErrors,
      threshold: 5,
      says: 'The API answered 5xx five times in five minutes',
      section: 'errors-of-the-api',
    });
    personAlarm(this, 'ConflictsAlarm', {
      topic,
      metric: conflicts,
      threshold: 1000,
      periods: 3,
      says: 'Commands meet each other so often that retries wear out',
      section: 'conflicts',
    });
    personAlarm(this, 'TableThrottlesAlarm', {
      topic,
      metric: tableThrottles,
      threshold: 10,
      periods: 2,
      says: 'DynamoDB throttles writes',
      section: 'throttles',
    });
    personAlarm(this, 'FunctionThrottlesAlarm', {
      topic,
      metric: throttles,
      says: 'Lambda throttles functions of this account: its concurrency is used up',
      section: 'throttles',
    });
  }
}
