/** A finding of a rule pack that is right to be there, where it is, and why. */
export interface Acknowledgement {
  /** As the pack reports it; for the guard rules after `cdk-validator-cfnguard::`. */
  readonly rule: string;
  /** The constructs' paths without the city's prefix, such as `data/access-logs/Resource`. */
  readonly where: RegExp;
  readonly reason: string;
}

const everyFunction = /\/(Handler|Worker|Job)\/Function\/Resource$/;
const everyRolePolicy = /\/(Role|ScheduleRole|ResumeRole)\/DefaultPolicy\/Resource$/;
const accessLogs = /^data\/access-logs\/Resource$/;
const buckets = /^data\/(access-logs|documents-bucket)\/Resource$/;
const deadLetters = /\/DeadLetters\/Resource$/;
const publicCalls = /^http-service\/(health|openApi)\/Route\/Resource$/;

/** Every finding of the rule packs that we leave as it is (test/infra/compliance.long.ts): all others fail, and so does one of these that is no finding any more. */
export const acknowledgements: readonly Acknowledgement[] = [
  ...['NIST.800.53.R5-LambdaInsideVPC', 'cdk-validator-cfnguard::lambda_inside_vpc_check'].map((rule) => ({
    rule,
    where: everyFunction,
    reason:
      'Functions call DynamoDB, SQS and S3 alone, by TLS and signed requests; nothing in a VPC is reached, no function can be reached, and a VPC would add an exit to the network that is not there now',
  })),
  {
    rule: 'NIST.800.53.R5-LambdaConcurrency',
    where: everyFunction,
    reason:
      'A new account may hold only 10 concurrent calls and can reserve none; workers are bounded by their queue’s maximum concurrency, the API by the gateway’s throttling, and jobs may overlap without effect',
  },
  ...['NIST.800.53.R5-LambdaDLQ', 'Serverless-LambdaDLQ'].map((rule) => ({
    rule,
    where: everyFunction,
    reason:
      'HTTP functions are called synchronously; workers have their queue’s dead letters; a job that failed is repeated by its schedule, raises an alarm, and its work lies in the tables',
  })),
  {
    rule: 'NIST.800.53.R5-IAMNoInlinePolicy',
    where: everyRolePolicy,
    reason:
      'A policy that is one role’s own cannot be attached to another; test/infra/roles.test.ts lists every statement',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: /\/(Handler|Worker|Job)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Sending traces to X-Ray (PutTraceSegments, PutTelemetryRecords) knows no resources',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*-data:ExportsOutputFnGetAttdocumentsbucket*/*]',
    where: /^http-(loans|documents)\/\w+\/Handler\/Role\/DefaultPolicy\/Resource$/,
    reason: 'A document’s key is its id, which is made by the call; the bucket holds nothing but documents',
  },
  ...['AwsSolutions-APIG4', 'cdk-validator-cfnguard::api_gw_v2_authorization_type_configured_check'].map((rule) => ({
    rule,
    where: publicCalls,
    reason: 'Health and the OpenAPI document are public by api.md and say nothing of anybody',
  })),
  ...['Serverless-SQSRedrivePolicy', 'cdk-validator-cfnguard::sqs_dlq_check'].map((rule) => ({
    rule,
    where: deadLetters,
    reason: 'It is the dead-letter queue',
  })),
  {
    rule: 'Serverless-SNSRedrivePolicy',
    where: /^service\/Alarms\//,
    reason: 'Mail that cannot be sent is tried again for days, and a dashboard shows every alarm beside it',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    where: /^data\/backups\/Plan\/Tables\/Role\/Resource$/,
    reason: 'What AWS Backup may do to make a backup is AWS’s to say, and changes with what it backs up',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    where: /\/Worker\/Function\/SqsEventSource/,
    reason: 'Destinations are for streams; of a queue, failed messages go to its dead letters',
  },
  {
    rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    where: buckets,
    reason:
      'Data of the programme stays in one region of its country; versions are kept, nothing may delete them, and infra/deployment.md says how a copy is made for a second region',
  },
  ...['NIST.800.53.R5-S3DefaultEncryptionKMS', 'cdk-validator-cfnguard::s3_bucket_default_encryption_kms_check'].map(
    (rule) => ({ rule, where: accessLogs, reason: 'S3 writes access logs only under its own key' }),
  ),
  {
    rule: 'cdk-validator-cfnguard::s3_bucket_logging_enabled_check',
    where: accessLogs,
    reason: 'It is where access logs are written; a log of its own would never end',
  },
  {
    rule: 'cdk-validator-cfnguard::s3_event_notifications_enabled_check',
    where: buckets,
    reason: 'Nothing waits for an object: a command looks at the document that it names (decisions/0010)',
  },
  {
    rule: 'cdk-validator-cfnguard::s3_bucket_object_lock_enabled_check',
    where: buckets,
    reason: 'Documents are versioned and no role may delete a version; access logs end with their retention',
  },
  {
    rule: 'cdk-validator-cfnguard::cloudwatch_log_group_encrypted_check',
    where: /\/(Logs|AccessLog)\/Resource$/,
    reason: 'Encrypted by the data stack’s key for logs; the rule does not follow a reference to another stack',
  },
  {
    rule: 'cdk-validator-cfnguard::lambda_function_public_access_prohibited_check',
    where: /-Permission$/,
    reason: 'The permission names the route of our own API; the rule does not follow a reference to another stack',
  },
  {
    rule: 'cdk-validator-cfnguard::kms_create_grant_aws_service_check',
    where: /^data(\/(data-key|logs-key)\/Resource|\.template\.json)$/,
    reason:
      'Key policies leave grants to IAM, as AWS recommends; no role of ours may create one, and the account’s administrators are its own affair',
  },
];

const withoutCity = (path: string): string => path.replace(/^[a-z0-9-]+?-loans-/, '');

/** Whether an acknowledgement speaks of a finding; `*` in a rule stands for names that CloudFormation makes. */
export function speaksOf(
  { rule, where }: Acknowledgement,
  found: { readonly rule: string; readonly path: string },
): boolean {
  const pattern = rule.split('*').map((part) => part.replaceAll(/[.[\]()|^$+?]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(found.rule) && where.test(withoutCity(found.path));
}
