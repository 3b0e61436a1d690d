import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../deployment/settings.ts';

export interface CheckpointBucketProps {
  readonly encryptionKey: IKey;
  readonly lock: Settings['checkpointLock'];
  readonly accessLogs: IBucket;
}

/**
 * Makes the bucket of checkpoints (decisions/0020): what is in it can be neither changed nor taken away until its lock ends,
 * nor can anything be put over it or hide it. It outlives the stack.
 */
export function checkpointBucket(
  scope: Construct,
  id: string,
  { encryptionKey, lock: { mode, days }, accessLogs }: CheckpointBucketProps,
): Bucket {
  const kept = Duration.days(days);
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'checkpoints/',
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention:
      mode === 'COMPLIANCE' ? ObjectLockRetention.compliance(kept) : ObjectLockRetention.governance(kept),
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });
  const denied = { effect: Effect.DENY, principals: [new AnyPrincipal()], resources: [bucket.arnForObjects('*')] };
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'NothingIsTakenAwayOrHidden',
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'NoLockIsChanged',
      // The second, because who puts an object could otherwise say a shorter time with it.
      actions: ['s3:BypassGovernanceRetention', 's3:PutObjectRetention'],
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'NothingIsPutOverAnything',
      actions: ['s3:PutObject'],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
  return bucket;
}
