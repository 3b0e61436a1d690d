/** A finding of a rule pack that is right to be there, where it is, and why. */
export interface Acknowledgement {
  /** As the pack reports it; for the guard rules after `cdk-validator-cfnguard::`. */
  readonly rule: string;
  /** The constructs' paths without the city's prefix, such as `data/access-logs/Resource`. */
  readonly where: RegExp;
  readonly reason: string;
}

const everyFunction = /\/(Handler|Worker|Job|Step|Tokens)\/Function\/Resource$/;
const everyRolePolicy = /\/(Role|ScheduleRole|ResumeRole)\/DefaultPolicy\/Resource$/;
const accessLogs = /^data\/access-logs\/Resource$/;
const buckets = /^(data\/(access-logs|documents-bucket)|service\/Page\/CloudFront\/(Files|edge-logs))\/Resource$/;
const underS3sKey = /^(data\/access-logs|service\/Page\/CloudFront\/(Files|edge-logs))\/Resource$/;
const everyBucket =
  /^(data\/(access-logs|documents-bucket|checkpoints-bucket)|service\/Page\/CloudFront\/(Files|edge-logs))\/Resource$/;
const deadLetters = /\/DeadLetters\/Resource$/;
const publicCalls = /^service\/http-reads\/(health|openApi)\/Resource$/;
const pageCalls = /^service\/Gateway\/Page\d\/Resource$/;
const restApi = /^service\/RestGateway\/Api\/Resource$/;
const restStage = /^service\/RestGateway\/Api\/DeploymentStage\.live\/Resource$/;
const pageFiles = /^service\/Page\/CloudFront\/Files\/Resource$/;
const edgeLogs = /^service\/Page\/CloudFront\/edge-logs\/Resource$/;
const distribution = /^service\/Page\/CloudFront\/Distribution\/Resource$/;
/** The CDK's own function, which puts the page's files into their bucket while a stack is deployed. */
const fileMover = /^service\/Custom::CDKBucketDeployment\w+\/Resource$/;
const fileMoverRole = /^service\/Custom::CDKBucketDeployment\w+\/ServiceRole\/(DefaultPolicy\/)?Resource$/;

