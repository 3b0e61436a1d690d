import { CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { StepDefinition } from '../background.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface DeploymentStepProps extends Surroundings {
  readonly definition: StepDefinition;
  /** A deployment that changes any of these runs the step again. */
  readonly changesWith: readonly string[];
}

/** More than a step and Lambda's two repetitions of one that could not answer; CloudFormation itself would wait an hour. */
const answersWithin = Duration.minutes(10);

/**
 * A function that CloudFormation calls while it makes the stack, as a custom resource of its own. It has the role, log group
 * and runtime of every other function; the CDK's `Trigger` would bring a second function with none of them.
 */
export class DeploymentStep extends Construct {
  constructor(scope: Construct, id: string, { definition, changesWith, ...surroundings }: DeploymentStepProps) {
    super(scope, id);
    const { function: step } = new ServiceFunction(this, 'Step', {
      ...surroundings,
      entry: definition.entry,
      description: `Runs the deployment step ${definition.name}`,
      timeoutSeconds: definition.timeoutSeconds,
    });
    new CustomResource(this, 'Done', {
      resourceType: 'Custom::DeploymentStep',
      serviceToken: step.functionArn,
      serviceTimeout: answersWithin,
      properties: { changesWith },
    });
  }
}
