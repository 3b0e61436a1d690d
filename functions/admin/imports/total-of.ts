import type { Shape } from '../api/calls.ts';

type Import = Shape<'Import'>;
const counts = ['processed', 'added', 'updated', 'unchanged', 'rejected', 'revoked'] as const;
export type ImportTotal = Readonly<Record<(typeof counts)[number], number>> & Pick<Import, 'extent'>;

/** What has become of the rows of several imports together; what a replace would revoke is told by the last of its parts. */
export function totalOf(imports: readonly Import[]): ImportTotal {
  const sums = Object.fromEntries(counts.map((name) => [name, imports.reduce((sum, each) => sum + each[name], 0)]));
  const extent = imports.findLast((each) => each.extent !== null)?.extent ?? null;
  return { ...(sums as Record<(typeof counts)[number], number>), extent };
}
