import { Duration, Stack } from 'aws-cdk-lib';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { JobDefinition } from '../background.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/** What runs at one time, or at one rate: one machine tells by it what a move of the clock runs where. */
export type JobGroup = 'night' | 'minute' | 'check' | 'resume';

export interface ScheduledJobProps
  extends Omit<ServiceFunctionProps, 'entry' | 'description' | 'timeoutSeconds' | 'writes'> {
  readonly definition: JobDefinition;
  readonly expression: ScheduleExpression;
  /** Its place among its like, from 1; one machine runs them in this order. */
  readonly ordinal: number;
  readonly group: 'night' | 'minute';
}

/** A function that runs on a schedule; its payload is `{job: name}`. */
export class ScheduledJob extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    const { definition, expression, ordinal, group, ...surroundings } = props;
    const job = new ServiceFunction(this, 'Job', {
      ...surroundings,
      entry: definition.entry,
      description: `Runs the job ${definition.name}`,
      timeoutSeconds: definition.timeoutSeconds,
      writes: true,
    });
    scheduleJob(this, 'Schedule', job, { name: definition.name, expression, ordinal, group });
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

/** Calls a job's function on a schedule. */
export function scheduleJob(scope: Construct, id: string, job: ServiceFunction, schedule: JobSchedule): void {
  const { name, expression, ordinal, group, payload = {} } = schedule;
  new Schedule(scope, id, {
    // A template does not keep its resources' order, so the name carries it.
    scheduleName: `${Stack.of(scope).stackName}-${group}-${String(ordinal).padStart(2, '0')}-${name}`,
    schedule: expression,
    target: new LambdaInvoke(job.function, {
      input: ScheduleTargetInput.fromObject({ job: name, ...payload }),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    }),
  });
}
