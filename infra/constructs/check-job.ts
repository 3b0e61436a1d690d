import { Duration, TimeZone } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { checkFailed } from '../../shared/domain/check.ts';
import type { CheckJobDefinition } from '../background.ts';
import { loggedMetric } from './logged-metric.ts';
import { personAlarm } from './person-alarm.ts';
import { scheduleJob } from './scheduled-job.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface CheckJobProps extends Surroundings {
  readonly definition: CheckJobDefinition;
  /** Its place among the checks, from 1. */
  readonly ordinal: number;
  readonly topic: ITopic;
}

const everyNight = ScheduleExpression.cron({ minute: '0', hour: '2', timeZone: TimeZone.ASIA_SHANGHAI });
const everyQuarter = ScheduleExpression.rate(Duration.minutes(15));
const period = Duration.minutes(5);

/**
 * A check: a function that runs every night and goes on with an unfinished run, and the alarms that call a person when it
 * finds something, when it could not run, and when nobody called it.
 */
export class CheckJob extends Construct {
  readonly job: ServiceFunction;

  constructor(scope: Construct, id: string, { definition, ordinal, topic, ...surroundings }: CheckJobProps) {
    super(scope, id);
    const { name, entry, timeoutSeconds, keepsCheckpoints } = definition;
    this.job = new ServiceFunction(this, 'Job', {
      ...surroundings,
      entry,
      description: `Runs the check ${name}`,
      timeoutSeconds,
      keepsCheckpoints,
    });
    scheduleJob(this, 'Schedule', this.job, { name, expression: everyNight, ordinal, group: 'check' });
    const payload = { goOn: true };
    scheduleJob(this, 'Resume', this.job, { name, expression: everyQuarter, ordinal, group: 'resume', payload });

    const { logGroup, function: checkFunction } = this.job;
    personAlarm(this, 'FindingsAlarm', {
      topic,
      metric: loggedMetric(this, 'Findings', { logGroup, words: checkFailed, name, statistic: 'Sum', period }),
      says: `The check ${name} found something`,
      section: 'a-check-found-something',
    });
    personAlarm(this, 'ErrorsAlarm', {
      topic,
      metric: checkFunction.metricErrors({ period }),
      says: `The check ${name} could not run`,
      section: 'a-check-could-not-run',
    });
    personAlarm(this, 'MissedAlarm', {
      topic,
      metric: checkFunction.metricInvocations({ period: Duration.hours(1) }),
      whenBelow: true,
      says: `The check ${name} was not called for an hour`,
      section: 'a-job-did-not-run',
    });
  }
}
