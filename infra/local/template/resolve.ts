/** What intrinsic functions need to know of the stack that they stand in. */
export interface Scope {
  ref(id: string): unknown;
  attribute(id: string, name: string): unknown;
  imported(name: string): unknown;
}

/**
 * Puts values in the place of CloudFormation's intrinsic functions.
 *
 * @throws Error at a function that the runner does not know: a guess would let it drift from what is deployed.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((element) => resolve(element, scope));
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  const argument: unknown = name === undefined ? undefined : (value as Record<string, unknown>)[name];
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    return call(name, argument, scope);
  }
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, resolve(element, scope)]));
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(String(argument));
    case 'Fn::GetAtt': {
      const [id = '', ...path] = typeof argument === 'string' ? argument.split('.') : (argument as string[]);
      return scope.attribute(id, path.join('.'));
    }
    case 'Fn::ImportValue':
      return scope.imported(String(resolve(argument, scope)));
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown];
      return (resolve(parts, scope) as unknown[]).map(String).join(separator);
    }
    case 'Fn::Split': {
      const [separator, text] = argument as [string, unknown];
      return String(resolve(text, scope)).split(separator);
    }
    case 'Fn::Select': {
      const [index, list] = argument as [number | string, unknown];
      return (resolve(list, scope) as unknown[])[Number(index)];
    }
    case 'Fn::Sub': {
      const [text, values] =
        typeof argument === 'string' ? [argument, {}] : (argument as [string, Record<string, unknown>]);
      return substitute(text, values, scope);
    }
    default:
      throw new Error(`The template uses ${name}, which the local runner does not know`);
  }
}

function substitute(text: string, values: Readonly<Record<string, unknown>>, scope: Scope): string {
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return whole.replace('!', '');
    if (name in values) return String(resolve(values[name], scope));
    const [id = '', ...path] = name.split('.');
    return String(path.length === 0 ? scope.ref(id) : scope.attribute(id, path.join('.')));
  });
}