/** Every finding of the rule packs that we leave as it is (test/infra/compliance.long.ts): all others fail, and so does one of these that is no finding any more. */
export const acknowledgements: readonly Acknowledgement[] = [
  ...['NIST.800.53.R5-LambdaInsideVPC', 'cdk-validator-cfnguard::lambda_inside_vpc_check'].map((rule) => ({
    rule,
    where: everyFunction,
    reason:
      'Accepted risk: a function outside a VPC has an unrestricted way out, so code that was smuggled in could send data anywhere. A VPC with endpoints alone would close it, for three interface endpoints and slower cold starts; exact versions with integrity, roles that tests recorded, and the alarms about security stand against it meanwhile (decisions/0056)',
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
      'HTTP functions are called synchronously; workers have their queue’s dead letters; a job that failed is repeated by its schedule, raises an alarm, and its work lies in the tables; a deployment fails with its step',
  })),
  {
    rule: 'AwsSolutions-APIG2',
    where: restApi,
    reason:
      'Functions judge every part of a request by the schemas that the contract is made of, and say every fault at once, in Chinese',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    where: /^service\/RestGateway\/Api\/CloudWatchRole\/Resource$/,
    reason: 'API Gateway takes one role an account for the logs of all its REST APIs, with this policy',
  },
  {
    rule: 'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
    where: restStage,
    reason: 'No answer may be kept: each depends on who asks, and on what was written a moment ago',
  },
  {
    rule: 'NIST.800.53.R5-APIGWSSLEnabled',
    where: restStage,
    reason: 'A client certificate is for backends over HTTP; functions are called by IAM',
  },
  ...['AwsSolutions-APIG4', 'cdk-validator-cfnguard::api_gw_v2_authorization_type_configured_check'].map((rule) => ({
    rule,
    where: pageCalls,
    reason:
      'The page’s files are the same for everybody and say nothing of anybody; all that it shows it asks the API for, with a token',
  })),
  ...[
    'AwsSolutions-L1',
    'NIST.800.53.R5-LambdaConcurrency',
    'NIST.800.53.R5-LambdaDLQ',
    'NIST.800.53.R5-LambdaInsideVPC',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
    'cdk-validator-cfnguard::lambda_inside_vpc_check',
  ].map((rule) => ({
    rule,
    where: fileMover,
    reason:
      'The CDK’s own function, called by CloudFormation alone while a stack is deployed; its runtime and settings are the CDK’s, and a failure fails the deployment',
  })),
  ...[
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'AwsSolutions-IAM5[*]',
    'NIST.800.53.R5-IAMNoInlinePolicy',
  ].map((rule) => ({
    rule,
    where: fileMoverRole,
    reason:
      'The CDK’s own role: it reads the CDK’s assets, writes to the page’s bucket and tells CloudFront to forget three paths, and nothing of the programme lies in any of them',
  })),
  {
    rule: 'AwsSolutions-CFR1',
    where: distribution,
    reason: 'Officials and banks’ staff may be abroad; who may see anything is decided by the token',
  },
  {
    rule: 'AwsSolutions-CFR2',
    where: distribution,
    reason:
      'Its files are for everybody, and a city that wants a firewall has the gateway serve them behind it (`firewall`, decisions/0018)',
  },
  {
    rule: 'cdk-validator-cfnguard::cloudfront_origin_failover_enabled_check',
    where: distribution,
    reason: 'The files lie in S3, which has many places already; the API behind has one region, by law and by design',
  },
  ...['NIST.800.53.R5-S3BucketVersioningEnabled', 'cdk-validator-cfnguard::s3_bucket_versioning_enabled_check'].map(
    (rule) => ({
      rule,
      where: pageFiles,
      reason:
        'The page is made of the sources; files of every version have names of their own, and a deployment puts them there again',
    }),
  ),
  {
    rule: 'NIST.800.53.R5-IAMNoInlinePolicy',
    where: everyRolePolicy,
    reason:
      'A policy that is one role’s own cannot be attached to another; test/infra/roles.test.ts lists every statement',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    where: /\/(Handler|Worker|Job|Step|Tokens)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Sending traces to X-Ray (PutTraceSegments, PutTelemetryRecords) knows no resources',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*-data:ExportsOutputFnGetAttdocumentsbucket*/*]',
    where: /^service\/http-(list|applications|lending|compensation|documents)\/Handler\/Role\/DefaultPolicy\/Resource$/,
    reason: 'A document’s key is its id, which is made by the call; the bucket holds nothing but documents',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*/index/*]',
    where: /^service\/http-reads\/Handler\/Role\/DefaultPolicy\/Resource$/,
    reason: 'The function of all reads reads nearly every index, and an index holds only keys of its table',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*-data:ExportsOutputFnGetAttcheckpointsbucket*/*]',
    where: /^service\/anchor-trail\/Job\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'A checkpoint’s keys are made by its run; the bucket holds nothing but checkpoints, and what is there cannot be changed',
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
    where: everyBucket,
    reason:
      'Data of the programme stays in one region of its country; versions are kept, nothing may delete them, and infra/deployment.md says how a copy is made for a second region',
  },
  ...['NIST.800.53.R5-S3DefaultEncryptionKMS', 'cdk-validator-cfnguard::s3_bucket_default_encryption_kms_check'].map(
    (rule) => ({
      rule,
      where: underS3sKey,
      reason: 'Access logs are written only under S3’s own key, and the page’s files are for everybody',
    }),
  ),
  {
    rule: 'cdk-validator-cfnguard::s3_bucket_logging_enabled_check',
    where: accessLogs,
    reason: 'It is where access logs are written; a log of its own would never end',
  },
  ...[
    'AwsSolutions-S1',
    'NIST.800.53.R5-S3BucketLoggingEnabled',
    'cdk-validator-cfnguard::s3_bucket_logging_enabled_check',
  ].map((rule) => ({
    rule,
    where: edgeLogs,
    reason: 'It is where CloudFront writes its log; a log of its own would never end',
  })),
  {
    rule: 'cdk-validator-cfnguard::s3_bucket_logging_enabled_check',
    where: pageFiles,
    reason: 'It has one, in the bucket of access logs; the rule does not follow a reference to another stack',
  },
  {
    rule: 'cdk-validator-cfnguard::s3_event_notifications_enabled_check',
    where: everyBucket,
    reason: 'Nothing waits for an object: a command looks at the document that it names (decisions/0010)',
  },
  {
    rule: 'cdk-validator-cfnguard::s3_bucket_object_lock_enabled_check',
    where: buckets,
    reason: 'Documents are versioned and no role may delete a version; access logs end with their retention',
  },
  {
    rule: 'cdk-validator-cfnguard::cloudwatch_log_group_encrypted_check',
    where: /\/(Logs|AccessLog|Log)\/Resource$/,
    reason: 'Encrypted by the data stack’s key for logs; the rule does not follow a reference to another stack',
  },
  {
    rule: 'cdk-validator-cfnguard::lambda_function_public_access_prohibited_check',
    where: /-Permission$|\/ApiPermission\.ApiScoped\./,
    reason: 'The permission names our own API; the rule does not follow a reference to another stack',
  },
  {
    rule: 'cdk-validator-cfnguard::kms_create_grant_aws_service_check',
    where: /^data(\/(data-key|logs-key|checkpoints-key)\/Resource|\.template\.json)$/,
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
