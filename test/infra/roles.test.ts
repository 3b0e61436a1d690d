import { expect, test } from 'vitest';
import { resourcesOfType } from '../../infra/local/template/assembly.ts';
import { localAssembly } from './synthesised.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** A reference in few words: the logical id without its hash. */
function inWords(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const text = JSON.stringify(resource);
  const imported = /ExportsOutputFnGetAtt(\w+?)[0-9A-F]{8}Arn/.exec(text)?.[1];
  const own = /"Fn::GetAtt":\["(\w+?)[0-9A-F]{8}","Arn"\]/.exec(text)?.[1];
  const rest = [...text.matchAll(/"(\/index\/\w+|\/\*|:\*)"/g)].map(([, part]) => part).join('');
  return `${imported ?? own ?? text}${rest}`;
}

/** What every role may do is here to be read, line by line, and a change of it to be reviewed. */
test('every statement of every role is in the list', async () => {
  const assembly = await localAssembly();
  const lines = resourcesOfType(assembly, 'AWS::IAM::Policy').flatMap(({ stack, id, properties }) => {
    const role = `${stack.name}/${id.replace(/DefaultPolicy[0-9A-F]{8}$/, '')}`;
    const { Statement } = properties.PolicyDocument as { readonly Statement: readonly Statement[] };
    return Statement.map(({ Effect, Action, Resource, Condition }) =>
      [
        role,
        Effect.toLowerCase(),
        [Action].flat().join(', '),
        'on',
        [Resource].flat().map(inWords).sort().join(', '),
        ...(Condition ? [`if ${JSON.stringify(Condition)}`] : []),
      ].join(' '),
    );
  });
  await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('./roles.snapshot.txt');
});
