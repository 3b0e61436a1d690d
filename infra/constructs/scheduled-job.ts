import { Duration, Stack } from 'aws-cdk-lib';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { JobDefinition } from '../background.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

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
    new Schedule(this, 'Schedule', {
      // A template does not keep its resources' order, so the name carries it.
      scheduleName: `${Stack.of(this).stackName}-${group}-${String(ordinal).padStart(2, '0')}-${definition.name}`,
      schedule: expression,
      target: new LambdaInvoke(job.function, {
        input: ScheduleTargetInput.fromObject({ job: definition.name }),
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}
