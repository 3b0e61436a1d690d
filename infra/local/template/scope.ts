import type { Assembly, StackTemplate } from './assembly.ts';
import { resolve, type Scope } from './resolve.ts';

export interface LocalQueue {
  readonly url: string;
  readonly arn: string;
}

/** What the local system put in the place of the cloud's own values. */
export interface LocalValues {
  readonly region: string;
  /** Stands before a table's logical id to make its name. */
  readonly tablePrefix: string;
  /** Stands before a bucket's logical id to make its name. */
  readonly bucketPrefix: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** By logical id. */
  readonly queues: ReadonlyMap<string, LocalQueue>;
}

/** The name of a function on one machine: logical ids are unique only within their stack. */
export const functionName = (stack: StackTemplate, id: string): string => `${stack.name}/${id}`;

/** The ARN by which other resources point at a function; its last part is {@link functionName}. */
const functionArn = (stack: StackTemplate, id: string): string =>
  `arn:local:lambda:::function:${functionName(stack, id)}`;

/** What stands before a table's name in its ARN on one machine. */
export const tableArnStart = 'arn:local:dynamodb:::table/';

/** The name of a bucket on one machine; no store takes capitals in one. */
export const bucketName = (prefix: string, id: string): string => (prefix + id).toLowerCase();

/** The function that an ARN, or a gateway's integration address made of one, points at. */
export const functionNameOfArn = (arn: string): string =>
  arn.slice(arn.lastIndexOf(':function:') + ':function:'.length);

/** Tells what a stack's references are on this machine. */
export function scopeOf(assembly: Assembly, stack: StackTemplate, values: LocalValues): Scope {
  const typeOf = (id: string): string | undefined => stack.resources[id]?.Type;
  const queueOf = (id: string): LocalQueue => {
    const queue = values.queues.get(id);
    if (!queue) throw new Error(`The queue ${id} has not been made`);
    return queue;
  };
  return {
    ref: (id) => {
      if (id === 'AWS::Region') return values.region;
      if (id === 'AWS::Partition') return 'local';
      if (id === 'AWS::URLSuffix') return 'localhost';
      if (id === 'AWS::AccountId') return '000000000000';
      if (id === 'AWS::StackName') return stack.name;
      if (id in values.parameters) return values.parameters[id];
      if (typeOf(id) === undefined) throw new Error(`${stack.name} names ${id}, which it does not have`);
      if (typeOf(id) === 'AWS::SQS::Queue') return queueOf(id).url;
      if (typeOf(id) === 'AWS::S3::Bucket') return bucketName(values.bucketPrefix, id);
      return typeOf(id) === 'AWS::DynamoDB::Table' ? values.tablePrefix + id : id;
    },
    attribute: (id, name) => {
      const type = typeOf(id);
      if (type === 'AWS::SQS::Queue' && name === 'Arn') return queueOf(id).arn;
      if (type === 'AWS::SQS::Queue' && name === 'QueueName') return id;
      if (type === 'AWS::Lambda::Function' && name === 'Arn') return functionArn(stack, id);
      if (type === 'AWS::DynamoDB::Table' && name === 'Arn') return tableArnStart + values.tablePrefix + id;
      throw new Error(`${stack.name} asks for ${name} of ${id} (${type}), which the local runner does not know`);
    },
    imported: (name) => {
      for (const other of assembly.stacks) {
        if (other.exports.has(name)) return resolve(other.exports.get(name), scopeOf(assembly, other, values));
      }
      throw new Error(`${stack.name} imports ${name}, which no stack exports`);
    },
  };
}
