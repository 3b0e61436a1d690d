import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database, Item } from './database.ts';
import { queryAll, queryPage } from './read.ts';
import type { Write } from './transaction.ts';

/**
 * Long lists of an import, zipped into a few items: the rows as they came, the revocations that a replace has planned,
 * what was rejected, and what a dry run would change.
 */
export type ChunkKind = 'rows' | 'plan' | 'rejections' | 'changes';

/** DynamoDB's items end at 400 kB; this leaves room for the rest of one. */
const chunkBytesMax = 300_000;

const chunkSort = (kind: ChunkKind, number: number, part: number): string =>
  `${kind}#${String(number).padStart(8, '0')}#${String(part).padStart(3, '0')}`;

/** The puts of a list's entries, in as few items as hold them. `number` places them after chunks with smaller ones. */
export function chunkWrites(
  importId: string,
  kind: ChunkKind,
  number: number,
  entries: readonly object[],
): readonly Write[] {
  return zipped(entries).map(({ bytes, count }, part) => ({
    kind: 'put',
    table: 'imports',
    item: { pk: importId, sk: chunkSort(kind, number, part), count, bytes },
  }));
}

function zipped(entries: readonly object[]): readonly { readonly bytes: Uint8Array; readonly count: number }[] {
  if (entries.length === 0) return [];
  const bytes = gzipSync(JSON.stringify(entries), { level: 4 });
  if (bytes.length <= chunkBytesMax || entries.length === 1) return [{ bytes, count: entries.length }];
  const middle = Math.ceil(entries.length / 2);
  return [...zipped(entries.slice(0, middle)), ...zipped(entries.slice(middle))];
}

const rangeOf = (importId: string, kind: ChunkKind) => ({
  table: 'imports' as const,
  expression: '#pk = :pk AND begins_with(#sk, :kind)',
  names: { '#pk': 'pk', '#sk': 'sk' },
  values: { ':pk': importId, ':kind': `${kind}#` },
});

/** All entries of a list, in order. */
export async function readChunks<Entry>(database: Database, importId: string, kind: ChunkKind): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const item of queryAll(database, rangeOf(importId, kind))) entries.push(...unzip<Entry>(item));
  return entries;
}

/** Where a page of a list ended: a chunk, and how many of its entries were shown. */
export interface ChunkPlace {
  readonly sk: string;
  readonly shown: number;
}

/** A page of a list's entries after a place. */
export async function readChunkPage<Entry>(
  database: Database,
  importId: string,
  kind: ChunkKind,
  limit: number,
  after: ChunkPlace | undefined,
): Promise<{ entries: Entry[]; next: ChunkPlace | undefined }> {
  const found: { readonly entry: Entry; readonly place: ChunkPlace }[] = [];
  const range = rangeOf(importId, kind);
  const values = { ':pk': importId, ':from': after?.sk, ':through': `${kind}#~` };
  const query = after ? { ...range, expression: '#pk = :pk AND #sk BETWEEN :from AND :through', values } : range;
  let page: Item | undefined;
  do {
    const { items, last } = await queryPage(database, { ...query, limit: 1, after: page });
    for (const item of items) {
      const sk = String(item.sk);
      const shown = sk === after?.sk ? after.shown : 0;
      unzip<Entry>(item).forEach((entry, index) => {
        if (index >= shown) found.push({ entry, place: { sk, shown: index + 1 } });
      });
    }
    page = last;
    // One more than is shown, so that the last page knows that it is the last.
  } while (page && found.length <= limit);
  const shown = found.slice(0, limit);
  return { entries: shown.map(({ entry }) => entry), next: found.length > limit ? shown.at(-1)?.place : undefined };
}

const unzip = <Entry>(item: Item): readonly Entry[] =>
  JSON.parse(gunzipSync(item.bytes as Uint8Array).toString('utf8')) as Entry[];
