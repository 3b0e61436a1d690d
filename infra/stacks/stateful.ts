import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type TableName, tables } from '../../shared/store/tables.ts';
import { accessLogsBucket } from '../constructs/access-logs-bucket.ts';
import { checkpointBucket } from '../constructs/checkpoint-bucket.ts';
import { dataTable } from '../constructs/data-table.ts';
import { documentBucket } from '../constructs/document-bucket.ts';
import { checkpointsKey, dataKey, logsKey } from '../constructs/service-keys.ts';
import type { Data, DataTables } from '../constructs/surroundings.ts';
import { TableBackups } from '../constructs/table-backups.ts';
import { pageOriginsOf } from '../deployment/page-origins.ts';
import type { Settings } from '../deployment/settings.ts';

export interface StatefulStackProps extends StackProps {
  readonly settings: Settings;
}

/**
 * What must never be lost: tables, documents' contents, checkpoints of the trail and the keys that encrypt them, apart from everything that may be
 * deployed and thrown away at will.
 */
export class StatefulStack extends Stack implements Data {
  readonly tables: DataTables;
  readonly documents: IBucket;
  readonly checkpoints: IBucket;
  readonly dataKey: IKey;
  readonly checkpointsKey: IKey;
  readonly logsKey: IKey;
  readonly accessLogs: IBucket;

  constructor(scope: Construct, id: string, { settings, ...props }: StatefulStackProps) {
    super(scope, id, { description: 'Sci-tech enterprise loans: the data', terminationProtection: true, ...props });
    this.dataKey = dataKey(this, 'data-key', settings);
    this.checkpointsKey = checkpointsKey(this, 'checkpoints-key', settings);
    this.logsKey = logsKey(this, 'logs-key');
    this.accessLogs = accessLogsBucket(this, 'access-logs', settings.logRetentionDays);
    const names = Object.keys(tables) as TableName[];
    this.tables = Object.fromEntries(
      names.map((name) => [name, dataTable(this, name, { encryptionKey: this.dataKey, settings })]),
    ) as unknown as DataTables;
    new TableBackups(this, 'backups', { tables: this.tables, encryptionKey: this.dataKey });
    this.documents = documentBucket(this, 'documents-bucket', {
      encryptionKey: this.dataKey,
      pageOrigins: pageOriginsOf(settings, this),
      accessLogs: this.accessLogs,
    });
    this.checkpoints = checkpointBucket(this, 'checkpoints-bucket', {
      encryptionKey: this.checkpointsKey,
      lock: settings.checkpointLock,
      accessLogs: this.accessLogs,
    });
  }
}
