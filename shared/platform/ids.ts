import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

/** Chance drawn in one go: asked for byte by byte it would cost each command a tenth of a millisecond. */
const pool = new Uint8Array(2048);
let used = pool.length;

function chance(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A new opaque id: a prefix that tells people what it names, then the instant and chance, sortable by creation. */
export const newId = (prefix: string, at: string): string => `${prefix}-${ulid(Date.parse(at), chance)}`;
