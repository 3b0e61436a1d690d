import type { RouteModel } from '../template/functions.ts';

export interface RouteMatch<R> {
  readonly route: R;
  /** As they stand in the path, not yet decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a call as the gateway does: a path matches segment by segment, and where several match, the one with
 * a literal where the other has a parameter wins.
 */
export function createRouter<R extends Pick<RouteModel, 'method' | 'path'>>(
  routes: readonly R[],
): (method: string, path: string) => RouteMatch<R> | null {
  const candidates = new Map<string, { readonly route: R; readonly pattern: readonly string[] }[]>();
  for (const route of routes) {
    const pattern = route.path.split('/');
    const key = `${route.method} ${pattern.length}`;
    const group = candidates.get(key) ?? [];
    group.push({ route, pattern });
    candidates.set(key, group);
  }
  // Parameters sort after literals, so the first match is the most literal one.
  const rank = (pattern: readonly string[]): string => pattern.map((part) => (isParameter(part) ? '1' : '0')).join('');
  for (const group of candidates.values())
    group.sort((one, other) => (rank(one.pattern) < rank(other.pattern) ? -1 : 1));

  return (method, path) => {
    const segments = path.split('/');
    for (const { route, pattern } of candidates.get(`${method} ${segments.length}`) ?? []) {
      const parameters = parametersOf(pattern, segments);
      if (parameters) return { route, parameters };
    }
    return null;
  };
}

function parametersOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!isParameter(part)) {
      if (part !== segment) return null;
    } else {
      if (segment === '') return null;
      parameters[part.slice(1, -1)] = segment;
    }
  }
  return parameters;
}

const isParameter = (part: string): boolean => part.startsWith('{');
