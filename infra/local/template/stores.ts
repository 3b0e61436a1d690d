import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { type Assembly, resourcesOfType } from './assembly.ts';
import { bucketName } from './scope.ts';

/** A table of the template as the input that makes it. */
export type TableModel = CreateTableCommandInput & { readonly TableName: string };

/**
 * The tables of the template, each named by its logical id after the prefix. What only a cloud has (recovery, deletion
 * protection, expiry) is left out.
 */
export function tablesOf(assembly: Assembly, prefix: string): readonly TableModel[] {
  return resourcesOfType(assembly, 'AWS::DynamoDB::Table').map(({ id, properties }) => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } =
      properties as unknown as TableModel;
    return {
      TableName: prefix + id,
      AttributeDefinitions,
      KeySchema,
      BillingMode,
      ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    };
  });
}

/** The names of the template's buckets. What only a cloud has (encryption, versions) is left out. */
export const bucketsOf = (assembly: Assembly, prefix: string): readonly string[] =>
  resourcesOfType(assembly, 'AWS::S3::Bucket').map(({ id }) => bucketName(prefix, id));

/** Those of them whose objects are locked. */
export const lockedBucketsOf = (assembly: Assembly, prefix: string): readonly string[] =>
  resourcesOfType(assembly, 'AWS::S3::Bucket')
    .filter(({ properties }) => properties.ObjectLockEnabled === true)
    .map(({ id }) => bucketName(prefix, id));

export interface QueueModel {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  /** Where a message goes that was received too often. */
  readonly redrive: { readonly deadLetters: string; readonly receivesMax: number } | null;
}

interface QueueProperties {
  readonly VisibilityTimeout?: number;
  readonly RedrivePolicy?: { deadLetterTargetArn: { 'Fn::GetAtt': [string, 'Arn'] }; maxReceiveCount: number };
}

/** The queues of the template, each after the dead-letter queue that it needs. */
export function queuesOf(assembly: Assembly): readonly QueueModel[] {
  return resourcesOfType(assembly, 'AWS::SQS::Queue')
    .map(({ id, properties }) => {
      const { VisibilityTimeout, RedrivePolicy } = properties as QueueProperties;
      return {
        name: id,
        visibilityTimeoutSeconds: VisibilityTimeout ?? 30,
        redrive: RedrivePolicy
          ? {
              deadLetters: RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0],
              receivesMax: RedrivePolicy.maxReceiveCount,
            }
          : null,
      };
    })
    .sort((one, other) => Number(one.redrive !== null) - Number(other.redrive !== null));
}
