import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** A customer-managed key that turns over every year and outlives the stack: without it what it encrypts is lost. */
const key = (scope: Construct, id: string, description: string): Key =>
  new Key(scope, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });

/** The key of tables and documents. Roles are allowed to use it one by one, and only through the service that it serves. */
export const dataKey = (scope: Construct, id: string): Key => key(scope, id, 'Sci-tech enterprise loans: data');

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
