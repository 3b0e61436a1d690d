import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../deployment/settings.ts';

/** A customer-managed key that turns over every year and outlives the stack: without it what it encrypts is lost. */
const key = (scope: Construct, id: string, description: string): Key =>
  new Key(scope, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });

/**
 * A key that nobody may disable or schedule for deletion but the city's break-glass role, if it has one. The account's
 * administrators can still change the key's policy first: a second act, which CloudTrail shows.
 */
function keptKey(scope: Construct, id: string, description: string, { breakGlassRoleArn }: Kept): Key {
  const kept = key(scope, id, description);
  kept.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyTakesItAway',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      resources: ['*'],
      ...(breakGlassRoleArn && { conditions: { ArnNotEquals: { 'aws:PrincipalArn': breakGlassRoleArn } } }),
    }),
  );
  return kept;
}

type Kept = Pick<Settings, 'breakGlassRoleArn'>;

/** The key of tables and documents. Roles are allowed to use it one by one, and only through the service that it serves. */
export const dataKey = (scope: Construct, id: string, settings: Kept): Key =>
  keptKey(scope, id, 'Sci-tech enterprise loans: data', settings);

/** The key of checkpoints alone: the witness must stay readable, whatever becomes of the key of what it is a witness of. */
export const checkpointsKey = (scope: Construct, id: string, settings: Kept): Key =>
  keptKey(scope, id, 'Sci-tech enterprise loans: checkpoints of the trail', settings);

/** The key of logs and of the topic of alarms, for the services that write them. */
export function logsKey(scope: Construct, id: string): Key {
  const logs = key(scope, id, 'Sci-tech enterprise loans: logs and alarms');
  const { partition, region, account } = Stack.of(scope);
  logs.addToResourcePolicy(
    new PolicyStatement({
      // Of this service alone the principal names region and partition.
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
      },
    }),
  );
  logs.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  return logs;
}
