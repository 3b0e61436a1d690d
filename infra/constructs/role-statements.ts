import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DocumentRight } from '../../shared/contracts/route.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { type TableName, tables } from '../../shared/store/tables.ts';
import type { Permissions } from '../permissions.ts';
import type { Surroundings } from './surroundings.ts';

/** A role that reads more indexes of a table than this may read all of them: IAM gives a role's policy 10,240 characters. */
const indexesNamedMax = 2;

/** The statements that permissions make: one for each set of actions, so that a role fits IAM's size limit. */
export function statementsOf(
  permissions: Permissions,
  { data, queues }: Pick<Surroundings, 'data' | 'queues'>,
): readonly PolicyStatement[] {
  const resourcesOf = new Map<string, string[]>();
  for (const [resource, actions] of Object.entries(withFewIndexes(permissions))) {
    const set = [...actions].sort().join();
    resourcesOf.set(set, [...(resourcesOf.get(set) ?? []), arnOf(resource, data.tables, queues)]);
  }
  return [...resourcesOf].map(([set, resources]) => new PolicyStatement({ actions: set.split(','), resources }));
}

/** An index holds keys of its table and nothing else, so that all of them show no more than some. */
function withFewIndexes(permissions: Permissions): Permissions {
  const indexesOf = Map.groupBy(Object.keys(permissions).filter(isIndex), tableOf);
  return Object.fromEntries(
    Object.entries(permissions).map(([resource, actions]) => {
      const isOfMany = isIndex(resource) && (indexesOf.get(tableOf(resource))?.length ?? 0) > indexesNamedMax;
      return [isOfMany ? `${tableOf(resource)}/*` : resource, actions];
    }),
  );
}

const isIndex = (resource: string): boolean => resource.includes('/') && !resource.startsWith('queue/');
const tableOf = (resource: string): string => resource.split('/')[0] ?? '';

function arnOf(resource: string, dataTables: Surroundings['data']['tables'], queues: Surroundings['queues']): string {
  const [head = '', name = ''] = resource.split('/');
  if (head === 'queue') {
    if (!(name in queues)) throw new Error(`Permissions name the queue ${name}, which is not there`);
    return queues[name as QueueName].queueArn;
  }
  if (!(head in tables)) throw new Error(`Permissions name the table ${head}, which is not there`);
  const { tableArn } = dataTables[head as TableName];
  return name === '' ? tableArn : `${tableArn}/index/${name}`;
}

/** An address that a function signs can do what its own role can, and no more. */
export function documentStatements(
  rights: readonly DocumentRight[],
  { documents }: Surroundings['data'],
): readonly PolicyStatement[] {
  const { bucketArn: arn } = documents;
  const statements: Readonly<Record<DocumentRight, readonly PolicyStatement[]>> = {
    upload: [new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${arn}/*`] })],
    remove: [new PolicyStatement({ actions: ['s3:DeleteObject'], resources: [`${arn}/*`] })],
    read: [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${arn}/*`] }),
      // Without it S3 says "forbidden" of what is not there, and a fault of the role would look like a missing upload.
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] }),
    ],
  };
  return rights.flatMap((right) => statements[right]);
}

/** Adds and reads. No statement of any role takes away, puts over, or changes how long something is kept. */
export function checkpointStatements({ checkpoints }: Surroundings['data']): readonly PolicyStatement[] {
  const { bucketArn: arn } = checkpoints;
  return [
    new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [`${arn}/*`] }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] }),
  ];
}

const keyUses = {
  dynamodb: [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ],
  s3: ['kms:Decrypt', 'kms:GenerateDataKey'],
} as const;

/** Lets a role use a key, but only through the service that it encrypts for. */
export function keyStatement(stack: Stack, service: keyof typeof keyUses, { keyArn }: IKey): PolicyStatement {
  return new PolicyStatement({
    actions: [...keyUses[service]],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.${stack.urlSuffix}` } },
  });
}
