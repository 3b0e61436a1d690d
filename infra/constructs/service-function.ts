import { Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  RuntimeFamily,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DocumentRight } from '../../shared/contracts/route.ts';
import { accessLogMonths } from '../../shared/domain/access.ts';
import { usualOfficialOrganisations } from '../../shared/domain/organisation.ts';
import {
  accessLogVariable,
  checkpointsVariable,
  claimsVariable,
  clientLimitsVariable,
  documentsVariable,
  officialsVariable,
  queues as queueVariables,
} from '../../shared/platform/config.ts';
import { tables as tableDefinitions } from '../../shared/store/tables.ts';
import { permissionsOf } from '../permissions.ts';
import { entryTag } from './entry-tag.ts';
import { rolePath } from './role-path.ts';
import { checkpointStatements, documentStatements, keyStatement, statementsOf } from './role-statements.ts';
import type { Surroundings } from './surroundings.ts';

export interface ServiceFunctionProps extends Surroundings {
  /** The entry point whose bundle is the code: a group of calls, or a module in `functions/`. */
  readonly entry: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  /** 512 by default. */
  readonly memoryMegabytes?: number;
  /** What it may do with documents' contents; nothing by default. */
  readonly documentRights?: readonly DocumentRight[] | undefined;
  /** Whether it reads and adds checkpoints. */
  readonly keepsCheckpoints?: boolean | undefined;
  /** What it is told beside what every function is. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A function with a role and a log group of its own, and the environment that `shared/platform/config.ts` reads. The role
 * allows exactly what its row of `infra/permissions.json` says.
 */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { settings, data, queues, bundles, entry, documentRights = [], keepsCheckpoints = false } = props;
    const folder = bundles.get(entry);
    if (folder === undefined) throw new Error(`There is no bundle of ${entry}`);

    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      encryptionKey: data.logsKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      path: rolePath(settings),
    });
    this.logGroup.grantWrite(role);
    const stack = Stack.of(this);
    const permissions = permissionsOf(entry);
    const usesTables = Object.keys(permissions).some((resource) => !resource.startsWith('queue/'));
    for (const statement of [
      ...statementsOf(permissions, props),
      ...(usesTables ? [keyStatement(stack, 'dynamodb', data.dataKey)] : []),
      ...documentStatements(documentRights, data),
      ...(keepsCheckpoints ? checkpointStatements(data) : []),
      ...(documentRights.length > 0 ? [keyStatement(stack, 's3', data.dataKey)] : []),
      ...(keepsCheckpoints ? [keyStatement(stack, 's3', data.checkpointsKey)] : []),
    ]) {
      role.addToPolicy(statement);
    }

    const claims = JSON.stringify(settings.identity?.claims ?? userPoolClaims);
    const officials = JSON.stringify(settings.officialOrganisations);
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: Code.fromAsset(folder, { exclude: ['*.map'] }),
      handler: 'index.handler',
      runtime: new Runtime(settings.runtime, RuntimeFamily.NODEJS),
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: props.memoryMegabytes ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      // At most one call a second and a twentieth of the rest is sampled: some 0.5 US dollars a month.
      tracing: Tracing.ACTIVE,
      environment: {
        ...variablesOf(
          data.tables,
          (name) => tableDefinitions[name].variable,
          (table) => table.tableName,
        ),
        ...variablesOf(
          queues,
          (name) => queueVariables[name],
          (queue) => queue.queueUrl,
        ),
        ...(documentRights.length > 0 && { [documentsVariable]: data.documents.bucketName }),
        ...(keepsCheckpoints && { [checkpointsVariable]: data.checkpoints.bucketName }),
        ...(settings.clientLimits && { [clientLimitsVariable]: JSON.stringify(settings.clientLimits) }),
        ...(settings.accessLogMonths !== accessLogMonths.usual && {
          [accessLogVariable]: String(settings.accessLogMonths),
        }),
        ...(claims !== usualClaims && { [claimsVariable]: claims }),
        ...(officials !== usualOfficials && { [officialsVariable]: officials }),
        ...props.environment,
      },
    });
    Tags.of(this.function).add(entryTag, entry);
  }
}

/** Where a Cognito user pool of ours carries what the system asks of a caller. */
const userPoolClaims = { sub: 'sub', name: 'name', org: 'custom:org', roles: 'cognito:groups' };
const usualClaims = JSON.stringify({ sub: 'sub', name: 'name', org: 'org', roles: 'roles' });
const usualOfficials = JSON.stringify(usualOfficialOrganisations);

function variablesOf<Name extends string, Resource>(
  resources: Readonly<Record<Name, Resource>>,
  variable: (name: Name) => string,
  value: (resource: Resource) => string,
): Record<string, string> {
  const names = Object.keys(resources) as Name[];
  return Object.fromEntries(names.map((name) => [variable(name), value(resources[name])]));
}
