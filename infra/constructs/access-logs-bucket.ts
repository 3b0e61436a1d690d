import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const logsBucket = (scope: Construct, id: string, retentionDays: number, objectOwnership: ObjectOwnership): Bucket =>
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership,
    // The service that writes access logs can use no other.
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        expiration: Duration.days(retentionDays),
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });

/** Where other buckets write who asked for what, kept as long as the function's own logs. */
export const accessLogsBucket = (scope: Construct, id: string, retentionDays: number): Bucket =>
  logsBucket(scope, id, retentionDays, ObjectOwnership.BUCKET_OWNER_ENFORCED);

/** The same for CloudFront, which is let in by an access control list. */
export const edgeLogsBucket = (scope: Construct, id: string, retentionDays: number): Bucket =>
  logsBucket(scope, id, retentionDays, ObjectOwnership.BUCKET_OWNER_PREFERRED);
