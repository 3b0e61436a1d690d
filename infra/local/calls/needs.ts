import { queues } from '../../../shared/platform/config.ts';
import { tables } from '../../../shared/store/tables.ts';

/** An action of IAM on a table, an index (`table/index`) or a queue (`queue/name`), by the names of our own definitions. */
export interface Need {
  /** Such as `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The parts of a call's input that rights depend on. */
export interface CallInput {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly QueueUrl?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
}

/** What a role must allow for each part of a transaction. */
const actionOfPart: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * What IAM asks of the caller for one call: `target` as in the header `x-amz-target` of the AWS JSON protocol. Names of tables
 * and addresses of queues are looked up in the caller's environment.
 */
export function needsOfCall(target: string, input: CallInput, environment: Environment): readonly Need[] {
  const [service = '', operation = ''] = target.split('.');
  if (service === 'AmazonSQS') {
    return [{ action: `sqs:${operation}`, resource: nameIn(environment, input.QueueUrl ?? '') }];
  }
  if (!service.startsWith('DynamoDB')) throw new Error(`No rights are known for calls to ${target}`);
  const { TableName, IndexName, RequestItems, TransactItems } = input;
  const needs: [string, string][] = [
    ...(TransactItems ?? []).flatMap((part) =>
      Object.entries(part).map(([kind, { TableName: table }]): [string, string] => [actionOfPart[kind] ?? kind, table]),
    ),
    ...Object.keys(RequestItems ?? {}).map((table): [string, string] => [operation, table]),
  ];
  if (TableName !== undefined) needs.push([operation, TableName]);
  return needs.map(([action, table]) => ({
    action: `dynamodb:${action}`,
    resource: nameIn(environment, table) + (IndexName === undefined ? '' : `/${IndexName}`),
  }));
}

const variables = new Map<string, string>([
  ...Object.entries(tables).map(([name, { variable }]) => [variable, name] as const),
  ...Object.entries(queues).map(([name, variable]) => [variable, `queue/${name}`] as const),
]);

/** The name in our definitions of a table or queue that an environment names; what it does not name stays as it is. */
export function nameIn(environment: Environment, real: string): string {
  for (const [variable, name] of variables) if (environment[variable] === real) return name;
  return real;
}
