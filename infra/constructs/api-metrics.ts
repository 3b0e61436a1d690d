import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** What an API is asked and how it answers, in steps of five minutes, whichever kind of gateway it has. */
export interface ApiMetrics {
  readonly calls: IMetric;
  readonly latencies: readonly IMetric[];
  readonly clientErrors: IMetric;
  readonly serverErrors: IMetric;
}

const period = Duration.minutes(5);

export const metricsOfHttpApi = (api: HttpApi): ApiMetrics => ({
  calls: api.metricCount({ period, statistic: 'Sum' }),
  latencies: ['p50', 'p99'].map((statistic) => api.metricLatency({ period, statistic })),
  clientErrors: api.metricClientError({ period, statistic: 'Sum' }),
  serverErrors: api.metricServerError({ period, statistic: 'Sum' }),
});

/** By name, since a REST API is made after the stack that watches it. */
export function metricsOfRestApi(apiName: string): ApiMetrics {
  const metric = (metricName: string, statistic: string): IMetric =>
    new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiName: apiName }, period, statistic });
  return {
    calls: metric('Count', 'Sum'),
    latencies: ['p50', 'p99'].map((statistic) => metric('Latency', statistic)),
    clientErrors: metric('4XXError', 'Sum'),
    serverErrors: metric('5XXError', 'Sum'),
  };
}
