import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { tables as definitions, type TableName } from '../../shared/store/tables.ts';
import { dataTable } from '../constructs/data-table.ts';
import { documentBucket } from '../constructs/document-bucket.ts';
import type { DataTables } from '../constructs/service-function.ts';

/** What must never be lost: the tables and the documents' contents, apart from everything that may be deployed and thrown away at will. */
export class StatefulStack extends Stack {
  readonly tables: DataTables;
  readonly documents: IBucket;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, { description: 'Sci-tech enterprise loans: the data', ...props });
    const names = Object.keys(definitions) as TableName[];
    this.tables = Object.fromEntries(
      names.map((name) => [name, dataTable(this, name, definitions[name])]),
    ) as unknown as DataTables;
    this.documents = documentBucket(this, 'documents-bucket');
  }
}
