import { type ImportProgress, importLayout, progressAtStart, progressKey } from '../../store/imports.ts';
import { readItems } from '../../store/read.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { readImportItems } from './import-run.ts';
import { importView } from './import-view.ts';

export type ImportView = ReturnType<typeof importView>;

/** An import as it stands, or null where there is none. */
export async function readImport(services: Services, importId: string): Promise<ImportView | null> {
  const read = await readImportItems(services, importId);
  return read && importView(read.stored, read.progress);
}

/** Lists imports, newest first. */
export async function listImports(services: Services, page: PageRequest): Promise<ListPage<ImportView>> {
  const range = { index: 'roster', partitionKey: 'roster', value: 'imports' };
  const { items, next } = await listResources(services, importLayout, range, () => true, page);
  const read = await readItems(
    services.database,
    items.map(({ state }) => progressKey(state.importId)),
  );
  const views = items.map((stored) =>
    importView(stored, read.get<ImportProgress>(progressKey(stored.state.importId)) ?? progressAtStart),
  );
  return { items: views, next };
}
