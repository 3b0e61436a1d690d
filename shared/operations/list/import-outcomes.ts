import type { RejectedRow } from '../../domain/import-rows.ts';
import type { RejectedLoanRow } from '../../domain/loan-import-rows.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import { type ChunkPlace, readChunkPage } from '../../store/import-chunks.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { readImportItems } from './import-run.ts';
import type { PreviewedChange } from './preview-rows.ts';

/** The lists that an import leaves behind. */
export interface ImportOutcomes {
  readonly rejections: RejectedRow | RejectedLoanRow;
  readonly changes: PreviewedChange;
}

/** One page of an import's rejections or changes; null where there is no such import. */
export async function listOutcomes<Kind extends keyof ImportOutcomes>(
  services: Services,
  importId: string,
  kind: Kind,
  { limit, after }: PageRequest,
): Promise<ListPage<ImportOutcomes[Kind]> | null> {
  if (!(await readImportItems(services, importId))) return null;
  const place = after as ChunkPlace | undefined;
  const { entries, next } = await readChunkPage<ImportOutcomes[Kind]>(services.database, importId, kind, limit, place);
  return { items: entries, next: next && { ...next } };
}

/** What one answer can carry as a sheet: Lambda's replies end at 6 MB. */
const sheetRowsMax = 20_000;

/** All of an import's rejections or changes. Refusals: `not-found`; `too-large`, where they have to be read by pages. */
export async function allOutcomes<Kind extends keyof ImportOutcomes>(
  services: Services,
  importId: string,
  kind: Kind,
): Promise<readonly ImportOutcomes[Kind][] | Refusal> {
  const page = await listOutcomes(services, importId, kind, { limit: sheetRowsMax, after: undefined });
  if (!page) return refusedBy(null, 'not-found');
  return page.next ? refusedBy(null, 'too-large', { rowsMax: sheetRowsMax }) : page.items;
}
