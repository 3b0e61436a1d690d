import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { jobDone } from '../../shared/platform/job-words.ts';
import type { JobDefinition } from '../background.ts';
import { loggedMetric } from './logged-metric.ts';
import { personAlarm } from './person-alarm.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

/** What runs at one time, or at one rate: one machine tells by it what a move of the clock runs where. */
export type JobGroup = 'night' | 'minute' | 'check' | 'resume';

export interface ScheduledJobProps extends Surroundings {
  readonly definition: JobDefinition;
  readonly expression: ScheduleExpression;
  /** Its place among its like, from 1; one machine runs them in this order. */
  readonly ordinal: number;
  readonly group: 'night' | 'minute';
  readonly topic: ITopic;
}

/** A function that runs on a schedule; its payload is `{job: name}`. */
export class ScheduledJob extends Construct {
  readonly job: ServiceFunction;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    const { definition, expression, ordinal, group, topic, ...surroundings } = props;
    this.job = new ServiceFunction(this, 'Job', {
      ...surroundings,
      entry: definition.entry,
      description: `Runs the job ${definition.name}`,
      timeoutSeconds: definition.timeoutSeconds,
      documentRights: definition.documentRights,
    });
    scheduleJob(this, 'Schedule', this.job, { name: definition.name, expression, ordinal, group });

    const { logGroup, function: jobFunction } = this.job;
    personAlarm(this, 'ErrorsAlarm', {
      topic,
      metric: jobFunction.metricErrors({ period: Duration.minutes(5) }),
      says: `The job ${definition.name} failed`,
      section: 'a-job-failed',
    });
    const period = group === 'night' ? Duration.days(1) : Duration.minutes(5);
    personAlarm(this, 'MissedAlarm', {
      topic,
      metric: loggedMetric(this, 'Done', {
        logGroup,
        words: jobDone(definition.name),
        name: definition.name,
        statistic: 'Sum',
        period,
      }),
      whenBelow: true,
      says: `The job ${definition.name} did not finish for ${period.toHumanString()}`,
      section: 'a-job-did-not-run',
    });
  }
}

export interface JobSchedule {
  readonly name: string;
  readonly expression: ScheduleExpression;
  readonly ordinal: number;
  readonly group: JobGroup;
  /** What the job is told beside its name. */
  readonly payload?: Readonly<Record<string, boolean>>;
}

/** Calls a job's function on a schedule, by a role that may call this one function and nothing else. */
export function scheduleJob(scope: Construct, id: string, job: ServiceFunction, schedule: JobSchedule): void {
  const { name, expression, ordinal, group, payload = {} } = schedule;
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  const mayCall = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [job.function.functionArn] });
  role.addToPolicy(mayCall);
  const made = new Schedule(scope, id, {
    // A template does not keep its resources' order, so the name carries it.
    scheduleName: `${Stack.of(scope).stackName}-${group}-${String(ordinal).padStart(2, '0')}-${name}`,
    schedule: expression,
    target: new LambdaInvoke(job.function, {
      input: ScheduleTargetInput.fromObject({ job: name, ...payload }),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      // Its own way of granting would allow every version of the function, too.
      role: role.withoutPolicyUpdates(),
    }),
  });
  // The service asks at once whether the role may call.
  made.node.addDependency(role);
}
