import { entryPoints } from './build/entry-points.ts';
import type { Need } from './local/calls/needs.ts';
import { type Permissions, permissionsOf, withoutChance } from './permissions.ts';

type Recorded = ReadonlyMap<string, readonly Need[]>;
type ByFunction = Readonly<Record<string, Permissions>>;

const byName = <T>([one]: readonly [string, T], [other]: readonly [string, T]): number => (one < other ? -1 : 1);

/** Recorded calls in the form of `infra/permissions.json`: by function, table or queue, and action, all in order. */
export function permissionsIn(recorded: Recorded): ByFunction {
  // A test's own function that stands for any other is no function of the system.
  const known = new Set(entryPoints());
  const real = [...recorded].filter(([entry]) => known.has(entry));
  const functions = real.map(([entry, needs]): [string, Permissions] => {
    const resources = Map.groupBy(needs, ({ resource }) => resource);
    const actions = [...resources].map(([resource, of]): [string, readonly string[]] => [
      resource,
      [...new Set(of.map(({ action }) => action))].sort(),
    ]);
    return [entry, withoutChance(entry, Object.fromEntries(actions.sort(byName)))];
  });
  return Object.fromEntries(functions.sort(byName));
}

const linesOf = (entry: string, permissions: Permissions): readonly string[] =>
  Object.entries(permissions).flatMap(([resource, actions]) =>
    actions.map((action) => `${entry}: ${action} on ${resource}`),
  );

/**
 * What recorded calls need and is not permitted, and what is said to have been recorded and no call needs: one line each.
 */
export function differencesOf(recorded: Recorded, permitted: ByFunction): readonly string[] {
  const called = Object.entries(permissionsIn(recorded));
  const missing = called.flatMap(([entry, permissions]) => {
    const allowed = new Set(linesOf(entry, permissionsOf(entry)));
    return linesOf(entry, permissions).filter((line) => !allowed.has(line));
  });
  const seen = new Set(called.flatMap(([entry, permissions]) => linesOf(entry, permissions)));
  const unused = Object.entries(permitted)
    .flatMap(([entry, permissions]) => linesOf(entry, permissions))
    .filter((line) => !seen.has(line));
  return [...missing.map((line) => `missing ${line}`), ...unused.map((line) => `unused  ${line}`)].sort();
}
