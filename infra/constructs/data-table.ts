import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { indexesOf } from '../../shared/store/indexes.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';

/** Makes a table as `shared/store/tables.ts` and `indexes.ts` define it. What it holds outlives the stack. */
export function dataTable(scope: Construct, name: TableName, encryptionKey: IKey): Table {
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
  return table;
}
