import { clientLimitsVariable } from '../../shared/platform/config.ts';

/** What a function finds around it on this machine, beside the variables that its template gives it. */
export interface Surroundings {
  readonly region: string;
  readonly dynamodbEndpoint: string;
  readonly sqsEndpoint: string;
  readonly s3Endpoint: string;
}

/**
 * The environment that all functions share. Credentials of the environment are handed on, since an endpoint given from
 * outside may ask for them; the emulators take any. Without `hasLimits` no client is limited.
 */
export function sharedEnvironment(
  { region, dynamodbEndpoint, sqsEndpoint, s3Endpoint }: Surroundings,
  hasLimits: boolean,
): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: process.env.AWS_ACCESS_KEY_ID ?? 'local',
    AWS_SECRET_ACCESS_KEY: process.env.AWS_SECRET_ACCESS_KEY ?? 'local',
    ...(process.env.AWS_SESSION_TOKEN && { AWS_SESSION_TOKEN: process.env.AWS_SESSION_TOKEN }),
    // The SDK would otherwise look for a role at an address that only a cloud machine has.
    AWS_EC2_METADATA_DISABLED: 'true',
    DYNAMODB_ENDPOINT: dynamodbEndpoint,
    SQS_ENDPOINT: sqsEndpoint,
    S3_ENDPOINT: s3Endpoint,
    // A client's limits as the city has them, or none.
    ...(!hasLimits && { [clientLimitsVariable]: '' }),
    // A line for each call would bury what a person on one machine wants to see.
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}
