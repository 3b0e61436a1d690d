import { gunzipSync } from 'node:zlib';
import { rejectionOf } from './model/listing.ts';
import type { World } from './world.ts';

type Item = Readonly<Record<string, unknown>>;

interface Rejection {
  readonly row: number;
  readonly code: string;
}

/** Rows that an import has rejected: each for a reason that holds, and as not to be written only where that is so. */
export function lookAtRejections(world: World, item: Item): void {
  const source = world.city.imports.get(String(item.pk));
  if (!source) return;
  const rejections = JSON.parse(gunzipSync(item.bytes as Uint8Array).toString('utf8')) as readonly Rejection[];
  for (const { row, code } of rejections) {
    const said = source.rows[row - 1];
    world.check(
      said !== undefined && !source.rejected.has(row),
      `${source.id}: row ${row} is rejected twice, or is none`,
    );
    source.rejected.add(row);
    if (!said) continue;
    const { poisoned } = world;
    const isUnwritable = poisoned?.kind === 'enterprises' && poisoned.id === said.code && !source.dryRun;
    const isRight =
      code === 'cannot-be-written' ? isUnwritable : code === rejectionOf(world.city, source, row, world.today);
    world.check(isRight, `${source.id}: row ${row} of ${said.code} is rejected as ${code}`);
  }
}
