import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName } from '../../shared/store/outbox.ts';
import type { TableName } from '../../shared/store/tables.ts';
import type { Bundles } from '../build/bundle.ts';
import type { Settings } from '../deployment/settings.ts';

export type DataTables = Readonly<Record<TableName, ITable>>;
export type ServiceQueues = Readonly<Record<QueueName, IQueue>>;

/** What must never be lost, and the keys that it is kept under. */
export interface Data {
  readonly tables: DataTables;
  /** Where documents' contents lie. */
  readonly documents: IBucket;
  /** Where checkpoints of the trail lie, locked. */
  readonly checkpoints: IBucket;
  /** Where other buckets write who asked for what. */
  readonly accessLogs: IBucket;
  /** Encrypts tables and documents. */
  readonly dataKey: IKey;
  /** Encrypts checkpoints. */
  readonly checkpointsKey: IKey;
  /** Encrypts logs and what alarms say. */
  readonly logsKey: IKey;
}

/** What every function stands in. */
export interface Surroundings {
  readonly settings: Settings;
  readonly data: Data;
  readonly queues: ServiceQueues;
  readonly bundles: Bundles;
}
