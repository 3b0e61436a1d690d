import { Duration, RemovalPolicy } from 'aws-cdk-lib';
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

/**
 * Makes the bucket of documents' contents: private, encrypted, over TLS only. Nothing in it is ever lost by being written
 * over, and it outlives the stack.
 */
export const documentBucket = (
  scope: Construct,
  id: string,
  { encryptionKey, pageOrigins, accessLogs }: DocumentBucketProps,
): Bucket =>
  new Bucket(scope, id, {
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
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    ...(pageOrigins.length > 0 && {
      cors: [
        {
          allowedOrigins: [...pageOrigins],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
    }),
  });
