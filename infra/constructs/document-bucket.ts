import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface DocumentBucketProps {
  readonly encryptionKey: IKey;
  /** Whose pages may send documents. */
  readonly pageOrigins: readonly string[];
  readonly accessLogs: IBucket;
}

/** How long what was put away by hand can still be brought back. */
const noncurrentDays = 90;

/**
 * Makes the bucket of documents' contents: private, encrypted, over TLS only. Nothing in it is ever written over, and it
 * outlives the stack. What nobody made evidence of anything is taken away by a job that knows (decisions/0051), not by a rule
 * of the bucket.
 */
export function documentBucket(
  scope: Construct,
  id: string,
  { encryptionKey, pageOrigins, accessLogs }: DocumentBucketProps,
): Bucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    // One key of the bucket in place of one call to KMS an object.
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'documents/',
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(noncurrentDays),
        expiredObjectDeleteMarker: true,
      },
    ],
    ...(pageOrigins.length > 0 && {
      cors: [
        {
          allowedOrigins: [...pageOrigins],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
    }),
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NothingIsPutOverAnything',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      resources: [bucket.arnForObjects('*')],
      actions: ['s3:PutObject'],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
  return bucket;
}
