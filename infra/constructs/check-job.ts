import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Alarm, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { checkFailed } from '../../shared/domain/check.ts';
import type { CheckJobDefinition } from '../background.ts';
import { scheduleJob } from './scheduled-job.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

export interface CheckJobProps
  extends Omit<ServiceFunctionProps, 'entry' | 'description' | 'timeoutSeconds' | 'writes'> {
  readonly definition: CheckJobDefinition;
  /** Its place among the checks, from 1. */
  readonly ordinal: number;
}

const everyNight = ScheduleExpression.cron({ minute: '0', hour: '2', timeZone: TimeZone.ASIA_SHANGHAI });
const everyQuarter = ScheduleExpression.rate(Duration.minutes(15));
const period = Duration.minutes(5);
/** One occurrence calls a person; silence is no news. */
const once = { threshold: 1, evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING };

/**
 * A check: a function that runs every night and goes on with an unfinished run, and the two alarms that call a person
 * when it finds something, and when it could not run.
 */
export class CheckJob extends Construct {
  constructor(scope: Construct, id: string, { definition, ordinal, ...surroundings }: CheckJobProps) {
    super(scope, id);
    const { name, entry, timeoutSeconds } = definition;
    const job = new ServiceFunction(this, 'Job', {
      ...surroundings,
      entry,
      description: `Runs the check ${name}`,
      timeoutSeconds,
      writes: 'checks',
    });
    scheduleJob(this, 'Schedule', job, { name, expression: everyNight, ordinal, group: 'check' });
    const payload = { goOn: true };
    scheduleJob(this, 'Resume', job, { name, expression: everyQuarter, ordinal, group: 'resume', payload });

    const metricNamespace = `${Stack.of(this).stackName}/checks`;
    new MetricFilter(this, 'Findings', {
      logGroup: job.logGroup,
      // Lambda puts the object of a log call under `message`, and the words are that object's own `message`.
      filterPattern: FilterPattern.stringValue('$.message.message', '=', checkFailed),
      metricNamespace,
      metricName: name,
      metricValue: '1',
    });
    new Alarm(this, 'FindingsAlarm', {
      ...once,
      metric: new Metric({ namespace: metricNamespace, metricName: name, statistic: 'Sum', period }),
      alarmDescription: `The check ${name} found something. See infra/runbook.md#a-check-found-something.`,
    });
    new Alarm(this, 'ErrorsAlarm', {
      ...once,
      metric: job.function.metricErrors({ period }),
      alarmDescription: `The check ${name} could not run. See infra/runbook.md#a-check-could-not-run.`,
    });
  }
}
