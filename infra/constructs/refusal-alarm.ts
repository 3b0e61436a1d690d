import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { personAlarm } from './person-alarm.ts';

/** So many refused calls in five minutes call a person: more than slips make, fewer than a search for ids. */
const refusedCallsMax = 200;

/**
 * Calls a person if many calls are answered 401, 403 or 404. The gateway's access log has them all, also those that reach no
 * function; one filter there takes the place of one on each function's log.
 */
export function refusalAlarm(scope: Construct, accessLog: ILogGroup, topic: ITopic): void {
  const metricNamespace = Stack.of(scope).stackName;
  const metricName = 'refused-calls';
  new MetricFilter(scope, 'RefusedCalls', {
    logGroup: accessLog,
    // The access log writes a status as a text (access-line.ts).
    filterPattern: FilterPattern.any(
      ...['401', '403', '404'].map((status) => FilterPattern.stringValue('$.status', '=', status)),
    ),
    metricNamespace,
    metricName,
    metricValue: '1',
  });
  personAlarm(scope, 'RefusedCallsAlarm', {
    topic,
    metric: new Metric({ namespace: metricNamespace, metricName, statistic: 'Sum', period: Duration.minutes(5) }),
    threshold: refusedCallsMax,
    says: `${refusedCallsMax} calls or more were refused (401, 403, 404) in five minutes`,
    section: 'many-calls-are-refused',
  });
}
