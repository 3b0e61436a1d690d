import { type Need, nameIn } from '../calls/needs.ts';
import type { StackTemplate } from './assembly.ts';
import { resolve, type Scope } from './resolve.ts';
import { type LocalValues, tableArnStart } from './scope.ts';

/** What a role allows on tables, indexes and queues, each as `action resource` by the names of our own definitions. */
export type Rights = ReadonlySet<string>;

/** A need in the form in which rights are kept. */
export const rightOf = ({ action, resource }: Need): string => `${action} ${resource}`;

/** Whether rights allow it; a right to every index of a table is kept as `table/*`. */
export const allows = (rights: Rights, need: Need): boolean =>
  rights.has(rightOf(need)) || rights.has(rightOf({ ...need, resource: need.resource.replace(/\/.*$/, '/*') }));

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

interface PolicyProperties {
  readonly Roles: readonly { readonly Ref?: string }[];
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

/** Reads what a role's policies allow it; the runner refuses everything else, as the cloud would. */
export function rightsOf(
  stack: StackTemplate,
  roleId: string,
  scope: Scope,
  values: LocalValues,
  environment: Readonly<Record<string, string>>,
): Rights {
  const statements = Object.values(stack.resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .map(({ Properties }) => Properties as unknown as PolicyProperties)
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === roleId))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const rights = statements.flatMap(({ Effect, Action, Resource }) => {
    const actions = [Action].flat().filter((action) => /^(dynamodb|sqs):/.test(action));
    if (Effect !== 'Allow' || actions.length === 0) return [];
    const resources = [Resource].flat().map((arn) => nameOfArn(String(resolve(arn, scope)), values, environment));
    return actions.flatMap((action) => resources.map((resource) => rightOf({ action, resource })));
  });
  return new Set(rights);
}

function nameOfArn(arn: string, { queues }: LocalValues, environment: Readonly<Record<string, string>>): string {
  if (arn.startsWith(tableArnStart)) {
    const [table = '', index] = arn.slice(tableArnStart.length).split('/index/');
    return nameIn(environment, table) + (index === undefined ? '' : `/${index}`);
  }
  const queue = [...queues.values()].find((each) => each.arn === arn);
  return queue ? nameIn(environment, queue.url) : arn;
}
