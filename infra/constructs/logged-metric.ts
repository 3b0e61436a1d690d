import { type Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface LoggedMetricProps {
  readonly logGroup: ILogGroup;
  /** The words of the log call, exactly. */
  readonly words: string;
  readonly name: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly period: Duration;
  /** The figure of the log call that is counted; by default each line counts as 1. */
  readonly figure?: string;
}

/**
 * Makes a metric of log lines. Lambda puts the object of a log call under `message`, and the words are that object's own
 * `message` (decisions/0008).
 */
export function loggedMetric(scope: Construct, id: string, props: LoggedMetricProps): Metric {
  const { logGroup, words, name, statistic, period, figure } = props;
  const metricNamespace = Stack.of(scope).stackName;
  const said = FilterPattern.stringValue('$.message.message', '=', words);
  new MetricFilter(scope, id, {
    logGroup,
    filterPattern: figure ? FilterPattern.all(said, FilterPattern.numberValue(`$.message.${figure}`, '>=', 0)) : said,
    metricNamespace,
    metricName: name,
    metricValue: figure ? `$.message.${figure}` : '1',
  });
  return new Metric({ namespace: metricNamespace, metricName: name, statistic, period });
}
