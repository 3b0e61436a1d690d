import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { indexesOf } from '../../shared/store/indexes.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';
import type { Settings } from '../deployment/settings.ts';
import { rolePath } from './role-path.ts';

export interface DataTableProps {
  readonly encryptionKey: IKey;
  readonly settings: Pick<Settings, 'city' | 'breakGlassRoleArn'>;
}

/** Makes a table as `shared/store/tables.ts` and `indexes.ts` define it. What it holds outlives the stack. */
export function dataTable(scope: Construct, name: TableName, { encryptionKey, settings }: DataTableProps): Table {
  const definition: TableDefinition = tables[name];
  const table = new Table(scope, name, {
    partitionKey: { name: definition.partitionKey, type: AttributeType.STRING },
    ...(definition.sortKey && {
      sortKey: {
        name: definition.sortKey,
        type: definition.sortKeyType === 'number' ? AttributeType.NUMBER : AttributeType.STRING,
      },
    }),
    ...(definition.expiresAttribute && { timeToLiveAttribute: definition.expiresAttribute }),
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const [indexName, index] of Object.entries(indexesOf(name))) {
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
      sortKey: { name: index.sortKey, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  table.addToResourcePolicy(onlyTheService(scope, settings));
  return table;
}

/** Every way to read or change what is in a table, and to copy it out as a whole. */
const dataActions = [
  ...['BatchGetItem', 'GetItem', 'Query', 'Scan', 'ConditionCheckItem', 'GetRecords', 'ExportTableToPointInTime'],
  ...['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
  ...['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'],
].map((action) => `dynamodb:${action}`);

/** Keeps administrators from reading and writing unnoticed: only the functions' roles may, and the break-glass role if the city has one. */
function onlyTheService(scope: Construct, { city, breakGlassRoleArn }: DataTableProps['settings']): PolicyStatement {
  const { partition, account } = Stack.of(scope);
  const ofTheService = `arn:${partition}:iam::${account}:role${rolePath({ city })}*`;
  return new PolicyStatement({
    sid: 'OnlyTheService',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: dataActions,
    // The table itself: its policy cannot name it before it is there.
    resources: ['*'],
    conditions: {
      ArnNotLike: { 'aws:PrincipalArn': [ofTheService, ...(breakGlassRoleArn ? [breakGlassRoleArn] : [])] },
    },
  });
}
