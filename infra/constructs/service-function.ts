import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DocumentRight } from '../../shared/contracts/route.ts';
import { documentsVariable, queues as queueVariables } from '../../shared/platform/config.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { type TableDefinition, type TableName, tables as tableDefinitions } from '../../shared/store/tables.ts';
import type { Bundles } from '../build/bundle.ts';

export type DataTables = Readonly<Record<TableName, ITable>>;
export type ServiceQueues = Readonly<Record<QueueName, IQueue>>;

export interface ServiceFunctionProps {
  /** The module in `functions/` whose bundle is the code. */
  readonly entry: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  /** Whether it changes anything: only then may it write to tables and send to queues. `checks`: its own records alone. */
  readonly writes: boolean | 'checks';
  /** What it may do with documents' contents; nothing unless told. */
  readonly documentRights?: readonly DocumentRight[] | undefined;
  readonly tables: DataTables;
  /** Where documents' contents lie. */
  readonly documents: IBucket;
  readonly queues: ServiceQueues;
  readonly bundles: Bundles;
}

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeActions = [
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

/** An address that a function signs can do what its own role can, and no more. */
const statementsOf: Readonly<Record<DocumentRight, (bucketArn: string) => readonly PolicyStatement[]>> = {
  upload: (arn) => [new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${arn}/*`] })],
  read: (arn) => [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${arn}/*`] }),
    // Without it S3 says "forbidden" of what is not there, and a fault of the role would look like a missing upload.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] }),
  ],
};

/** A function with a role and a log group of its own, and the environment that `shared/platform/config.ts` reads. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const folder = props.bundles.get(props.entry);
    if (folder === undefined) throw new Error(`There is no bundle of ${props.entry}`);

    const logGroup = new LogGroup(this, 'Logs', {
      // Six months is the least that the Cybersecurity Law (网络安全法, article 21) asks of network logs.
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.logGroup = logGroup;

    const { trail, ledger, ...changeable } = props.tables;
    const all = Object.values(props.tables);
    // An index cannot be named by GetItem; one list for all reads keeps the policy under IAM's size limit.
    const indexes = (Object.keys(props.tables) as TableName[]).flatMap((name) => {
      const definition: TableDefinition = tableDefinitions[name];
      return definition.indexes ? [`${props.tables[name].tableArn}/index/*`] : [];
    });
    const arnsOf = (tables: readonly ITable[]): readonly string[] => tables.map(({ tableArn }) => tableArn);
    const allow = (actions: readonly string[], resources: readonly string[]): void => {
      role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
    };
    // Who may write to a table reads it by the same statement: named twice, the tables would not fit one policy.
    const readOnly = props.writes === true ? [trail, ledger] : all;
    allow(readActions, [...arnsOf(readOnly), ...indexes]);
    if (props.writes === true) {
      allow([...readActions, ...writeActions], arnsOf(Object.values(changeable)));
      // Trail and ledger are only ever added to (R29, R30), so no function is able to change or delete what is in them.
      allow(['dynamodb:PutItem'], arnsOf([trail, ledger]));
      // The clients are given the queues' addresses and ask for nothing else.
      allow(
        ['sqs:SendMessage'],
        Object.values(props.queues).map(({ queueArn }) => queueArn),
      );
    } else {
      // The city's settings are kept by whoever needs one first, a list with its cursor as well as a command.
      allow(['dynamodb:PutItem'], [props.tables.settings.tableArn]);
    }
    if (props.writes === 'checks') {
      // A check reads whole tables, page by page; it is told apart from what it checks by having no right to change it.
      allow(['dynamodb:Scan'], arnsOf(all));
      allow(writeActions, [props.tables.checks.tableArn]);
    }

    const rights = props.documentRights ?? [];
    for (const statement of rights.flatMap((right) => statementsOf[right](props.documents.bucketArn))) {
      role.addToPolicy(statement);
    }

    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: Code.fromAsset(folder, { exclude: ['*.map'] }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        ...variablesOf(
          props.tables,
          (name) => tableDefinitions[name].variable,
          (table) => table.tableName,
        ),
        ...variablesOf(
          props.queues,
          (name) => queueVariables[name],
          (queue) => queue.queueUrl,
        ),
        ...(rights.length > 0 && { [documentsVariable]: props.documents.bucketName }),
      },
    });
  }
}

function variablesOf<Name extends string, Resource>(
  resources: Readonly<Record<Name, Resource>>,
  variable: (name: Name) => string,
  value: (resource: Resource) => string,
): Record<string, string> {
  const names = Object.keys(resources) as Name[];
  return Object.fromEntries(names.map((name) => [variable(name), value(resources[name])]));
}
