import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataTables } from './surroundings.ts';

export interface TableBackupsProps {
  readonly tables: DataTables;
  readonly encryptionKey: IKey;
}

/**
 * Backups beside the point-in-time recovery, which reaches back 35 days and no further: one a month, kept ten years as
 * accounting archives are (会计档案管理办法), in a vault from which nobody may delete one before its time.
 */
export class TableBackups extends Construct {
  constructor(scope: Construct, id: string, { tables, encryptionKey }: TableBackupsProps) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      encryptionKey,
      blockRecoveryPointDeletion: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'monthly',
        scheduleExpression: Schedule.cron({ day: '1', hour: '18', minute: '0' }),
        deleteAfter: Duration.days(3653),
      }),
    );
    plan.addSelection('Tables', {
      resources: Object.values(tables).map((table) => BackupResource.fromDynamoDbTable(table)),
    });
  }
}
